import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { loadPersonas } from '../../cli/processes/personas.js';
import { readCountyManifest, type CountyManifest } from '../../county/county-manifest.js';
import type { Persona } from '../../gateway/persona.js';
import { loadSettings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { prepareHubApart, type HubApart } from '../processes/support/hub-apart.js';
import { startHub, type HubProcess } from '../processes/support/hub-process.js';
import { startIdentityProvider, type IdentityProvider } from '../processes/support/identity-provider.js';
import { createPersonFinder, PLANTED, type FindPersons } from './support/planted.js';

const CHILDREN = 60;
const START_LIMIT_MS = 240_000;
const { residentIdNumber: NUMBER, name: NAME, phone: PHONE } = PLANTED;
const ALL = `${NUMBER} ${NAME} ${PHONE}`;

let identity: IdentityProvider;
let hub: HubApart;
let county: CountyManifest;
let personsIn: FindPersons;
let personas: readonly Persona[];
const running = new Map<string, HubProcess>();
/** Everything that came out of the hub and may hold no child's name, number or telephone. */
const came: { readonly from: string; readonly text: string }[] = [];

beforeAll(async () => {
  identity = await startIdentityProvider();
  hub = await prepareHubApart({ ...identity.settings, HUB_LOG_LEVEL: 'trace' });
  expect(await hub.run('migrate')).toMatchObject({ status: 0 });
  expect(await hub.generate(CHILDREN)).toMatchObject({ status: 0 });
  for (const service of agencyNames) running.set(service, hub.start(service));
  for (const [service, started] of running) await hub.untilHealthy(service, started);
  const gateway = hub.start('gateway');
  running.set('gateway', gateway);
  await hub.untilHealthy('gateway', gateway);

  const manifest = readCountyManifest(hub.folder);
  if (!manifest?.sampleStudentId) throw new Error('The county has no child.');
  county = manifest;
  personsIn = createPersonFinder(manifest);
  const settings = loadSettings({ HUB_DATA_DIR: hub.folder }, agencyNames, { gateway: false, agencies: [] });
  personas = loadPersonas(settings, manifest);
}, START_LIMIT_MS);

afterAll(async () => {
  await Promise.all([...running.values()].map((each) => each.stop('SIGKILL')));
  await hub?.remove();
  await identity?.close();
});

async function headersOf(slug: string): Promise<Record<string, string>> {
  const persona = personas.find((each) => each.slug === slug);
  if (!persona) throw new Error(`There is no persona ${slug}.`);
  return {
    authorization: `Bearer ${await identity.tokenFor(persona.claims)}`,
    'x-purpose': persona.purposes[0] ?? '',
    'content-type': 'application/json',
  };
}

async function send(url: URL, init: RequestInit): Promise<string> {
  const response = await fetch(url, init);
  return JSON.stringify([...response.headers]) + (await response.text());
}

const graphql = (service = 'gateway') => new URL('/graphql', hub.urlOf(service));

async function ask(
  query: string,
  variables?: object,
  headers: Record<string, string> = {},
  slug = 'police-officer',
) {
  return send(graphql(), {
    method: 'POST',
    headers: { ...(await headersOf(slug)), ...headers },
    body: JSON.stringify({ query, variables }),
  });
}

function keep(from: string, text: string): void {
  came.push({ from, text });
}

test('the search finds what it looks for, in an answer to whom may see it', async () => {
  const answer = await ask(
    'query ($id: ID!) { student(id: $id) { registerEntry { name residentIdNumber(reason: "identity check at the station") } } }',
    { id: county.sampleStudentId },
  );
  expect(personsIn(answer).length).toBeGreaterThan(0);
  expect(personsIn(answer).some((found) => /^\d{17}[\dX]$/.test(found))).toBe(true);
  const page = await ask('{ students(first: 20) { nodes { registerEntry { name } } } }');
  expect(personsIn(page).length).toBeGreaterThan(5);
  expect(personsIn(ALL)).toEqual([NUMBER, NAME, PHONE]);
});

const LOOK = 'query ($input: FindStudentInput!) { findStudent(input: $input) { id } }';
const MISTAKES: Record<string, () => Promise<string>> = {
  'a child that nobody knows': () => ask(LOOK, { input: { residentIdNumber: NUMBER, name: NAME } }),
  'a number where an id belongs': () => ask('query ($id: ID!) { student(id: $id) { id } }', { id: NUMBER }),
  'numbers written into the query': () =>
    ask(
      `{ student(id: "${ALL}") { id } findStudent(input: { residentIdNumber: "${NUMBER}", name: "${NAME}" }) { id } }`,
    ),
  'a query with a name that is no field': () =>
    ask(`{ student(id: "${NUMBER}") { a_${PHONE}(b: "${NAME}") } } # ${ALL}`),
  'a query that does not parse': () => ask(`{ student(id: "${ALL}"`),
  'a letter that no query has': () => ask(`{ ${NAME} }`),
  'a variable of the wrong type': () =>
    ask(LOOK, { input: { residentIdNumber: [NUMBER], name: { [NAME]: PHONE } } }),
  'a variable that is not declared': () =>
    ask(LOOK, { input: { residentIdNumber: NUMBER, name: NAME, [PHONE]: ALL } }),
  'a filter that fits nothing': () =>
    ask('query ($d: String) { students(filter: { division: $d }, after: $d) { nodes { id } } }', { d: ALL }),
  'a text that no database keeps': () =>
    ask('query ($d: String) { students(filter: { name: $d }) { nodes { id } } }', { d: `${ALL}\u0000` }),
  'a command that is refused': () =>
    ask(
      'mutation ($input: ApproveAccessInput!) { approveAccess(input: $input) { errors { code message field } } }',
      {
        input: {
          idempotencyKey: NUMBER,
          level: 'CASE',
          actorKind: 'PERSON',
          actor: ALL,
          purpose: 'CASE_HANDLING',
          dataClasses: ['IDENTITY'],
          studentId: NUMBER,
          expiresAt: '2027-01-01T00:00:00Z',
          basis: ALL,
        },
      },
      {},
      'coordination-officer',
    ),
  'an operation under a name': () =>
    send(graphql(), {
      method: 'POST',
      headers: {},
      body: JSON.stringify({ query: '{ __typename }', operationName: NAME }),
    }),
  'a request id that is a number': () => ask('{ nothing }', {}, { 'x-request-id': NUMBER }),
  'an approval that is a number': () =>
    ask(
      'query ($id: ID!) { student(id: $id) { id registerEntry { standing } } }',
      { id: 'a'.repeat(26) },
      { 'x-approval': NUMBER },
    ),
  'a purpose that is none': () => ask('{ __typename }', {}, { 'x-purpose': `${NUMBER}${PHONE}` }),
  'a token that is none': () => ask('{ __typename }', {}, { authorization: `Bearer ${NUMBER}.${PHONE}.x` }),
  'a body that is too big': async () =>
    send(graphql(), {
      method: 'POST',
      headers: await headersOf('police-officer'),
      body: JSON.stringify({ query: ALL.repeat(25_000) }),
    }).catch(() => 'The gateway hung up.'),
  'a body that is no JSON': async () =>
    send(graphql(), { method: 'POST', headers: await headersOf('police-officer'), body: `{"query": ${ALL}` }),
  'an address with a child in it': async () =>
    (await send(new URL(`/graphql?query=${encodeURIComponent(ALL)}`, hub.gatewayUrl), {})) +
    (await send(new URL(`/students/${encodeURIComponent(ALL)}`, hub.gatewayUrl), {})) +
    (await send(new URL(`/explorer/${encodeURIComponent(ALL)}`, hub.gatewayUrl), {})),
};

test.each(Object.keys(MISTAKES))('T7 %s is not repeated in what the gateway says', async (mistake) => {
  const said = await MISTAKES[mistake]?.();
  expect(said).toBeDefined();
  expect(personsIn(said ?? '')).toEqual([]);
});

test.each(agencyNames)('T7 %s repeats nothing to whoever reaches it without the gateway', async (agency) => {
  const headers = await headersOf('police-officer');
  for (const path of [
    '/graphql',
    '/kit/approvals',
    '/kit/scopes',
    '/kit/heads',
    `/${encodeURIComponent(ALL)}`,
  ]) {
    const url = new URL(path, hub.urlOf(agency));
    const bodies = [JSON.stringify({ query: ALL, studentId: NUMBER, name: NAME }), ALL, ALL.repeat(1000)];
    for (const body of bodies)
      expect(personsIn(await send(url, { method: 'POST', headers, body }))).toEqual([]);
  }
});

test('T7 what a database says of a child when it fails goes no further', async () => {
  const client = new pg.Client({ connectionString: hub.ownerDatabaseUrl('education') });
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
    const said = await ask(
      'query ($id: ID!) { student(id: $id) { id schooling { studentStatus { register { state } } } } }',
      {
        id: county.sampleStudentId,
      },
      {},
      'coordination-officer',
    );
    expect(said).toContain('AGENCY_UNAVAILABLE');
    expect(personsIn(said)).toEqual([]);
  } finally {
    await client.query(rows[0]?.source ?? '');
    await client.end();
  }
});

