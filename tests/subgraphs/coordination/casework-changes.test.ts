import pg from 'pg';
import { COORDINATION_SCOPES } from '../../../subgraphs/coordination/scopes.js';
import { clearCaseworkChanges } from '../../../subgraphs/coordination/changes/clear-casework-changes.js';
import { kyselyOf } from '../../../subgraphs/_kit/kysely-of.js';
import { serviceTransaction } from '../../../subgraphs/_kit/student/service-transaction.js';
import { serviceSession } from '../../../subgraphs/_kit/student/session-context.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { connectAsOwner } from '../../support/agency-owner.js';
import { callerAs, elsewhere, withoutScope, type TestCaller } from '../../support/callers.js';
import { countStatements } from '../../support/count-statements.js';

interface Page {
  readonly isContinuous: boolean;
  readonly hasMore: boolean;
  readonly cursor: string;
  readonly changes: readonly {
    readonly record: string;
    readonly number: string;
    readonly kind: string;
    readonly recordVersion: number | null;
    readonly student: { readonly id: string };
  }[];
}

const office = callerAs('coordination-officer');
const township = callerAs('township-officer');

let agency: TestAgency;
let cases: string[] = [];
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  const rows = await agency.rows<{ number: string }>(
    'select case_number as number from dropout_case order by not starts_with(township_code, ?), 1 limit 4',
    township.jurisdiction[0]?.code ?? '',
  );
  cases = rows.map(({ number }) => number);
  expect(cases.length).toBe(4);
});
afterAll(() => agency.close());

async function read(after: string | null, caller: TestCaller = office, first = 100): Promise<Page> {
  const { data, errors } = await agency.ask<{ caseworkChanges: Page }>(
    caller,
    `query ($after: String, $first: Int!) { caseworkChanges(after: $after, first: $first) {
      isContinuous hasMore cursor changes { record number kind recordVersion student { id } } } }`,
    { after, first },
  );
  expect(errors).toEqual([]);
  return data.caseworkChanges;
}
const here = async () => (await read(null)).cursor;
const touch = (number = '') =>
  agency.rows('update dropout_case set version = version + 1 where case_number = ?', number);
const numbersOf = ({ changes }: Page) => changes.map(({ number }) => number);

test('without a cursor nothing is listed, and what changes after it is told with its kind and version', async () => {
  const started = await read(null);
  expect(started).toMatchObject({ changes: [], hasMore: false, isContinuous: true });
  await touch(cases[0]);
  const [referral] = await agency.rows<{ number: string }>(
    'update referral set version = version + 1 where id = (select min(id) from referral) returning referral_number as number',
  );
  await agency.rows(
    'delete from enforcement_order where order_number = (select min(order_number) from enforcement_order)',
  );
  await agency.rows(
    `insert into discrepancy_task (student_id, matter, body, step, division_code, opened_on, due_on)
     select student_id, 'told', body, step, division_code, opened_on, due_on from discrepancy_task limit 1`,
  );
  const page = await read(started.cursor);
  const [stored] = await agency.rows<{ version: number; student: string }>(
    'select version, student_id as student from dropout_case where case_number = ?',
    cases[0],
  );
  expect(page.changes.map(({ record, kind }) => [record, kind])).toEqual([
    ['CASE', 'CHANGED'],
    ['REFERRAL', 'CHANGED'],
    ['ORDER', 'REMOVED'],
    ['TASK', 'ADDED'],
  ]);
  expect(page.changes[0]).toMatchObject({
    number: cases[0],
    recordVersion: stored?.version,
    student: { id: stored?.student },
  });
  expect(page.changes[1]?.number).toBe(referral?.number);
  expect(await read(page.cursor)).toMatchObject({ changes: [], cursor: page.cursor });
});

test('what is written and is the same as before is no change, and one transaction tells of a record once', async () => {
  const cursor = await here();
  await agency.rows('update dropout_case set version = version where case_number = ?', cases[0]);
  expect((await read(cursor)).changes).toEqual([]);
  await agency.rows(
    'update dropout_case set version = version + 1 where case_number = any(?::text[])',
    cases,
  );
  const page = await read(cursor);
  expect(numbersOf(page)).toEqual(cases.toSorted());
  const paged = [];
  for (let after = cursor, more = true; more;) {
    const next = await read(after, office, 1);
    paged.push(...numbersOf(next));
    [after, more] = [next.cursor, next.hasMore];
  }
  expect(paged).toEqual(cases.toSorted());
});

