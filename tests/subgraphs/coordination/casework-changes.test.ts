import pg from 'pg';
import { COORDINATION_SCOPES } from '../../../subgraphs/coordination/scopes.js';
import { serviceSession } from '../../../subgraphs/_kit/student/session-context.js';
import { connectAsOwner } from '../../support/agency-owner.js';
import { elsewhere, withoutScope } from '../../support/callers.js';
import { countStatements } from '../../support/count-statements.js';
import { numbersOf, office, startCaseworkFeed, township, type CaseworkFeed } from './casework-feed.js';

let feed: CaseworkFeed;
beforeAll(async () => {
  feed = await startCaseworkFeed();
});
afterAll(() => feed?.agency.close());

test('without a cursor nothing is listed, and what changes after it is told with its kind and version', async () => {
  const started = await feed.read(null);
  expect(started).toMatchObject({ changes: [], hasMore: false, isContinuous: true });
  await feed.touch(feed.cases[0]);
  const [referral] = await feed.agency.rows<{ number: string }>(
    'update referral set version = version + 1 where id = (select min(id) from referral) returning referral_number as number',
  );
  await feed.agency.rows(
    'delete from enforcement_order where order_number = (select min(order_number) from enforcement_order)',
  );
  await feed.agency.rows(
    `insert into discrepancy_task (student_id, matter, body, step, division_code, opened_on, due_on)
     select student_id, 'told', body, step, division_code, opened_on, due_on from discrepancy_task limit 1`,
  );
  const page = await feed.read(started.cursor);
  const [stored] = await feed.agency.rows<{ version: number; student: string }>(
    'select version, student_id as student from dropout_case where case_number = ?',
    feed.cases[0],
  );
  expect(page.changes.map(({ record, kind }) => [record, kind])).toEqual([
    ['CASE', 'CHANGED'],
    ['REFERRAL', 'CHANGED'],
    ['ORDER', 'REMOVED'],
    ['TASK', 'ADDED'],
  ]);
  expect(page.changes[0]).toMatchObject({
    number: feed.cases[0],
    recordVersion: stored?.version,
    student: { id: stored?.student },
  });
  expect(page.changes[1]?.number).toBe(referral?.number);
  expect(await feed.read(page.cursor)).toMatchObject({ changes: [], cursor: page.cursor });
});

test('what is written and is the same as before is no change, and one transaction tells of a record once', async () => {
  const cursor = await feed.here();
  await feed.agency.rows('update dropout_case set version = version where case_number = ?', feed.cases[0]);
  expect((await feed.read(cursor)).changes).toEqual([]);
  await feed.agency.rows(
    'update dropout_case set version = version + 1 where case_number = any(?::text[])',
    feed.cases,
  );
  const page = await feed.read(cursor);
  expect(numbersOf(page)).toEqual(feed.cases.toSorted());
  const paged = [];
  for (let after = cursor, more = true; more;) {
    const next = await feed.read(after, office, 1);
    paged.push(...numbersOf(next));
    [after, more] = [next.cursor, next.hasMore];
  }
  expect(paged).toEqual(feed.cases.toSorted());
});

test('from before the first version nothing is missed while nothing was cleared', async () => {
  await feed.touch(feed.cases[0]);
  const start = Buffer.from(JSON.stringify([0, '', ''])).toString('base64url');
  const page = await feed.read(start);
  expect(page.isContinuous).toBe(true);
  expect(numbersOf(page)).toContain(feed.cases[0]);
});

test('of a child out of reach, and of records that a list would refuse, nothing is told; the cursor goes on', async () => {
  const cursor = await feed.here();
  await feed.touch(feed.cases[0]);
  expect(numbersOf(await feed.read(cursor, township))).toEqual([feed.cases[0]]);
  for (const caller of [elsewhere(township), withoutScope(township, COORDINATION_SCOPES.readCasework)]) {
    const page = await feed.read(cursor, caller);
    expect(page).toMatchObject({ changes: [], hasMore: false, isContinuous: true });
    expect((await feed.read(page.cursor)).changes).toEqual([]);
  }
});

