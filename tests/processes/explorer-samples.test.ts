import { buildGateway } from '../../cli/processes/gateway-process.js';
import { openDevelopmentIssuer } from '../../cli/processes/identity.js';
import type { Gateway } from '../../gateway/server.js';
import { loadPurposes } from '../../policies/purposes.js';
import { loadSettings } from '../../settings/settings.js';
import { createLogger } from '../../subgraphs/_kit/log.js';
import { agencyNames } from '../../subgraphs/index.js';
import { testCounty } from '../support/callers.js';
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

test('behind an identity provider nobody is offered, though the county lies in the data folder', async () => {
  const operations = await savedOperations(IDENTITY_PROVIDER);
  expect(operations.size).toBeGreaterThan(10);
  expect([...operations.values()].filter((variables) => Object.keys(variables).length > 0)).toEqual([]);
});