test('from before the first version nothing is missed while nothing was cleared', async () => {
  await touch(cases[0]);
  const start = Buffer.from(JSON.stringify([0, '', ''])).toString('base64url');
  const page = await read(start);
  expect(page.isContinuous).toBe(true);
  expect(numbersOf(page)).toContain(cases[0]);
});

test('of a child out of reach, and of records that a list would refuse, nothing is told; the cursor goes on', async () => {
  const cursor = await here();
  await touch(cases[0]);
  expect(numbersOf(await read(cursor, township))).toEqual([cases[0]]);
  for (const caller of [elsewhere(township), withoutScope(township, COORDINATION_SCOPES.readCasework)]) {
    const page = await read(cursor, caller);
    expect(page).toMatchObject({ changes: [], hasMore: false, isContinuous: true });
    expect((await read(page.cursor)).changes).toEqual([]);
  }
});

test('who read of a change stands in the access log with the child', async () => {
  const cursor = await here();
  await touch(cases[0]);
  const owner = await connectAsOwner(agency);
  const entries = async () => {
    const { rows } = await owner.query<{ count: number }>(
      'select count(*)::int as count from access_log where cardinality(students) > 0',
    );
    return rows[0]?.count ?? 0;
  };
  const before = await entries();
  await read(cursor);
  await read(await here());
  expect(await entries()).toBe(before + 1);
  await owner.end();
});