test('T7 an agency that is down is said without what was asked of it', async () => {
  await running.get('poverty')?.stop('SIGKILL');
  const said = await ask(
    'query ($id: ID!, $d: String) { student(id: $id) { poverty { povertyHousehold { register { state } } } } povertyHouseholds(filter: { division: $d }) { totalCount } }',
    {
      id: county.sampleStudentId,
      d: ALL,
    },
    {},
    'coordination-officer',
  );
  expect(said).toContain('AGENCY_UNAVAILABLE');
  expect(personsIn(said)).toEqual([]);
});

test('T8 pages, metrics and health of every part name nobody', async () => {
  const html = await send(new URL('/explorer', hub.gatewayUrl), {});
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
      const text = await send(new URL(path, hub.urlOf(service)), {});
      expect({ service, path, persons: personsIn(text) }).toEqual({ service, path, persons: [] });
    }
});

test('T8 commands that fail name nobody', async () => {
  const damaged = join(hub.folder, 'export.ndjson');
  writeFileSync(damaged, `${ALL}\n{"actor":"${NAME}","${NUMBER}":"${PHONE}"}\n`);
  const address = `postgres://nobody:${NUMBER}@127.0.0.1:1/education`;
  const commands: [readonly string[], Record<string, string>][] = [
    [['serve', 'education'], { HUB_CHILDREN: NUMBER, HUB_COUNTY: NAME, HUB_NOW: PHONE, HUB_LOG_LEVEL: ALL }],
    [
      ['serve', 'education'],
      { HUB_DATA_DIR: hub.folder, EDUCATION_DATABASE_URL: address, HUB_LOG_LEVEL: 'trace' },
    ],
    [
      ['serve', 'education'],
      { HUB_DATA_DIR: hub.folder, HUB_DIGEST_KEY: NUMBER, EDUCATION_SIGNING_KEY: NAME },
    ],
    [
      ['migrate'],
      { HUB_DATA_DIR: hub.folder, EDUCATION_OWNER_DATABASE_URL: address, HUB_LOG_LEVEL: 'trace' },
    ],
    [['verify-audit', damaged, '--key', '0123456789abcdef'], { HUB_DATA_DIR: hub.folder }],
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
    [...running].map(async ([service, each]) => ({ service, ending: await each.stop('SIGTERM') })),
  );
  for (const { service, ending } of endings) {
    keep(`stdout of ${service}`, ending.stdout);
    keep(`stderr of ${service}`, ending.stderr);
    expect(ending.stdout).not.toBe('');
  }
  const logged = came.map(({ text }) => text).join('\n');
  expect(logged).toContain('resolver failed');
  expect(logged).toContain('A subgraph call failed.');
  for (const name of readdirSync(join(hub.folder, 'audit'), { recursive: true, encoding: 'utf8' })) {
    const file = join(hub.folder, 'audit', name);
    if (statSync(file).isFile()) keep(file, readFileSync(file, 'utf8'));
  }
  const named = came.map(({ from, text }) => ({ from, persons: personsIn(text) }));
  expect(named.filter(({ persons }) => persons.length > 0)).toEqual([]);
}, 60_000);

test('T8 the access logs of all agencies hold codes and digests alone', async () => {
  for (const agency of agencyNames) {
    const client = new pg.Client({ connectionString: hub.ownerDatabaseUrl(agency) });
    await client.connect();
    const { rows } = await client.query<{ entry: string }>(
      'select access_log::text as entry from access_log',
    );
    await client.end();
    const text = rows.map(({ entry }) => entry).join('\n');
    expect({ agency, persons: personsIn(text) }).toEqual({ agency, persons: [] });
  }
});
