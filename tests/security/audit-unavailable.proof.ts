import { join } from 'node:path';
import type { Client } from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { WRITER_APPLICATION } from '../../subgraphs/_kit/audit/chain.js';
import { DEFAULT_PATIENCE_MS } from '../../subgraphs/_kit/audit/chain-writer.js';
import { storedHeads, storedRows } from '../../cli/audit/stored-log.js';
import { withConnection } from '../../postgres/database-connection.js';
import { verifyLog, type LogVerdict } from '../../subgraphs/_kit/audit/verify-log.js';
import { connectAsOwner, databaseOf } from '../support/agency-owner.js';
import { callerAs, headersOf, testCounty } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { signer } from '../support/audit-log.js';
import { testDataDir } from '../support/test-server.js';
import { within } from '../support/within.js';
import { AUDIT_FAULTS, type AuditFault } from './audit-faults.js';
import { putLogOnSmallDisk, type SmallDisk } from './full-disk.js';
import { reconcile, startSteadyReaders, type SteadyReaders } from './steady-readers.js';

const AUDITED = 'labour';
const READERS = 3;
const REFUSED_WITHIN_MS = 2500;
const RECOVERED_WITHIN_MS = 5000;
const SELECTION =
  'labour { childLabourCases { register { state } } } household { residentRegistration { register { state } } }';

let hub: TestHub;
let owner: Client;
let disk: SmallDisk | undefined;
beforeAll(async () => {
  hub = await startTestHub({ subgraphTimeoutMs: 3000 }, { auditPatienceMs: DEFAULT_PATIENCE_MS });
  owner = await connectAsOwner(hub.agency(AUDITED));
  disk = await putLogOnSmallDisk(databaseOf(hub.agency(AUDITED), 'hub_admin'));
}, 120_000);
afterAll(async () => {
  await owner.end();
  await hub.close();
  await disk?.remove();
});

const student = testCounty.sampleStudentId ?? '';

async function startReaders(): Promise<SteadyReaders> {
  const officer = callerAs('coordination-officer');
  const headers = Array.from({ length: READERS }, (_, index) =>
    headersOf({ ...officer, role: officer.slug, slug: `reader-${index}` }),
  );
  return startSteadyReaders({
    gatewayUrl: hub.url,
    student,
    selection: SELECTION,
    headers: await Promise.all(headers),
  });
}

const health = async () =>
  (await (await fetch(new URL('/health/ready', hub.url))).json()) as {
    status: string;
    agencies: Record<string, string>;
  };

async function entries() {
  const { rows } = await owner.query<{ requestId: string; outcome: string }>(
    `select distinct writer, seq, entry::jsonb ->> 'requestId' as "requestId", child ->> 'outcome' as outcome
     from access_log, jsonb_array_elements(entry::jsonb -> 'children') child
     where child -> 'fields' ? 'Student.labour'`,
  );
  return rows;
}

/** As `hub verify-audit` does; these agencies' heads stand in their files. */
function verify(): Promise<LogVerdict> {
  const url = databaseOf(hub.agency(AUDITED));
  const folder = join(testDataDir(), 'audit', new URL(url).pathname.slice(1));
  return withConnection(url, (client) =>
    withConnection(url, async (keeper) =>
      verifyLog(storedRows(client), {
        heads: await storedHeads({ agency: AUDITED, folder, keeper }),
        isOwnKey: (id) => id === signer.keyId,
        expiredBefore: new Date(0),
      }),
    ),
  );
}

interface Course {
  /** While the fault lasted, from the first refusal on. */
  readonly during: SteadyReaders['reads'];
  readonly all: SteadyReaders['reads'];
  readonly recoveredMs: number;
}

