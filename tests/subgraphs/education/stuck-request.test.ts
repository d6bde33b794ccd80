import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { connectAsOwner } from '../../support/agency-owner.js';
import { callerAs } from '../../support/callers.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('education', { requestMs: 1500 });
});
afterAll(() => agency.close());

const ROLL_CALLS = '{ rollCallTasks(first: 1) { nodes { state } } }';
const clerk = callerAs('school-clerk');
/** Connections of requests that began a transaction and wait for what never comes. */
const waiting = () =>
  agency.rows<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and state = 'idle in transaction'
       and pid <> pg_backend_pid() and application_name = ''`,
  );

test('a request that is stuck ends with an error, and its connection is free again', async () => {
  const owner = await connectAsOwner(agency);
  try {
    await owner.query('begin');
    await owner.query('lock table roll_call_finding in access exclusive mode');
    const others = (await waiting()).length;
    const { data, errors } = await agency.ask<unknown>(clerk, ROLL_CALLS);
    expect(data ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(await waiting()).toHaveLength(others);
    await owner.query('rollback');
  } finally {
    await owner.end();
  }
  expect((await agency.ask<unknown>(clerk, ROLL_CALLS)).errors).toEqual([]);
});