test('a purpose that does not reach casework reads no change', async () => {
  const cursor = await here();
  await touch(cases[0]);
  const { data, errors } = await agency.ask<{ caseworkChanges: { changes: unknown } }>(
    { ...office, purpose: 'REGISTER_COMPARISON' },
    'query ($after: String!) { caseworkChanges(after: $after) { changes { number } } }',
    { after: cursor },
  );
  expect(data.caseworkChanges.changes).toBeNull();
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

test('whoever has fallen behind what was cleared, or is ahead of all that comes, is told so', async () => {
  const old = await here();
  await touch(cases[0]);
  await agency.rows('update casework_feed set cleared_version = version');
  try {
    const gap = await read(old);
    expect(gap).toMatchObject({ isContinuous: false, changes: [], hasMore: false });
    expect(await read(gap.cursor)).toMatchObject({ isContinuous: true, changes: [] });
  } finally {
    await agency.rows('update casework_feed set cleared_version = 0');
  }
  const present = await here();
  await agency.rows('update casework_feed set version = version - 1');
  expect(await read(present)).toMatchObject({ isContinuous: false });
  await agency.rows('update casework_feed set version = version + 1');
});

test('what is older than a month is cleared, and whoever has not read it is told so', async () => {
  const old = await here();
  await touch(cases[0]);
  const present = await here();
  await serviceTransaction(kyselyOf(agency.orm.em.fork()), (db) => clearCaseworkChanges(db, new Date()));
  expect(await read(old)).toMatchObject({ isContinuous: true });
  expect(numbersOf(await read(old))).toEqual([cases[0]]);
  const later = new Date(Date.now() + 31 * 86_400_000);
  await serviceTransaction(kyselyOf(agency.orm.em.fork()), (db) => clearCaseworkChanges(db, later));
  expect(await read(old)).toMatchObject({ isContinuous: false, changes: [] });
  expect(await read(present)).toMatchObject({ isContinuous: true, changes: [] });
});

test('what is older than thirty days is cleared to the second, and nothing that is younger', async () => {
  const now = new Date();
  const ageOf = (number = '', seconds = 0) =>
    agency.rows(
      `update casework_change set at = ?::timestamptz - interval '30 days' - ? * interval '1 second' where number = ?`,
      now.toISOString(),
      seconds,
      number,
    );
  const start = await here();
  await touch(cases[0]);
  const between = await here();
  await touch(cases[1]);
  await ageOf(cases[0], 1);
  await ageOf(cases[1], -1);
  await serviceTransaction(kyselyOf(agency.orm.em.fork()), (db) => clearCaseworkChanges(db, now));
  const kept = await agency.rows<{ number: string }>(
    'select number from casework_change where number = any(?::text[])',
    cases.slice(0, 2),
  );
  expect(kept).toEqual([{ number: cases[1] }]);
  expect(await read(start)).toMatchObject({ isContinuous: false, changes: [] });
  expect(numbersOf(await read(between))).toEqual([cases[1]]);
});

test('whoever stopped in the midst of a version that was cleared since is told so', async () => {
  const start = await here();
  await agency.rows(
    'update dropout_case set version = version + 1 where case_number = any(?::text[])',
    cases,
  );
  const begun = await read(start, office, 1);
  expect(begun).toMatchObject({ hasMore: true, isContinuous: true });
  const present = await here();
  const later = new Date(Date.now() + 31 * 86_400_000);
  await serviceTransaction(kyselyOf(agency.orm.em.fork()), (db) => clearCaseworkChanges(db, later));
  const gap = await read(begun.cursor);
  expect(gap).toMatchObject({ isContinuous: false, changes: [] });
  expect(await read(gap.cursor)).toMatchObject({ isContinuous: true, changes: [] });
  expect(await read(present)).toMatchObject({ isContinuous: true, changes: [] });
});

test('a cursor of another list is refused', async () => {
  const { errors } = await agency.ask(office, '{ caseworkChanges(after: "e30") { cursor } }');
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});

test('a poll takes as many statements for one change as for many', async () => {
  const cursor = await here();
  await touch(cases[0]);
  const one = await countStatements(() => read(cursor));
  for (const number of cases) await touch(number);
  expect(await countStatements(() => read(cursor))).toBe(one);
});

describe('of transactions at the same time', () => {
  async function begin(number = ''): Promise<pg.Client> {
    const connection = new pg.Client({ connectionString: agency.databaseUrl });
    await connection.connect();
    await connection.query('begin');
    for (const [name, value] of Object.entries(serviceSession))
      await connection.query('select set_config($1, $2, true)', [name, value]);
    await connection.query('update dropout_case set version = version + 1 where case_number = $1', [number]);
    return connection;
  }

  test('one that wrote first and is committed last is not skipped', async () => {
    const cursor = await here();
    const early = await begin(cases[0]);
    const late = await begin(cases[1]);
    await late.query('commit');
    const page = await read(cursor);
    expect(numbersOf(page)).toEqual([cases[1]]);
    await early.query('commit');
    expect(numbersOf(await read(page.cursor))).toEqual([cases[0]]);
    await Promise.all([early.end(), late.end()]);
  });

  test('one that is being committed is waited for, and no reader misses it', async () => {
    const cursor = await here();
    const early = await begin(cases[0]);
    const late = await begin(cases[1]);
    // As far as committing goes before it is done.
    await early.query('set constraints all immediate');
    const committing = late.query('commit');
    const page = await read(cursor);
    expect(page).toMatchObject({ changes: [], cursor });
    await early.query('rollback');
    await committing;
    expect(numbersOf(await read(page.cursor))).toEqual([cases[1]]);
    await Promise.all([early.end(), late.end()]);
  });

  test('a reader that polls all the while hears of every one', async () => {
    const start = await here();
    const told: string[] = [];
    let cursor = start;
    let isWriting = true;
    const writing = Promise.all(
      cases.map(async (number, writer) => {
        for (let turn = 0; turn < 10; turn += 1) {
          const connection = await begin(number);
          await new Promise((resolve) => setTimeout(resolve, ((turn * 7 + writer * 5) % 4) * 3));
          await connection.query('commit');
          await connection.end();
        }
      }),
    ).finally(() => (isWriting = false));
    const poll = async () => {
      const page = await read(cursor);
      told.push(...page.changes.map((change) => `${change.number} ${change.recordVersion}`));
      cursor = page.cursor;
    };
    while (isWriting) await poll();
    await writing;
    await poll();
    const stored = await agency.rows<{ told: string }>(
      `select number || ' ' || record_version as told from casework_change order by version desc limit 40`,
    );
    expect(told.toSorted()).toEqual(stored.map((row) => row.told).toSorted());
    expect(new Set(told).size).toBe(40);
  });
});