/** Reads go on before, during and after a fault. */
async function goThrough(begin: () => Promise<() => unknown>, lastsMs = 4000): Promise<Course> {
  const readers = await startReaders();
  let end: () => unknown = () => undefined;
  const isDelivered = () => readers.reads.at(-1)?.fields.labour != null;
  try {
    expect(await within(20_000, () => Promise.resolve(isDelivered()), Boolean)).toBe(true);
    // Those that are under way when the fault begins may be the only ones that meet it.
    const begun = performance.now();
    end = await begin();
    const refusals = () =>
      readers.reads.filter(({ answeredAt, codes }) => answeredAt >= begun && codes.labour);
    expect(
      (
        await within(
          20_000,
          () => Promise.resolve(refusals()),
          ({ length }) => length > 0,
        )
      ).length,
    ).toBeGreaterThan(0);
    // A hanging connection is replaced before anybody can ask for the agency's health.
    if (lastsMs > 0) {
      const degraded = await within(5000, health, ({ status }) => status === 'DEGRADED');
      expect(degraded).toMatchObject({
        status: 'DEGRADED',
        agencies: { [AUDITED]: 'DEGRADED', police: 'UP' },
      });
      await delay(lastsMs);
    }
    const ending = performance.now();
    await end();
    end = () => undefined;
    const ended = performance.now();
    const since = () => readers.reads.find(({ askedAt, fields }) => askedAt > ended && fields.labour != null);
    expect(await within(RECOVERED_WITHIN_MS, () => Promise.resolve(since()), Boolean)).toBeDefined();
    const recoveredMs = (since()?.answeredAt ?? Infinity) - ended;
    const healthy = await within(RECOVERED_WITHIN_MS, health, ({ status }) => status === 'UP');
    expect(healthy).toMatchObject({ status: 'UP', agencies: { [AUDITED]: 'UP' } });
    await readers.stop();
    const from = refusals()[0]?.answeredAt ?? 0;
    const during = readers.reads.filter(({ askedAt, answeredAt }) => askedAt >= from && answeredAt <= ending);
    return { during, all: readers.reads, recoveredMs };
  } finally {
    await end();
    await readers.stop();
  }
}

async function expectNothingUnrecorded({ all, recoveredMs }: Course): Promise<void> {
  const refused = all.filter(({ codes }) => codes.labour);
  expect(new Set(refused.map(({ codes }) => codes.labour))).toEqual(new Set(['AUDIT_UNAVAILABLE']));
  const waits = refused.map(({ askedAt, answeredAt }) => answeredAt - askedAt).toSorted((a, b) => a - b);
  // Half of them: one that a busy machine kept waiting says nothing of the writer.
  expect(waits[Math.floor(waits.length / 2)]).toBeLessThan(REFUSED_WITHIN_MS);
  for (const { fields } of refused)
    expect(fields).toMatchObject({ labour: null, household: expect.any(Object) });
  expect(recoveredMs).toBeLessThan(RECOVERED_WITHIN_MS);
  const { delivered, ...rest } = reconcile(all, 'labour', await entries());
  expect(delivered).toBeGreaterThan(0);
  // Nobody was answered without an entry; an entry without an answer is a call that was given up at that moment.
  expect(rest).toEqual({ unrecorded: [], recordedTwice: [], undelivered: expect.any(Number) });
  expect(rest.undelivered).toBeLessThanOrEqual(2 * READERS);
}

afterEach(async () => {
  // Heads are signed every second.
  const findings = async () => (await verify()).findings;
  expect(await within(5000, findings, ({ length }) => length === 0)).toEqual([]);
});

test.each(AUDIT_FAULTS)(
  'with $name not a byte of the agency is served, and the rest of the hub is',
  async ({ begin }) => {
    const course = await goThrough(() => begin(owner, AUDITED));
    expect(course.during.length).toBeGreaterThan(0);
    for (const { fields, body } of course.during) {
      expect(fields.labour).toBeNull();
      expect(body).not.toContain('childLabourCases');
    }
    await expectNothingUnrecorded(course);
  },
);

test('T10 on a disk that is full nothing is served that was not recorded', async () => {
  const [, trigger] = AUDIT_FAULTS;
  const course = await goThrough(async () => {
    if (!disk) return (trigger as AuditFault).begin(owner, AUDITED);
    disk.fill();
    return () => disk?.free();
  });
  await expectNothingUnrecorded(course);
});

test('a writer whose connection hangs is given up, and the next entry goes over a new one', async () => {
  const course = await goThrough(async () => {
    const { rows } = await owner.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = $1 and datname = current_database()
       order by backend_start desc limit 1`,
      [WRITER_APPLICATION],
    );
    const pid = rows[0]?.pid ?? 0;
    process.kill(pid, 'SIGSTOP');
    return () => process.kill(pid, 'SIGCONT');
  }, 0);
  await expectNothingUnrecorded(course);
});
