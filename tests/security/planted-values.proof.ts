import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { agencyNames } from '../../subgraphs/index.js';
import { startHub } from '../processes/support/hub-process.js';
import { ALL, make, MISTAKES } from './support/mistakes.js';
import { PLANTED } from './support/planted.js';
import { send, startPlantedHub, type PlantedHub } from './support/planted-hub.js';

const START_LIMIT_MS = 240_000;
const { residentIdNumber: NUMBER, name: NAME, phone: PHONE } = PLANTED;

let planted: PlantedHub;
beforeAll(async () => {
  planted = await startPlantedHub();
}, START_LIMIT_MS);
afterAll(() => planted.close());

const personsIn = (text: string) => planted.personsIn(text);

test('the search finds what it looks for, in an answer to whom may see it', async () => {
  const answer = await planted.ask({
    query:
      'query ($id: ID!) { student(id: $id) { registerEntry { name residentIdNumber(reason: "identity check at the station") } } }',
    variables: { id: planted.county.sampleStudentId },
  });
  expect(personsIn(answer).length).toBeGreaterThan(0);
  expect(personsIn(answer).some((found) => /^\d{17}[\dX]$/.test(found))).toBe(true);
  const page = await planted.ask({ query: '{ students(first: 20) { nodes { registerEntry { name } } } }' });
  expect(personsIn(page).length).toBeGreaterThan(5);
  expect(personsIn(ALL)).toEqual([NUMBER, NAME, PHONE]);
});

test.each(MISTAKES)('T7 %s is not repeated in what the gateway says', async (mistake) => {
  const said = await make(mistake, planted);
  expect(said).not.toBe('');
  expect(personsIn(said)).toEqual([]);
});

test.each(agencyNames)('T7 %s repeats nothing to whoever reaches it without the gateway', async (agency) => {
  const headers = await planted.headersOf('police-officer');
  for (const path of [
    '/graphql',
    '/kit/approvals',
    '/kit/scopes',
    '/kit/heads',
    `/${encodeURIComponent(ALL)}`,
  ]) {
    const url = new URL(path, planted.hub.urlOf(agency));
    const bodies = [JSON.stringify({ query: ALL, studentId: NUMBER, name: NAME }), ALL, ALL.repeat(1000)];
    for (const body of bodies)
      expect(personsIn(await send(url, { method: 'POST', headers, body }))).toEqual([]);
  }
});

test('T7 what a database says of a child when it fails goes no further', async () => {
  const client = new pg.Client({ connectionString: planted.hub.ownerDatabaseUrl('education') });
  await client.connect();
  const { rows } = await client.query<{ source: string }>(
    "select pg_get_functiondef('student_identities'::regproc) as source",
  );
  try {
    await client.query(
      `create or replace function student_identities(ids text[])
       returns table (requested_id text, canonical_id text, student_id text, kind text, code text, is_valid boolean)
       language plpgsql as $$ begin
         raise exception 'the row of ${NAME} (${NUMBER})' using detail = 'Failing row contains (${ALL}).', hint = '${PHONE}', errcode = '23514';
       end $$`,
    );
    const said = await planted.ask({
      query:
        'query ($id: ID!) { student(id: $id) { id schooling { studentStatus { register { state } } } } }',
      variables: { id: planted.county.sampleStudentId },
      as: 'coordination-officer',
    });
    expect(said).toContain('AGENCY_UNAVAILABLE');
    expect(personsIn(said)).toEqual([]);
  } finally {
    await client.query(rows[0]?.source ?? '');
    await client.end();
  }
});

test('T7 an agency that is down is said without what was asked of it', async () => {
  await planted.hub.served.get('poverty')?.stop('SIGKILL');
  const said = await planted.ask({
    query:
      'query ($id: ID!, $d: String) { student(id: $id) { poverty { povertyHousehold { register { state } } } } povertyHouseholds(filter: { division: $d }) { totalCount } }',
    variables: { id: planted.county.sampleStudentId, d: ALL },
    as: 'coordination-officer',
  });
  expect(said).toContain('AGENCY_UNAVAILABLE');
  expect(personsIn(said)).toEqual([]);
});

