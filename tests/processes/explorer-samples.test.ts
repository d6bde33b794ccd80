import { readFileSync } from 'node:fs';
import { buildGateway } from '../../cli/processes/gateway-process.js';
import { openDevelopmentIssuer } from '../../cli/processes/identity.js';
import type { Gateway } from '../../gateway/server.js';
import { loadPurposes } from '../../policies/purposes.js';
import { loadSettings } from '../../settings/settings.js';
import { createLogger } from '../../subgraphs/_kit/log.js';
import { agencyNames } from '../../subgraphs/index.js';
import { startTestAgency } from '../support/agency.js';
import { callerAs, testCounty } from '../support/callers.js';
import { testDataDir } from '../support/test-server.js';
import { testEnvironment } from '../support/test-settings.js';

const IDENTITY_PROVIDER = {
  OIDC_ISSUER: 'https://login.example.gov.cn',
  OIDC_AUDIENCE: 'student-support-hub',
  OIDC_JWKS_URL: 'https://login.example.gov.cn/jwks',
};

let gateway: Gateway | undefined;
afterEach(() => gateway?.close());

/** The saved operations that the explorer of this hub is offered, with their variables. */
async function savedOperations(extra: Record<string, string>) {
  const settings = loadSettings({ ...testEnvironment(testDataDir()), ...extra }, agencyNames);
  gateway = buildGateway({
    settings,
    developmentIssuer: await openDevelopmentIssuer(settings),
    personas: [],
    purposes: loadPurposes(),
    log: createLogger('silent', 'gateway'),
  });
  const url = await gateway.listen({ host: '127.0.0.1', port: 0 });
  const response = await fetch(new URL('explorer/operations', url));
  expect(response.headers.get('cache-control')).toBe('no-store');
  const list = (await response.json()) as { name: string; variables: Record<string, unknown> }[];
  return new Map(list.map(({ name, variables }) => [name, variables]));
}

test('the development hub offers the sample child, and its number where a number is asked for', async () => {
  const operations = await savedOperations({});
  expect(operations.get('SupportPicture')).toEqual({ id: testCounty.sampleStudentId });
  expect(operations.get('FindStudent')).toEqual({
    input: {
      residentIdNumber: expect.stringMatching(/^99\d{15}[\dX]$/) as string,
      name: expect.stringMatching(/^\p{Script=Han}+$/u) as string,
    },
  });
});

test('a brother or sister joins the plan of its household, and another leaves one, at the first click', async () => {
  const operations = await savedOperations({});
  const agency = await startTestAgency('coordination');
  const outcomeOf = async (name: string, field: string) => {
    const text = readFileSync(`schema/operations/${name}.graphql`, 'utf8');
    const { data, errors } = await agency.ask<Record<string, Changed>>(
      callerAs('coordination-officer'),
      text,
      operations.get(name),
    );
    expect(errors).toEqual([]);
    return data[field];
  };
  try {
    const joined = await outcomeOf('JoinHouseholdPlan', 'joinHouseholdPlan');
    const { planNumber, studentId } = testCounty.samplePlaces.free ?? {};
    expect(joined).toMatchObject({ plan: { planNumber }, errors: [] });
    expect(joined?.plan?.children?.map(({ student }) => student.id)).toContain(studentId);
    const left = await outcomeOf('LeaveHouseholdPlan', 'leaveHouseholdPlan');
    expect(left).toMatchObject({
      plan: { planNumber: testCounty.samplePlaces.taken?.planNumber },
      errors: [],
    });
  } finally {
    await agency.close();
  }
});

interface Changed {
  readonly plan: { readonly planNumber: string; readonly children?: readonly Member[] } | null;
  readonly errors: readonly { readonly code: string }[];
}
interface Member {
  readonly student: { readonly id: string };
}

test('behind an identity provider nobody is offered, though the county lies in the data folder', async () => {
  const operations = await savedOperations(IDENTITY_PROVIDER);
  expect(operations.size).toBeGreaterThan(10);
  expect([...operations.values()].filter((variables) => Object.keys(variables).length > 0)).toEqual([]);
});
