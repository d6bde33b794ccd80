import type pg from 'pg';
import { agencyDatabaseNames } from '../../../postgres/agency-databases.js';
import { PREPARING_CONNECTIONS } from '../../../subgraphs/_kit/preparing-client.js';
import { callerSession } from '../../../subgraphs/_kit/student/session-context.js';
import { callerAs, elsewhere, type TestCaller } from '../../support/callers.js';
import { copyDatabase, type DatabaseCopy } from '../../support/database-copy.js';

let copy: DatabaseCopy;
let client: pg.Client;
beforeAll(async () => {
  copy = await copyDatabase('labour');
  const { Client, options } = PREPARING_CONNECTIONS;
  client = new Client({ connectionString: copy.urlFor(agencyDatabaseNames('labour').serving), options });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await copy.drop();
});

const inspector = callerAs('labour-inspector');

async function asCaller<Result>(caller: TestCaller, run: () => Promise<Result>): Promise<Result> {
  const variables = callerSession(
    { jurisdiction: caller.jurisdiction, purpose: caller.purpose },
    '2026-11-20',
  );
  await client.query('begin');
  for (const [name, value] of Object.entries(variables))
    await client.query('select set_config($1, $2, true)', [name, value]);
  try {
    return await run();
  } finally {
    await client.query('rollback');
  }
}

const IN_REACH = 'select count(*)::int as count from student_scope where kind = any($1::text[])';
const countInReach = async () =>
  (await client.query<{ count: number }>(IN_REACH, [['RESIDENCE', 'REGISTERED']])).rows[0]?.count ?? 0;

test('one plan shows each caller what that caller may reach, and nobody without a context anything', async () => {
  for (let turn = 0; turn < 8; turn += 1) {
    expect(await asCaller(inspector, countInReach)).toBeGreaterThan(0);
    expect(await asCaller(elsewhere(inspector), countInReach)).toBe(0);
    expect(await countInReach()).toBe(0);
  }
  const { rows } = await client.query<{ generic: number; custom: number }>(
    `select generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements
     where statement like '%kind = any(%'`,
  );
  expect(rows).toEqual([{ generic: 24, custom: 0 }]);
});

test('a statement with a limit is planned for its parameters, and the next one without is not', async () => {
  const mode = async () => {
    const { rows } = await client.query<{ mode: string }>(
      "select current_setting('plan_cache_mode') as mode where $1",
      [true],
    );
    return rows[0]?.mode;
  };
  const limited = await client.query<{ mode: string }>(
    "select current_setting('plan_cache_mode') as mode limit $1",
    [1],
  );
  expect(limited.rows[0]?.mode).toBe('force_custom_plan');
  expect(await mode()).toBe('force_generic_plan');
  await asCaller(inspector, () =>
    client.query('select 1 / (1 - $1::int) limit $1', [1]).catch(() => undefined),
  );
  expect(await mode()).toBe('force_generic_plan');
});

test('a connection keeps no more than some statements prepared', async () => {
  for (let index = 0; index < 120; index += 1) await client.query(`select $1::int + ${index}`, [1]);
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from pg_prepared_statements',
  );
  expect(rows[0]?.count).toBe(100);
});

describe('a transaction', () => {
  const contextOf = async () => {
    const { rows } = await client.query<{ context: string | null }>(
      "select nullif(current_setting('hub.context', true), '') as context",
    );
    return rows[0]?.context;
  };

  test('begins with its first statement, under the context that was set for it, and ends with it', async () => {
    await client.query('begin');
    await client.query("select set_config('hub.context', 'CALLER', true)");
    expect(await contextOf()).toBe('CALLER');
    const [one, other] = await Promise.all([contextOf(), contextOf()]);
    expect([one, other]).toEqual(['CALLER', 'CALLER']);
    await client.query('rollback');
    expect(await contextOf()).toBeNull();
  });

  test('in which nothing is asked leaves nothing behind for the next one', async () => {
    await client.query('begin');
    await client.query("select set_config('hub.context', 'SERVICE', true)");
    await client.query('rollback');
    expect(await contextOf()).toBeNull();
    await client.query('begin');
    await client.query("select set_config('hub.context', 'SERVICE', true)");
    await client.query('begin');
    expect(await contextOf()).toBeNull();
    await client.query('rollback');
  });

  test('that could not begin lets nothing be asked until it has ended', async () => {
    await client.query('begin');
    await client.query("select set_config('no such setting', '', true)");
    await expect(contextOf()).rejects.toThrow('no such setting');
    await expect(contextOf()).rejects.toThrow('no such setting');
    await client.query('rollback');
    expect(await contextOf()).toBeNull();
  });

  test('keeps what was written in it when it is committed', async () => {
    await client.query('begin');
    await client.query('create temporary table kept (value int)');
    await client.query('insert into kept values ($1)', [1]);
    await client.query('commit');
    expect((await client.query('select value from kept')).rows).toEqual([{ value: 1 }]);
  });
});
