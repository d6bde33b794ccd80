import type { Client } from 'pg';
import { DEFAULT_PATIENCE_MS } from '../../subgraphs/_kit/audit/chain-writer.js';
import { startTestAgency, type TestAgency } from '../support/agency.js';
import { connectAsOwner } from '../support/agency-owner.js';
import { callerAs } from '../support/callers.js';
import { newChild } from '../support/children.js';
import { nextVersion, tell } from '../support/service.js';
import { within } from '../support/within.js';
import { AUDIT_FAULTS } from './audit-faults.js';

const inspector = callerAs('labour-inspector');
/** 1.5 s of the writer's patience, and what the way there takes. */
const REFUSED_WITHIN_MS = 2500;
const RECOVERED_WITHIN_MS = 10_000;

let agency: TestAgency;
let owner: Client;
let child: string;
beforeAll(async () => {
  agency = await startTestAgency('labour', { auditPatienceMs: DEFAULT_PATIENCE_MS });
  owner = await connectAsOwner(agency);
  child = await newChild(agency);
});
afterAll(async () => {
  await owner.end();
  await agency.close();
});

const read = () =>
  agency.askForStudents<{ labour: object | null }>(
    inspector,
    [child],
    'labour { childLabourCases { register { state } } }',
  );
const health = async () =>
  ((await (await fetch(new URL('/health/ready', agency.url))).json()) as { status: string }).status;
const entries = async () =>
  (await owner.query<{ count: number }>('select count(*)::int as count from access_log')).rows[0]?.count;

describe.each(AUDIT_FAULTS)('an agency with $name', ({ begin }) => {
  test('answers nothing in time, says so in its health, and recovers by itself', async () => {
    expect((await read()).errors).toEqual([]);
    const end = await begin(owner, agency.name);
    let ended = false;
    try {
      const started = performance.now();
      const refused = await read();
      expect(performance.now() - started).toBeLessThan(REFUSED_WITHIN_MS);
      expect(refused.status).toBe(503);
      expect(refused.data).toBeUndefined();
      expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['AUDIT_UNAVAILABLE']);
      expect(await health()).toBe('DEGRADED');
      // What is told in the hub's own name is no exception.
      const told = { origin: 'GRANT', version: nextVersion(), rows: [] };
      expect(await tell(agency, '/kit/scopes', told)).toBe(503);
      await end();
      ended = true;
      expect(await within(RECOVERED_WITHIN_MS, health, (status) => status === 'UP')).toBe('UP');
      const before = await entries();
      expect((await read()).data._entities[0]?.labour).toEqual(expect.any(Object));
      expect(await entries()).toBe((before ?? 0) + 1);
    } finally {
      if (!ended) await end();
    }
  });
});

test('T10 an agency notices it without being asked for data', async () => {
  const [fault] = AUDIT_FAULTS;
  const end = await fault?.begin(owner, agency.name);
  try {
    expect(await within(20_000, health, (status) => status === 'DEGRADED')).toBe('DEGRADED');
  } finally {
    await end?.();
  }
  expect(await within(RECOVERED_WITHIN_MS, health, (status) => status === 'UP')).toBe('UP');
});
