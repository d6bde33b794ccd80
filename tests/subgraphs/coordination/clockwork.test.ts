import { setTimeout as delay } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { loadPolicies } from '../../../policies/load-policies.js';
import { agencyKeys } from '../../../cli/processes/agency-keys.js';
import { createCiphers } from '../../../cli/processes/ciphers.js';
import { serviceAccountToken } from '../../../cli/processes/service-account.js';
import type { Background } from '../../../subgraphs/_kit/background.js';
import { createStudentIdentifier } from '../../../subgraphs/_kit/identity/student-id.js';
import { createLogger } from '../../../subgraphs/_kit/log.js';
import { openSideConnection } from '../../../subgraphs/_kit/side-connection.js';
import { createServiceClient } from '../../../subgraphs/_kit/trust/service-client.js';
import { startCoordinationWorker } from '../../../subgraphs/coordination/background.js';
import { agencyNames } from '../../../subgraphs/index.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { connectAsOwner } from '../../support/agency-owner.js';
import { testIssuer } from '../../support/callers.js';
import { testSettings } from '../../support/test-settings.js';
import { within } from '../../support/within.js';

const PATIENCE_MS = 60_000;
/** For a second one to be done, if anybody did it. */
const LONG_AFTERWARDS_MS = 4000;

/** Yesterday, so that what is due then is due by the database's clock too. */
const yesterdayAt = (time: string) =>
  new Date(`${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}T${time}Z`);
/** Between them the feed is cleared, at twenty past, and the registers are compared, at two o'clock in Shanghai. */
const [BEFORE, AFTER] = [yesterdayAt('17:19:48'), yesterdayAt('18:01:00')];
/** Of timers and the like nothing is changed: time is what the clock on the wall says. */
const REAL = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

let agency: TestAgency;
const apart: ReturnType<typeof openSideConnection>[] = [];
const workers: Background[] = [];
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  await agency.rows('delete from graphile_worker._private_known_crontabs');
  const owner = await connectAsOwner(agency);
  await owner.query('create table clearing (at timestamptz default now())');
  await owner.query(`create function note_clearing() returns trigger language plpgsql security definer as
    $$ begin insert into clearing default values; return null; end $$`);
  await owner.query(`create trigger note after update on casework_feed
    for each statement execute function note_clearing()`);
  await owner.query('grant select on clearing to public');
  await owner.end();
  jest.useFakeTimers({ now: BEFORE, advanceTimers: true, doNotFake: [...REAL] });
}, PATIENCE_MS);
afterAll(async () => {
  jest.useRealTimers();
  await Promise.all(workers.map((worker) => worker.close()));
  for (const connection of apart) await connection.destroy();
  await agency?.close();
});

/** A worker as `hub worker coordination` starts it; no other agency answers. */
function startWorker(): void {
  const settings = testSettings();
  const keys = agencyKeys(settings, 'coordination');
  const accessToken = serviceAccountToken(settings, testIssuer, 'coordination');
  if (!settings.serviceKey || !accessToken) throw new Error('The tests have no service account.');
  const own = openSideConnection(agency.databaseUrl);
  apart.push(own);
  workers.push(
    startCoordinationWorker({
      ...createServiceClient({ key: settings.serviceKey, accessToken }),
      orm: agency.orm,
      databaseUrl: agency.databaseUrl,
      apart: own,
      agencies: new Map(agencyNames.map((name) => [name, new URL('http://127.0.0.1:9/')])),
      policies: loadPolicies(),
      identifier: createStudentIdentifier(keys.digest),
      cipherOf: createCiphers(keys),
      now: () => new Date(),
      log: createLogger('silent', 'coordination'),
    }),
  );
}

async function untilTheyWork(count: number): Promise<void> {
  const alive = () => agency.rows('select distinct process from job_worker');
  expect(await within(PATIENCE_MS, alive, ({ length }) => length >= count)).toHaveLength(count);
  await delay(1000);
}

async function occasions() {
  const [counted] = await agency.rows<{ cleared: number; compared: number }>(
    `select (select count(*)::int from clearing) as cleared,
       (select count(*)::int from comparison_run where requested_by = 'schedule' and state <> 'PINNING') as compared`,
  );
  return counted;
}
const isDone = (counted: Awaited<ReturnType<typeof occasions>>) =>
  counted !== undefined && counted.cleared > 0 && counted.compared > 0;

test(
  'the hourly clearing and the nightly comparison are done once each, however many workers there are',
  async () => {
    startWorker();
    startWorker();
    await untilTheyWork(2);
    expect(await occasions()).toEqual({ cleared: 0, compared: 0 });
    jest.setSystemTime(AFTER);
    await within(PATIENCE_MS, occasions, isDone);
    await delay(LONG_AFTERWARDS_MS);
    expect(await occasions()).toEqual({ cleared: 1, compared: 1 });
    // At six in the evening of UTC it is the next day in Shanghai, by which ages and terms are told.
    const [run] = await agency.rows<{ today: string }>(
      "select today::text from comparison_run where requested_by = 'schedule'",
    );
    expect(run?.today).toBe(new Date(AFTER.getTime() + 86_400_000).toISOString().slice(0, 10));
  },
  2 * PATIENCE_MS,
);

test(
  'a worker whose clock is behind does none of them again',
  async () => {
    jest.setSystemTime(BEFORE);
    startWorker();
    await untilTheyWork(3);
    jest.setSystemTime(AFTER);
    // Twelve seconds after it began its clock strikes.
    await delay(16_000);
    expect(await occasions()).toEqual({ cleared: 1, compared: 1 });
  },
  2 * PATIENCE_MS,
);
