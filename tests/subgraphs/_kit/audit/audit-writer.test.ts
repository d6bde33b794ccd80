import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { WRITER_APPLICATION } from '../../../../subgraphs/_kit/audit/chain.js';
import { accessRecord, identifier, startTestLog, type TestLog } from '../../../support/audit-log.js';
import { testServer } from '../../../support/test-server.js';

const CHILD = 'a'.repeat(26);
const UNAVAILABLE = { code: 'AUDIT_UNAVAILABLE' };
/** 1.5 s, and what a busy machine adds. */
const IN_TIME_MS = 2500;

let audit: TestLog;
beforeEach(async () => {
  audit = await startTestLog();
});
afterEach(() => audit.close());

const append = (count = 1) =>
  Promise.all(Array.from({ length: count }, () => audit.log.append(accessRecord([CHILD]))));

async function rows() {
  const { rows: found } = await audit.owner.query<{
    writer: string;
    seq: string;
    entry: string;
    students: string[];
  }>('select * from access_log order by writer, seq');
  return found;
}

async function failingAppend(): Promise<number> {
  const started = performance.now();
  await expect(append()).rejects.toMatchObject(UNAVAILABLE);
  return performance.now() - started;
}

/** The writer's own backend, which this test started by opening the log. */
async function writerBackend(): Promise<number> {
  const { rows: found } = await audit.owner.query<{ pid: number }>(
    'select pid from pg_stat_activity where application_name = $1 and datname = current_database()',
    [WRITER_APPLICATION],
  );
  return found[0]?.pid ?? 0;
}

test('an entry stands in the database when append resolves, with digests for children', async () => {
  await append();
  const [row, ...others] = await rows();
  expect(others).toEqual([]);
  expect(row?.students).toEqual([identifier.forAccessLog(CHILD)]);
  expect(JSON.parse(row?.entry ?? '')).toMatchObject({
    actor: 'officer:1',
    approvals: ['standing-1'],
    children: [{ fields: ['Student.labour'], outcome: 'DELIVERED', students: row?.students }],
    jurisdiction: ['DIVISION:520625'],
    purpose: 'CASE_HANDLING',
    studentCount: 1,
  });
  expect(row?.entry).not.toContain(CHILD);
});

test('entries that come together are chained in the order in which they came', async () => {
  const records = Array.from({ length: 1200 }, () => accessRecord([CHILD]));
  await Promise.all(records.map((record) => audit.log.append(record)));
  const ids = (await rows()).map(({ entry }) => (JSON.parse(entry) as { requestId: string }).requestId);
  expect(ids).toEqual(records.map(({ requestId }) => requestId));
  await audit.finish();
  expect(await audit.verify()).toMatchObject({ entries: 1200, chains: 1, findings: [] });
});

test.each(['select', 'update', 'delete', 'truncate'])('T9 the serving role may not %s', async (verb) => {
  await append();
  const client = new pg.Client({ connectionString: audit.servingUrl });
  await client.connect();
  const statement = {
    select: 'select from access_log',
    update: "update access_log set actor = 'nobody'",
    delete: 'delete from access_log',
    truncate: 'truncate access_log',
  }[verb];
  try {
    await expect(client.query(statement ?? '')).rejects.toMatchObject({ code: '42501' });
  } finally {
    await client.end();
  }
});

test('T10 a revoked table refuses at once, and the writer recovers by itself', async () => {
  await append();
  const { rows: roles } = await audit.owner.query<{ role: string }>(
    `select granted.grantee::regrole::text as role from pg_class, aclexplode(relacl) granted
     where oid = 'access_log'::regclass and granted.grantee <> relowner limit 1`,
  );
  const role = roles[0]?.role ?? '';
  await audit.owner.query(`revoke insert on access_log from ${role}`);
  expect(await failingAppend()).toBeLessThan(IN_TIME_MS);
  await audit.owner.query(`grant insert on access_log to ${role}`);
  await append();
  expect(new Set((await rows()).map(({ writer }) => writer)).size).toBe(2);
  await audit.finish();
  expect((await audit.verify()).findings).toEqual([]);
});

test('a connection that hangs refuses in time, and the next entry begins a new chain', async () => {
  await append();
  const pid = await writerBackend();
  process.kill(pid, 'SIGSTOP');
  try {
    const took = await failingAppend();
    expect(took).toBeGreaterThan(1000);
    expect(took).toBeLessThan(IN_TIME_MS);
    await append();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await delay(200);
  await audit.finish();
  const { findings, chains } = await audit.verify();
  expect({ findings, chains }).toEqual({ findings: [], chains: 2 });
});

test('T10 a table that is locked refuses in time', async () => {
  await append();
  await audit.owner.query('begin; lock table access_log');
  const took = await failingAppend();
  await audit.owner.query('rollback');
  expect(took).toBeLessThan(IN_TIME_MS);
  await append();
});

test('a connection that was ended while nothing was under way costs nobody an answer', async () => {
  await append();
  const pid = await writerBackend();
  const admin = new pg.Client({ connectionString: testServer().adminUrl });
  await admin.connect();
  await admin.query('select pg_terminate_backend($1)', [pid]);
  await admin.end();
  await delay(200);
  await append();
  expect(await rows()).toHaveLength(2);
});

test('what waits is bounded: beyond it entries are refused at once', async () => {
  // Patient, so that a busy machine refuses none of those that wait.
  await audit.close();
  audit = await startTestLog(undefined, undefined, 60_000);
  const results = await Promise.allSettled(
    Array.from({ length: 10_050 }, () => audit.log.append(accessRecord([]))),
  );
  const refused = results.filter(({ status }) => status === 'rejected').length;
  expect(refused).toBeGreaterThan(0);
  expect(refused).toBeLessThanOrEqual(50);
  expect(await rows()).toHaveLength(results.length - refused);
});
