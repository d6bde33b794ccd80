import { setTimeout as delay } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { loadPersonas } from '../../cli/processes/personas.js';
import { readCountyManifest } from '../../county/county-manifest.js';
import { loadSettings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { prepareHubApart, type HubApart } from '../processes/support/hub-apart.js';
import { startIdentityProvider, type IdentityProvider } from '../processes/support/identity-provider.js';
import { within } from '../support/within.js';
import { reconcile, startSteadyReaders } from './steady-readers.js';

const KILLED = 'labour';
const KILLS = 20;
const READERS = 4;
const CHILDREN = 60;
const SELECTION = 'labour { childLabourCases { register { state } } }';

let identity: IdentityProvider;
let hub: HubApart;
beforeAll(async () => {
  identity = await startIdentityProvider();
  hub = await prepareHubApart(identity.settings);
  expect(await hub.run('migrate')).toMatchObject({ status: 0, stderr: '' });
  expect(await hub.generate(CHILDREN)).toMatchObject({ status: 0, stderr: '' });
  for (const service of agencyNames) await hub.serve(service);
  expect(await hub.compare().ended).toMatchObject({ status: 0 });
  // What the answers need: who may ask, and the agency that is killed. The others go away.
  for (const [service, running] of hub.served)
    if (service !== 'coordination' && service !== KILLED) await running.stop('SIGTERM');
  await hub.serve('gateway');
}, 180_000);
afterAll(async () => {
  await hub?.remove();
  await identity?.close();
});

async function headersOfReaders(): Promise<Record<string, string>[]> {
  const manifest = readCountyManifest(hub.folder);
  const settings = loadSettings({ HUB_DATA_DIR: hub.folder }, agencyNames, { gateway: false, agencies: [] });
  const persona = loadPersonas(settings, manifest).find(({ slug }) => slug === 'coordination-officer');
  if (!persona) throw new Error('There is nobody who may see the child.');
  const token = await identity.tokenFor(persona.claims);
  const headers = { authorization: `Bearer ${token}`, 'x-purpose': persona.purposes[0] ?? '' };
  return Array.from({ length: READERS }, () => headers);
}

async function entries() {
  const client = new pg.Client({
    connectionString: readFileSync(join(hub.folder, 'secrets', `${KILLED}_owner_database_url.txt`), 'utf8'),
  });
  await client.connect();
  const { rows } = await client.query<{ requestId: string; outcome: string }>(
    `select entry::jsonb ->> 'requestId' as "requestId", child ->> 'outcome' as outcome
     from access_log, jsonb_array_elements(entry::jsonb -> 'children') child
     where child -> 'fields' ? 'Student.labour'`,
  );
  const chains = await client.query<{ count: number }>(
    'select count(distinct writer)::int as count from access_log',
  );
  await client.end();
  return { rows, chains: chains.rows[0]?.count ?? 0 };
}

test('an agency that is killed again and again has exactly one entry for every read that was delivered', async () => {
  const student = readCountyManifest(hub.folder)?.sampleStudentId ?? '';
  const readers = startSteadyReaders({
    gatewayUrl: hub.gatewayUrl,
    student,
    selection: SELECTION,
    headers: await headersOfReaders(),
  });
  /** Waits for reads that were asked for after this moment and delivered, so that the kill hits an agency at work. */
  const deliveredSince = (from: number) =>
    readers.reads.filter(({ askedAt, fields }) => askedAt > from && fields.labour != null).length;
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const from = performance.now();
      await within(
        30_000,
        () => Promise.resolve(deliveredSince(from)),
        (count) => count >= READERS * 2,
      );
      expect(deliveredSince(from)).toBeGreaterThan(0);
      await delay(Math.random() * 50);
      await hub.served.get(KILLED)?.stop('SIGKILL');
      await hub.serve(KILLED);
    }
  } finally {
    await readers.stop();
  }
  const { rows, chains } = await entries();
  const { delivered, undelivered, ...wrong } = reconcile(readers.reads, 'labour', rows);
  expect(wrong).toEqual({ unrecorded: [], recordedTwice: [] });
  expect(delivered).toBeGreaterThan(KILLS * READERS);
  expect(undelivered).toBeLessThanOrEqual(KILLS * READERS);
  expect(chains).toBeGreaterThanOrEqual(KILLS);
  // Readers were never told that there is nothing: what did not come is an error of the agency.
  for (const { fields, codes } of readers.reads)
    if (fields.labour == null) expect(Object.values(codes)).toEqual(['AGENCY_UNAVAILABLE']);

  await hub.served.get(KILLED)?.stop('SIGTERM');
  const verdict = await hub.verifyAudit(KILLED);
  expect(verdict).toMatchObject({ status: 0 });
  expect(verdict.stdout).toContain('Nothing is missing and nothing was changed.');
}, 580_000);