test('who read of a change stands in the access log with the child', async () => {
  const cursor = await feed.here();
  await feed.touch(feed.cases[0]);
  const owner = await connectAsOwner(feed.agency);
  const entries = async () => {
    const { rows } = await owner.query<{ count: number }>(
      'select count(*)::int as count from access_log where cardinality(students) > 0',
    );
    return rows[0]?.count ?? 0;
  };
  const before = await entries();
  await feed.read(cursor);
  await feed.read(await feed.here());
  expect(await entries()).toBe(before + 1);
  await owner.end();
});

test('a purpose that does not reach casework reads no change', async () => {
  const cursor = await feed.here();
  await feed.touch(feed.cases[0]);
  const { data, errors } = await feed.agency.ask<{ caseworkChanges: { changes: unknown } }>(
    { ...office, purpose: 'REGISTER_COMPARISON' },
    'query ($after: String!) { caseworkChanges(after: $after) { changes { number } } }',
    { after: cursor },
  );
  expect(data.caseworkChanges.changes).toBeNull();
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

test('a cursor of another list is refused', async () => {
  const { errors } = await feed.agency.ask(office, '{ caseworkChanges(after: "e30") { cursor } }');
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});

test('a poll takes as many statements for one change as for many', async () => {
  const cursor = await feed.here();
  await feed.touch(feed.cases[0]);
  const one = await countStatements(() => feed.read(cursor));
  for (const number of feed.cases) await feed.touch(number);
  expect(await countStatements(() => feed.read(cursor))).toBe(one);
});

describe('of transactions at the same time', () => {
  async function begin(number = ''): Promise<pg.Client> {
    const connection = new pg.Client({ connectionString: feed.agency.databaseUrl });
    await connection.connect();
    await connection.query('begin');
    for (const [name, value] of Object.entries(serviceSession))
      await connection.query('select set_config($1, $2, true)', [name, value]);
    await connection.query('update dropout_case set version = version + 1 where case_number = $1', [number]);
    return connection;
  }

  test('one that wrote first and is committed last is not skipped', async () => {
    const cursor = await feed.here();
    const early = await begin(feed.cases[0]);
    const late = await begin(feed.cases[1]);
    await late.query('commit');
    const page = await feed.read(cursor);
    expect(numbersOf(page)).toEqual([feed.cases[1]]);
    await early.query('commit');
    expect(numbersOf(await feed.read(page.cursor))).toEqual([feed.cases[0]]);
    await Promise.all([early.end(), late.end()]);
  });

  test('one that is being committed is waited for, and no reader misses it', async () => {
    const cursor = await feed.here();
    const early = await begin(feed.cases[0]);
    const late = await begin(feed.cases[1]);
    // As far as committing goes before it is done.
    await early.query('set constraints all immediate');
    const committing = late.query('commit');
    const page = await feed.read(cursor);
    expect(page).toMatchObject({ changes: [], cursor });
    await early.query('rollback');
    await committing;
    expect(numbersOf(await feed.read(page.cursor))).toEqual([feed.cases[1]]);
    await Promise.all([early.end(), late.end()]);
  });

  test('a reader that polls all the while hears of every one', async () => {
    const start = await feed.here();
    const told: string[] = [];
    let cursor = start;
    let isWriting = true;
    const writing = Promise.all(
      feed.cases.map(async (number, writer) => {
        for (let turn = 0; turn < 10; turn += 1) {
          const connection = await begin(number);
          await new Promise((resolve) => setTimeout(resolve, ((turn * 7 + writer * 5) % 4) * 3));
          await connection.query('commit');
          await connection.end();
        }
      }),
    ).finally(() => (isWriting = false));
    const poll = async () => {
      const page = await feed.read(cursor);
      told.push(...page.changes.map((change) => `${change.number} ${change.recordVersion}`));
      cursor = page.cursor;
    };
    while (isWriting) await poll();
    await writing;
    await poll();
    const stored = await feed.agency.rows<{ told: string }>(
      `select number || ' ' || record_version as told from casework_change order by version desc limit 40`,
    );
    expect(told.toSorted()).toEqual(stored.map((row) => row.told).toSorted());
    expect(new Set(told).size).toBe(40);
  });
});
