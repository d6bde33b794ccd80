import { createSecretKey, randomBytes } from 'node:crypto';
import { CHANGES_PATH } from '../../../../subgraphs/_kit/changes/change-feed.js';
import { ROSTER_PATH } from '../../../../subgraphs/_kit/roster/roster-line.js';
import { createServiceClient } from '../../../../subgraphs/_kit/trust/service-client.js';
import { agencyDatabaseNames } from '../../../../postgres/agency-databases.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { connectAsOwner } from '../../../support/agency-owner.js';
import { testIssuer } from '../../../support/callers.js';
import { postToAgency, rosterClientOf } from '../../../support/service.js';
import { testSettings } from '../../../support/test-settings.js';
import { newRun, readAll, serviceEntries } from './roster-runs.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('labour');
});
afterAll(() => agency?.close());

type ServicePath = typeof ROSTER_PATH | typeof CHANGES_PATH;

const PURPOSE = 'REGISTER_COMPARISON';
const pin = () => ({ action: 'pin', run: newRun() });
const changes = () => ({ after: { version: 0, seq: 0 }, limit: 10 });

const statusOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 200,
    (cause: unknown) => (cause as { status?: number }).status,
  );
const call = (body: object, path: ServicePath = ROSTER_PATH, purpose = PURPOSE) =>
  postToAgency({ url: agency.url, agency: agency.name, path, body, purpose });

test.each<[ServicePath, () => object]>([
  [ROSTER_PATH, pin],
  [CHANGES_PATH, changes],
])(
  '%s is open for comparing registers alone, and who asks for another purpose is recorded',
  async (path, body) => {
    expect(await statusOf(call(body(), path))).toBe(200);
    for (const purpose of ['DATA_EXCHANGE', 'CASE_HANDLING', 'AUDIT'])
      expect(await statusOf(call(body(), path, purpose))).toBe(403);
    const denied = (await serviceEntries(agency, path)).filter(({ deniedFields }) => deniedFields.length > 0);
    expect(denied.map(({ purpose }) => purpose)).toEqual(['DATA_EXCHANGE', 'CASE_HANDLING', 'AUDIT']);
  },
);

test.each<[string, { key?: Buffer; scope?: string }, number]>([
  ['signed with a key that is not the service key', { key: randomBytes(32) }, 401],
  ['of an account without the right to service calls', { scope: 'labour.record.read' }, 403],
  [
    "of another agency's account, which may hand over heads of the access log alone",
    { scope: 'hub.service' },
    403,
  ],
])('a call %s is refused', async (_what, { key, scope = 'hub.coordinate' }, status) => {
  const { serviceKey } = testSettings();
  if (!serviceKey) throw new Error('The tests have no service key.');
  const client = createServiceClient({
    key: key ? createSecretKey(key) : serviceKey,
    accessToken: () =>
      testIssuer.issueToken(
        { sub: 'service:coordination', agency: 'coordination', role: 'service', scope, jurisdiction: [] },
        'PORTAL',
        60,
      ),
  });
  const asked = { url: agency.url, agency: agency.name, path: ROSTER_PATH, purpose: PURPOSE } as const;
  expect(await statusOf(client.postToAgency({ ...asked, body: pin() }))).toBe(status);
});

test('a call that nobody signed is refused', async () => {
  const { status } = await fetch(new URL(ROSTER_PATH, agency.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-purpose': PURPOSE },
    body: JSON.stringify(pin()),
  });
  expect(status).toBe(401);
});

test.each<[string, object, number]>([
  ['reads a run that pinned nothing', { action: 'read', run: newRun(), from: '', to: '' }, 404],
  [
    'asks for repairs in a run that pinned nothing',
    { action: 'repair-candidates', run: newRun(), students: ['a'.repeat(26)] },
    404,
  ],
  ['pins a register of another agency', { ...pin(), registers: ['RESIDENTS'] }, 400],
  ['names a run by what could be an ID number', { action: 'pin', run: '99062520140215001' }, 400],
  ['gives a bound that is no beginning of an id', { action: 'read', run: newRun(), from: "'", to: '' }, 400],
  ['does what there is no word for', { action: 'merge', run: newRun() }, 400],
])('a call that %s is refused with its code', async (_what, body, status) => {
  expect(await statusOf(call(body))).toBe(status);
});

test('an agency that keeps no numbers has no repairs to offer', async () => {
  const body = pin();
  await call(body);
  const asked = { action: 'repair-candidates', run: body.run, students: ['a'.repeat(26)] };
  expect(await statusOf(call(asked))).toBe(400);
});

test('a range that cannot be recorded does not come whole, and the reader notices', async () => {
  const run = newRun();
  await rosterClientOf(agency).pinRoster('labour', run);
  const owner = await connectAsOwner(agency);
  const { serving } = agencyDatabaseNames('labour');
  await owner.query(`revoke insert on access_log from ${serving}`);
  try {
    const reading = readAll(rosterClientOf(agency), agency, run);
    await expect(reading).rejects.toMatchObject({ code: 'AGENCY_UNAVAILABLE' });
  } finally {
    await owner.query(`grant insert on access_log to ${serving}`);
    await owner.end();
  }
  expect((await readAll(rosterClientOf(agency), agency, run)).length).toBeGreaterThan(0);
});
