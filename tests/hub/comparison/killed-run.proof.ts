import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { agencyNames } from '../../../subgraphs/index.js';
import { within } from '../../support/within.js';
import { prepareHubApart, type HubApart } from '../../processes/support/hub-apart.js';
import type { HubProcess } from '../../processes/support/hub-process.js';
import { startIdentityProvider, type IdentityProvider } from '../../processes/support/identity-provider.js';

const CHILDREN = 6000;
const KILLS = 9;
const WORKER = 'worker';
const VICTIMS = ['coordination', WORKER, 'education'];
const PATIENCE_MS = 900_000;

let identity: IdentityProvider;
let hub: HubApart;
/** Works through coordination's jobs beside its own process. */
let worker: HubProcess | undefined;

beforeAll(async () => {
  identity = await startIdentityProvider();
  hub = await prepareHubApart(identity.settings);
  expect(await hub.run('migrate')).toMatchObject({ status: 0, stderr: '' });
  expect(await hub.generate(CHILDREN)).toMatchObject({ status: 0, stderr: '' });
  for (const service of agencyNames) await hub.serve(service);
}, PATIENCE_MS);
afterAll(async () => {
  await worker?.stop('SIGKILL');
  await hub?.remove();
  await identity?.close();
});

const digestIn = (text: string) => /^Digest ([0-9a-f]{64})$/m.exec(text)?.[1];

async function asOwner<Row extends object>(statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: hub.ownerDatabaseUrl('coordination') });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<Row>(statement);
  await client.end();
  return rows;
}

test(
  'a run whose worker, whose sources and whose connections are killed again and again ends with the same digest',
  async () => {
    const undisturbed = await hub.compare().ended;
    expect({ status: undisturbed.status, stderr: undisturbed.stderr }).toEqual({ status: 0, stderr: '' });
    const digest = digestIn(undisturbed.stdout);
    expect(digest).toBeDefined();

    worker = hub.worker();
    const compare = hub.compare();
    // An agency that is away when its registers are pinned is a reason to refuse; from then on nothing is.
    await within(
      60_000,
      () =>
        asOwner<{ state: string }>(
          "select state from comparison_run where state not in ('PINNING', 'COMPLETED')",
        ),
      ({ length }) => length > 0,
    );
    let kills = 0;
    const isOver = () => Promise.race([compare.ended.then(() => true), delay(0).then(() => false)]);
    // Coordination's process and a worker beside it do the work; education is in the middle of its roster.
    for (; kills < KILLS && !(await isOver()); kills += 1) {
      await delay(100 + kills * 200);
      const victim = VICTIMS[kills % VICTIMS.length] ?? WORKER;
      await (victim === WORKER ? worker : hub.served.get(victim))?.stop('SIGKILL');
      await asOwner(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hub-jobs'",
      ).catch(() => undefined);
      if (victim === WORKER) worker = hub.worker();
      else await hub.serve(victim);
    }
    const ended = await compare.ended;
    expect(kills).toBeGreaterThan(1);
    expect({ status: ended.status, digest: digestIn(ended.stdout) }).toEqual({ status: 0, digest });
    const states = await asOwner<{ state: string }>('select state from comparison_run');
    expect(states.map(({ state }) => state)).toEqual(['COMPLETED', 'COMPLETED']);
  },
  PATIENCE_MS,
);
