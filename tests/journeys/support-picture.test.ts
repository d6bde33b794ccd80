import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agencyKeys } from '../../cli/processes/agency-keys.js';
import { storedHeads, storedRows } from '../../cli/audit/stored-log.js';
import { createHeadSigner } from '../../subgraphs/_kit/audit/audit-head.js';
import { verifyLog } from '../../subgraphs/_kit/audit/verify-log.js';
import { agencyNames } from '../../subgraphs/index.js';
import { connectAsOwner, databaseOf } from '../support/agency-owner.js';
import { callerAs, testCounty, type TestCaller } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { testDataDir } from '../support/test-server.js';
import { testSettings } from '../support/test-settings.js';

const PICTURE = readFileSync('schema/operations/SupportPicture.graphql', 'utf8');
const WHO_LOOKED_AT = readFileSync('schema/operations/WhoLookedAt.graphql', 'utf8');
const id = testCounty.sampleStudentId ?? '';
const office = { ...callerAs('coordination-officer'), purpose: 'CASE_HANDLING' };
const inspector = { ...callerAs('labour-inspector'), purpose: 'CASE_HANDLING' };
const DOWN = 'civil-affairs';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub?.close());

type Picture = Readonly<Record<string, unknown>>;
const pictureFor = async (caller: TestCaller) => {
  const { data, errors } = await hub.ask<{ student: Picture }>(caller, PICTURE, { id });
  return {
    student: data.student,
    refused: errors.map(({ path, extensions: { code, agency } }) => ({ field: path?.[1], code, agency })),
  };
};

test('one question shows what every agency knows, and an agency that is down as down, never as nothing', async () => {
  const whole = await pictureFor(office);
  expect(whole.refused).toEqual([]);
  for (const part of [
    'registerEntry',
    'schooling',
    'household',
    'welfare',
    'disability',
    'labour',
    'poverty',
  ])
    expect({ part, is: whole.student[part] }).toEqual({ part, is: expect.any(Object) });
  for (const part of ['casework', 'responsibility', 'risk'])
    expect(whole.student[part]).toMatchObject({ register: { state: 'FOUND', freshness: 'CURRENT' } });
  const due = { verification: { dueOn: expect.stringMatching(/^\d{4}-/) as string } };
  expect(whole.student).toMatchObject({
    welfare: { leftBehind: { current: due } },
    disability: { certificate: { current: due } },
    poverty: { povertyHousehold: due },
  });

  hub.line(DOWN).state = 'REFUSED';
  const without = await pictureFor(office);
  hub.line(DOWN).state = 'CONNECTED';
  expect(without.student).toEqual({ ...whole.student, welfare: null });
  expect(without.refused).toEqual([{ field: 'welfare', code: 'AGENCY_UNAVAILABLE', agency: DOWN }]);

  // Who has no right to a part is told so, which is another thing again.
  const { student, refused } = await pictureFor(inspector);
  expect(student['labour']).toEqual(whole.student['labour']);
  expect(student['welfare']).toBeNull();
  expect(refused.find(({ field }) => field === 'welfare')).toMatchObject({ code: 'FORBIDDEN' });
});

interface Accesses {
  readonly accesses: {
    readonly nodes: readonly {
      readonly actor: string;
      readonly role: string;
      readonly purpose: string;
      readonly outcomes: readonly string[];
    }[];
  };
}

test('who looked at the child, for what and with what success is told by each agency, and the logs prove themselves', async () => {
  const { data, errors } = await hub.ask<{ accessLogAtCoordination: { student: Record<string, Accesses> } }>(
    callerAs('auditor'),
    WHO_LOOKED_AT,
    { id },
  );
  expect(errors).toEqual([]);
  const logs = data.accessLogAtCoordination.student;
  const seenAt = (field: string, slug: string) =>
    (logs[field]?.accesses.nodes ?? [])
      .filter(
        ({ actor, role, purpose }) =>
          actor === `test:${slug}` && role === slug && purpose === 'CASE_HANDLING',
      )
      .map(({ outcomes }) => outcomes.join());
  expect({
    labour: [seenAt('accessesAtLabour', office.slug), seenAt('accessesAtLabour', inspector.slug)],
    // One picture came while it was down, and the inspector was never let through to it.
    welfare: [
      seenAt('accessesAtCivilAffairs', office.slug),
      seenAt('accessesAtCivilAffairs', inspector.slug),
    ],
  }).toEqual({ labour: [['DELIVERED', 'DELIVERED'], ['DELIVERED']], welfare: [['DELIVERED'], []] });

  for (const name of agencyNames) {
    const agency = hub.agency(name);
    const { keyId } = createHeadSigner(agencyKeys(testSettings(), name).audit, name);
    const folder = join(testDataDir(), 'audit', new URL(databaseOf(agency)).pathname.slice(1));
    const [owner, keeper] = [await connectAsOwner(agency), await connectAsOwner(agency)];
    const { entries, findings } = await verifyLog(storedRows(owner), {
      heads: await storedHeads({ agency: name, folder, keeper }),
      isOwnKey: (key) => key === keyId,
      expiredBefore: new Date(0),
    });
    await Promise.all([owner.end(), keeper.end()]);
    expect({ name, findings, isEmpty: entries === 0 }).toEqual({ name, findings: [], isEmpty: false });
  }
});
