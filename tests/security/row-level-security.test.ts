import pg from 'pg';
import { agencyDatabaseNames } from '../../postgres/agency-databases.js';
import { cloneDatabase, dropDatabase } from '../../postgres/database-clone.js';
import { agencyNames, loadAgency } from '../../subgraphs/index.js';
import {
  callerSession,
  serviceSession,
  type SessionVariables,
} from '../../subgraphs/_kit/student/session-context.js';
import type { Jurisdiction } from '../../subgraphs/_kit/access/caller.js';
import { testCounty } from '../support/callers.js';
import { testServer } from '../support/test-server.js';

/** Tables without a child in them; every other one must be protected. */
const OPEN_TABLES = new Set([
  'division',
  'register',
  'mikro_orm_migrations',
  'access_log',
  'audit_head',
  'approval',
  'publication_state',
  'revocation',
  'token_revocation',
  'command',
  'daily_usage',
  'delivered_child',
  'security_alarm',
  'school',
  'school_class',
  'school_site',
  'employer',
  'labour_inspection',
  'licence_sanction',
  'resettlement_site',
  'register_run',
  'import_run',
  'catchment',
  'publication',
  'order_series',
  'responsibility_assignment',
  'priority_area',
  'change_feed',
  'casework_feed',
  'roster_pin',
  'job_worker',
  'comparison_run',
  'comparison_range',
  'screening_campaign',
  'retention_cohort',
  'pupil_turnover',
  'indicator_month',
  'attendance_sheet',
]);

/** Approvals of a post's daily work stand beside those for one child, and name nobody. */
const PARTLY_OPEN = 'access_approval';

const TODAY = '2026-11-20';
const connections = new Map<string, pg.Client>();
const copies = new Map<string, string>();
beforeAll(async () => {
  const { adminUrl, urlFor } = testServer();
  for (const name of agencyNames) {
    const { database, serving } = agencyDatabaseNames(name);
    const copy = `rls_${process.pid}_${name.replaceAll('-', '_')}`;
    await cloneDatabase(adminUrl, database, copy);
    copies.set(name, copy);
    const client = new pg.Client({ connectionString: urlFor(copy, serving) });
    await client.connect();
    connections.set(name, client);
  }
});
afterAll(async () => {
  for (const client of connections.values()) await client.end();
  for (const copy of copies.values()) await dropDatabase(testServer().adminUrl, copy);
});

/**
 * What the serving role sees in a session with some variables; everything is rolled back.
 * @param arrange a statement before it, as the agency's own job
 */
async function within<Row>(
  agency: string,
  variables: SessionVariables,
  text: string,
  parameters: readonly unknown[] = [],
  arrange?: string,
): Promise<Row[]> {
  const client = connections.get(agency);
  if (!client) throw new Error(`${agency} is not connected.`);
  const enter = async (session: SessionVariables) => {
    for (const [name, value] of Object.entries(session))
      await client.query('select set_config($1, $2, true)', [name, value]);
  };
  await client.query('begin');
  try {
    if (arrange !== undefined) {
      await enter(serviceSession);
      await client.query(arrange);
    }
    await enter(variables);
    return (await client.query(text, [...parameters])).rows as Row[];
  } finally {
    await client.query('rollback');
  }
}

const officerOf = (kind: Jurisdiction['kind'], code: string) =>
  callerSession({ jurisdiction: [{ kind, code }], purpose: 'CASE_HANDLING' }, TODAY);
/** @param table quoted, with its condition if it has one */
const countOf = async (agency: string, variables: SessionVariables, table: string) =>
  (await within<{ count: number }>(agency, variables, `select count(*)::int as count from ${table}`))[0]
    ?.count;