test('T8 pages, metrics and health of every part name nobody', async () => {
  const html = await send(new URL('/explorer', planted.hub.gatewayUrl), {});
  const assets = [...html.matchAll(/(?:src|href)=\\?"(\/[^"\\]+)/g)].map(([, path]) => path ?? '');
  expect(assets.length).toBeGreaterThan(0);
  const paths = [
    '/explorer',
    ...assets,
    '/explorer/config',
    '/explorer/operations',
    '/explorer/personas',
    '/metrics',
    '/health/live',
    '/health/ready',
  ];
  for (const service of ['gateway', ...agencyNames.filter((name) => name !== 'poverty')])
    for (const path of paths) {
      const text = await send(new URL(path, planted.hub.urlOf(service)), {});
      expect({ service, path, persons: personsIn(text) }).toEqual({ service, path, persons: [] });
    }
});

test('T8 commands that fail name nobody', async () => {
  const damaged = join(planted.hub.folder, 'export.ndjson');
  writeFileSync(damaged, `${ALL}\n{"actor":"${NAME}","${NUMBER}":"${PHONE}"}\n`);
  const address = `postgres://nobody:${NUMBER}@127.0.0.1:1/education`;
  const commands: [readonly string[], Record<string, string>][] = [
    [['serve', 'education'], { HUB_CHILDREN: NUMBER, HUB_COUNTY: NAME, HUB_NOW: PHONE, HUB_LOG_LEVEL: ALL }],
    [
      ['serve', 'education'],
      { HUB_DATA_DIR: planted.hub.folder, EDUCATION_DATABASE_URL: address, HUB_LOG_LEVEL: 'trace' },
    ],
    [
      ['serve', 'education'],
      { HUB_DATA_DIR: planted.hub.folder, HUB_DIGEST_KEY: NUMBER, EDUCATION_SIGNING_KEY: NAME },
    ],
    [
      ['migrate'],
      { HUB_DATA_DIR: planted.hub.folder, EDUCATION_OWNER_DATABASE_URL: address, HUB_LOG_LEVEL: 'trace' },
    ],
    [['verify-audit', damaged, '--key', '0123456789abcdef'], { HUB_DATA_DIR: planted.hub.folder }],
  ];
  for (const [parameters, settings] of commands) {
    const { status, stdout, stderr } = await startHub(parameters, settings).ended;
    expect({ parameters, failed: status !== 0 }).toEqual({ parameters, failed: true });
    expect(stdout + stderr).not.toBe('');
    expect({ parameters, persons: personsIn(stdout + stderr) }).toEqual({ parameters, persons: [] });
  }
}, 120_000);

test('T8 nothing that any process wrote, at the most talkative level, names anybody', async () => {
  const endings = await Promise.all(
    [...planted.hub.served].map(async ([service, each]) => ({ service, ending: await each.stop('SIGTERM') })),
  );
  /** Everything that came out of the hub and may hold no child's name, number or telephone. */
  const came: { readonly from: string; readonly text: string }[] = [];
  for (const { service, ending } of endings) {
    came.push({ from: `stdout of ${service}`, text: ending.stdout });
    came.push({ from: `stderr of ${service}`, text: ending.stderr });
    expect(ending.stdout).not.toBe('');
  }
  const logged = came.map(({ text }) => text).join('\n');
  expect(logged).toContain('resolver failed');
  expect(logged).toContain('A subgraph call failed.');
  for (const name of readdirSync(join(planted.hub.folder, 'audit'), { recursive: true, encoding: 'utf8' })) {
    const file = join(planted.hub.folder, 'audit', name);
    if (statSync(file).isFile()) came.push({ from: file, text: readFileSync(file, 'utf8') });
  }
  const named = came.map(({ from, text }) => ({ from, persons: personsIn(text) }));
  expect(named.filter(({ persons }) => persons.length > 0)).toEqual([]);
}, 60_000);

test('T8 the access logs of all agencies hold codes and digests alone', async () => {
  for (const agency of agencyNames) {
    const client = new pg.Client({ connectionString: planted.hub.ownerDatabaseUrl(agency) });
    await client.connect();
    const { rows } = await client.query<{ entry: string }>(
      'select access_log::text as entry from access_log',
    );
    await client.end();
    const text = rows.map(({ entry }) => entry).join('\n');
    expect({ agency, persons: personsIn(text) }).toEqual({ agency, persons: [] });
  }
});
