import { writeFileSync } from 'node:fs';
import { Client } from 'pg';
import { agencyDatabaseNames } from '../../../postgres/agency-databases.js';
import { residentsList } from '../../../subgraphs/police/imports/residents.list.js';
import { copyDatabase, type DatabaseCopy } from '../../support/database-copy.js';
import { startImports } from './import/import-harness.js';
import { csvOf, residentLine } from './import/resident-file.js';

let copy: DatabaseCopy;
let client: Client;
beforeAll(async () => {
  copy = await copyDatabase('coordination');
  client = new Client({ connectionString: copy.urlFor(agencyDatabaseNames('coordination').serving) });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await copy.drop();
});

const write = (from: number, upTo: number) =>
  client.query(
    `insert into comparison_range (run_id, "from", up_to, children, buckets)
     select 'test', number::text, '', 0, '[]' from generate_series($1::int, $2::int) number`,
    [from, upTo],
  );
/** How many rows PostgreSQL believes the table to have; -1 while it has never counted. */
async function counted(): Promise<number | undefined> {
  const { rows } = await client.query<{ reltuples: number }>(
    "select reltuples from pg_class where oid = 'comparison_range'::regclass",
  );
  return rows[0]?.reltuples;
}
const analyze = () => client.query('select analyze_written($1)', [['comparison_range', 'no_such_table']]);

test('of a table that has just been filled, whoever serves has its rows counted, in the same transaction', async () => {
  const before = await counted();
  await client.query('begin');
  await write(1, 1000);
  await client.query('analyze comparison_range');
  expect(await counted()).toBe(before);
  await analyze();
  expect(await counted()).toBe(1000);
  await client.query('commit');
});

test('a table that has hardly changed is not counted again', async () => {
  // What a session has written is told to the server about once a second; here at once.
  await client.query('select pg_stat_force_next_flush()');
  await client.query('begin');
  await write(1001, 1140);
  await analyze();
  expect(await counted()).toBe(1000);
  await write(1141, 1160);
  await analyze();
  expect(await counted()).toBe(1160);
  await client.query('rollback');
});

test('an import has its rows counted', async () => {
  const imports = await startImports('police', residentsList);
  try {
    const path = imports.path('residents.csv');
    writeFileSync(path, csvOf(Array.from({ length: 120 }, (_, index) => residentLine(index))));
    expect(await imports.run(path)).toMatchObject({ state: 'COMMITTED', added: 120 });
    const rows = await imports.agency.rows(
      "select relname from pg_class where relname in ('resident', 'imported_row', 'student_scope') and reltuples >= 120",
    );
    expect(rows).toHaveLength(3);
  } finally {
    await imports.close();
  }
});