async function protectedTables(agency: string) {
  return within<{ table: string; enabled: boolean; forced: boolean; policies: number }>(
    agency,
    {},
    `select relname as "table", relrowsecurity as enabled, relforcerowsecurity as forced,
       (select count(*)::int from pg_policy where polrelid = c.oid) as policies
     from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
}

describe.each(agencyNames)('T25 %s under row-level security', (agency) => {
  test('every table about children is under row-level security, forced on its owner too', async () => {
    const tables = (await protectedTables(agency)).filter(({ table }) => !OPEN_TABLES.has(table));
    expect(tables.length).toBeGreaterThan(1);
    for (const table of tables) expect(table).toEqual({ ...table, enabled: true, forced: true, policies: 1 });
  });

  test('no table with a child’s id is among the open ones', async () => {
    const { entities } = await loadAgency(agency);
    const open = entities
      .map((entity) => entity.init().meta)
      .filter(({ tableName }) => OPEN_TABLES.has(tableName))
      .filter(({ properties }) => Object.hasOwn(properties, 'studentId'));
    expect(open.map(({ tableName }) => tableName)).toEqual([]);
  });

  test.each([
    ['no context', {}],
    ['an area that is a wildcard', officerOf('DIVISION', '%')],
    ['an empty area', officerOf('DIVISION', '')],
    ['no area', callerSession({ jurisdiction: [], purpose: 'CASE_HANDLING' }, TODAY)],
    ['an area elsewhere', officerOf('DIVISION', '652301')],
    ['an agency’s own area', officerOf('AGENCY', agency)],
    ['a school that is a wildcard', officerOf('SCHOOL', '%')],
  ])('with %s there are no rows', async (_, variables) => {
    const tables = (await protectedTables(agency)).filter(({ enabled }) => enabled);
    for (const { table } of tables) {
      const about = table === PARTLY_OPEN ? `"${table}" where student_id is not null` : `"${table}"`;
      expect({ table, count: await countOf(agency, variables, about) }).toEqual({ table, count: 0 });
    }
    expect(
      await within(agency, variables, 'select * from student_identities($1)', [[testCounty.sampleStudentId]]),
    ).toEqual([]);
  });

  test('an officer of a township sees exactly the scopes and children of the township', async () => {
    const township = testCounty.places?.township.slice(0, 9) ?? '';
    const seen = await within<{ id: string }>(
      agency,
      officerOf('DIVISION', township),
      'select distinct student_id as id from student_scope order by 1',
    );
    const expected = await within<{ id: string }>(
      agency,
      serviceSession,
      `select distinct student_id as id from student_scope
       where kind in ('REGISTERED', 'RESIDENCE', 'GRANT') and starts_with(code, $1) order by 1`,
      [township],
    );
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).toEqual(expected);
  });

  test.each([
    ['a division', '215200', 'DIVISION', '21', 1],
    ['a school', '2152000001', 'SCHOOL', '2152000001', 1],
    ['a school, not the division that its code begins with', '2152000001', 'DIVISION', '21', 0],
    ['a class, not the division that its code begins with', '21520000010103', 'DIVISION', '215200', 0],
  ] as const)('a grant opens a child to %s', async (_what, code, kind, area, count) => {
    const grant = `insert into student_scope (student_id, canonical_id, kind, code, origin)
      values ('granted', 'granted', 'GRANT', '${code}', 'GRANT')`;
    for (const text of [
      "select from student_scope where student_id = 'granted'",
      "select from student_identities(array['granted'])",
    ])
      expect(await within(agency, officerOf(kind, area), text, [], grant)).toHaveLength(count);
  });

  test('a caller can neither open a child to itself nor write about a child that it does not see', async () => {
    const elsewhere = officerOf('DIVISION', '652301');
    await expect(
      within(
        agency,
        elsewhere,
        `insert into student_scope (student_id, canonical_id, kind, code, origin) values ($1, $1, 'GRANT', '652301000000', 'X')`,
        [testCounty.sampleStudentId],
      ),
    ).rejects.toMatchObject({ code: '42501' });
    const changed = await within(
      agency,
      elsewhere,
      `update student_scope set code = '652301000000' returning 1`,
    );
    expect(changed).toEqual([]);
  });
});
