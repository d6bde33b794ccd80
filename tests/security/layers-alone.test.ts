// First: the registry brings what the decorators of the types need.
import { loadAgency } from '../../subgraphs/index.js';
import { createAgencyApp } from '../../subgraphs/_kit/app.js';
import type { AgencyAppOptions } from '../../subgraphs/_kit/app.js';
import { DATA_CLASSES, loadPurposes } from '../../policies/purposes.js';
import { loadPolicies } from '../../policies/load-policies.js';
import { registerKeys } from '../../cli/processes/agency-keys.js';
import { agencyDatabaseNames } from '../../postgres/agency-databases.js';
import { createGateway } from '../../gateway/server.js';
import type { Jurisdiction, TokenClaims } from '../../subgraphs/_kit/access/caller.js';
import { openDatabase } from '../../subgraphs/_kit/database.js';
import { listen } from '../../subgraphs/_kit/http/serve.js';
import { createColumnCipher } from '../../subgraphs/_kit/identity/column-cipher.js';
import { createStudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import { createLogger } from '../../subgraphs/_kit/log.js';
import { openCallerSession, type OpenSession } from '../../subgraphs/_kit/request-session.js';
import { assertServingRole, ServingRoleError } from '../../subgraphs/_kit/serving-role.js';
import { readFileSync } from 'node:fs';
import {
  callerAs,
  elsewhere,
  testCounty,
  testIssuer,
  withoutScope,
  type TestCaller,
} from '../support/callers.js';
import { copyDatabase, type DatabaseCopy } from '../support/database-copy.js';
import { postGraphql } from '../support/graphql-client.js';
import { testServer } from '../support/test-server.js';
import { TEST_NOW, testSettings } from '../support/test-settings.js';

const AGENCY = 'civil-affairs';
const officer = callerAs('civil-affairs-officer');
const everywhere: readonly Jurisdiction[] = [...'0123456789'].map((code) => ({ kind: 'DIVISION', code }));
const inTownship = { ...officer, jurisdiction: callerAs('township-officer').jurisdiction };

const closers: (() => Promise<unknown>)[] = [];
let copy: DatabaseCopy;
beforeAll(async () => {
  copy = await copyDatabase(AGENCY);
});
afterAll(async () => {
  for (const close of closers.reverse()) await close();
  await copy.drop();
});

/** Layers that let everything through; each test puts one real one in their place. */
const open = {
  tokens: (caller: TestCaller): AgencyAppOptions['tokens'] => ({
    verify: () => Promise.resolve(claimsOf({ ...caller, jurisdiction: everywhere })),
  }),
  session: ((orm, caller, today) =>
    openCallerSession(orm, { ...caller, jurisdiction: everywhere }, today)) satisfies OpenSession,
};

function claimsOf({ slug, agency, scopes, jurisdiction }: TestCaller): TokenClaims {
  return {
    subject: slug,
    agency,
    role: slug,
    scopes: new Set(scopes),
    jurisdiction,
    expiresAt: Date.now() / 1000 + 60,
    clientClass: 'EXPLORER',
  };
}

/** An agency of which only the layers given are real. */
async function agencyWith(layers: {
  readonly tokens: AgencyAppOptions['tokens'];
  readonly openSession: OpenSession;
  readonly role?: string;
}): Promise<URL> {
  const definition = await loadAgency(AGENCY);
  const names = agencyDatabaseNames(AGENCY);
  const orm = await openDatabase(definition, {
    url: copy.urlFor(layers.role ?? names.serving),
  });
  const keys = registerKeys(testSettings());
  const genuine = { isGenuine: () => true };
  const app = await createAgencyApp(definition, {
    orm,
    tokens: layers.tokens,
    openSession: layers.openSession,
    signatures: genuine,
    serviceSignatures: genuine,
    serviceHandlers: {},
    purposes: loadPurposes(),
    approvals: {
      find: () => ({ ids: [], dataClasses: new Set(DATA_CLASSES), onlyStudent: undefined }),
    },
    revocations: { covers: () => false },
    usage: {
      countLookup: () => Promise.resolve(),
      noteMiss: () => Promise.resolve(),
      admitDelivery: () => Promise.resolve(true),
    },
    accessLog: { append: () => Promise.resolve(), isWritable: () => true, close: () => Promise.resolve() },
    cipher: createColumnCipher(keys.column, AGENCY),
    identifier: createStudentIdentifier(keys.digest),
    policies: loadPolicies(),
    overAllRows: () => Promise.reject(new Error('Nothing is counted here.')),
    now: () => TEST_NOW,
    log: createLogger('silent', AGENCY),
  });
  const url = await listen(app.server, '127.0.0.1', 0);
  closers.push(async () => {
    await app.close();
    await orm.close();
  });
  return url;
}

const WELFARE = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Student { welfare { orphan { register { state } } } } } }`;
const LIST = '{ leftBehindChildren(first: 100) { nodes { student { id } } } }';
const sample = { representations: [{ __typename: 'Student', id: testCounty.sampleStudentId }] };

interface Listed {
  readonly leftBehindChildren: {
    readonly nodes: readonly { readonly student: { readonly id: string } }[];
  } | null;
}

describe('T6 the database’s row-level security alone', () => {
  let url: URL;
  beforeAll(async () => {
    url = await agencyWith({
      tokens: open.tokens(officer),
      openSession: (orm, caller, today) =>
        openCallerSession(orm, { ...caller, jurisdiction: inTownship.jurisdiction }, today),
    });
  });

  test('shows a township’s officer the township’s children only', async () => {
    const wide = await agencyWith({ tokens: open.tokens(officer), openSession: open.session });
    const all = await postGraphql<Listed>(wide, officer, LIST);
    const own = await postGraphql<Listed>(url, officer, LIST);
    const count = (answer: typeof all) => answer.data.leftBehindChildren?.nodes.length ?? 0;
    expect(own.errors).toEqual([]);
    expect(count(own)).toBeGreaterThan(0);
    expect(count(own)).toBeLessThan(count(all));
  });

  test('shows nobody of another county anything', async () => {
    const away = await agencyWith({
      tokens: open.tokens(officer),
      openSession: (orm, caller, today) =>
        openCallerSession(orm, { ...caller, jurisdiction: elsewhere(officer).jurisdiction }, today),
    });
    const list = await postGraphql<Listed>(away, officer, LIST);
    expect(list.data.leftBehindChildren?.nodes).toEqual([]);
    const child = await postGraphql<{ _entities: ({ welfare: object } | null)[] }>(
      away,
      officer,
      WELFARE,
      sample,
    );
    expect(child.data._entities[0]?.welfare ?? null).toBeNull();
    expect(child.errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  });
});

describe('T6 the gate alone, over a database that opens everything', () => {
  const gate = (caller: TestCaller) =>
    agencyWith({
      tokens: { verify: () => Promise.resolve(claimsOf(caller)) },
      openSession: open.session,
      role: 'hub_admin',
    });

  test('refuses a field without its scope, and a child out of reach', async () => {
    const scopeless = withoutScope(officer, 'civil-affairs.welfare.read');
    const refused = await postGraphql(await gate(scopeless), scopeless, WELFARE, sample);
    expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    const away = elsewhere(officer);
    const hidden = await postGraphql(await gate(away), away, WELFARE, sample);
    expect(hidden.errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  });

  test('lists nobody to an officer of another county', async () => {
    const away = elsewhere(officer);
    const { data } = await postGraphql<Listed>(await gate(away), away, LIST);
    expect(data.leftBehindChildren?.nodes).toEqual([]);
  });

  test('refuses a purpose that does not reach the data, whatever the token says', async () => {
    const counting: TestCaller = { ...officer, purpose: 'STATISTICS' };
    const { errors } = await postGraphql(await gate(counting), counting, WELFARE, sample);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

describe('the gateway alone, before an agency that answers everybody', () => {
  async function gatewayBeforeOpenAgency(): Promise<URL> {
    const url = await agencyWith({ tokens: open.tokens(officer), openSession: open.session });
    const supergraph = readFileSync('schema/supergraph.graphql', 'utf8');
    const names = [...supergraph.matchAll(/@join__graph\(name: "([\w-]+)"/g)].map(([, name]) => name ?? '');
    const gateway = createGateway({
      supergraph,
      subgraphUrls: Object.fromEntries(names.map((name) => [name, url])),
      tokenIssuer: testIssuer.tokenIssuer,
      purposes: new Set<string>(loadPurposes().keys()),
      log: createLogger('silent', 'gateway'),
    });
    closers.push(() => gateway.close());
    return gateway.listen({ host: '127.0.0.1', port: 0 });
  }

  test('lets nobody through without a token or a purpose, and no field without its scope', async () => {
    const url = await gatewayBeforeOpenAgency();
    const bare = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-purpose': 'CASE_HANDLING' },
      body: JSON.stringify({ query: LIST }),
    });
    expect(bare.status).toBe(401);
    expect((await postGraphql(url, { ...officer, purpose: 'CURIOSITY' }, LIST)).status).toBe(400);
    const scopeless = withoutScope(officer, 'civil-affairs.left-behind.list');
    const { data, errors } = await postGraphql<Listed>(url, scopeless, LIST);
    expect(data.leftBehindChildren).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

describe('T25 the database roles alone', () => {
  test('an agency does not serve as superuser or as the owner of its tables', async () => {
    const definition = await loadAgency(AGENCY);
    const { owner } = agencyDatabaseNames(AGENCY);
    for (const role of ['hub_admin', owner]) {
      const orm = await openDatabase(definition, { url: copy.urlFor(role) });
      await expect(assertServingRole(AGENCY, orm)).rejects.toThrow(ServingRoleError);
      await orm.close();
    }
  });

  test.each([
    ['switch row-level security off', 'alter table student_scope disable row level security'],
    ['drop its policy', 'drop policy reach on student_scope'],
    ['empty a table at once', 'truncate student_scope'],
    ['make a table of its own', 'create table stolen (id int)'],
    ['become the owner', 'set role civil_affairs_owner'],
    ['become the superuser', 'set role hub_admin'],
    ['read the server’s files', "select pg_read_file('postgresql.conf')"],
    ['run a program', "copy orphan to program 'cat'"],
  ])('the serving role cannot %s', async (_, statement) => {
    const definition = await loadAgency(AGENCY);
    const { serving } = agencyDatabaseNames(AGENCY);
    const orm = await openDatabase(definition, { url: copy.urlFor(serving) });
    await expect(orm.em.fork().execute(statement)).rejects.toThrow();
    await orm.close();
  });

  test('the serving role cannot open another agency’s database', async () => {
    const definition = await loadAgency('police');
    const { serving } = agencyDatabaseNames(AGENCY);
    const { database } = agencyDatabaseNames('police');
    const orm = await openDatabase(definition, { url: testServer().urlFor(database, serving) });
    await expect(orm.em.fork().execute('select 1')).rejects.toThrow();
    await orm.close();
  });
});
