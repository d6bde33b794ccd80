import { loadPolicies } from '../../policies/load-policies.js';
import { loadPurposes } from '../../policies/purposes.js';
import type { Settings } from '../../settings/settings.js';
import { createLogger } from '../../subgraphs/_kit/log.js';
import { openSideConnection } from '../../subgraphs/_kit/side-connection.js';
import { serviceTransaction } from '../../subgraphs/_kit/student/service-transaction.js';
import type { ComparisonRun } from '../../subgraphs/coordination/comparison/run/comparison-run.entity.js';
import { requestRun } from '../../subgraphs/coordination/comparison/run/request-run.js';
import { agencyNames } from '../../subgraphs/index.js';
import { CommandError } from '../commands/command-error.js';
import { openAgencyDatabases, type AgencyDatabases } from '../processes/agency-databases.js';
import type { AgencyProcess } from '../processes/agency-process.js';
import { createClock } from '../processes/clock.js';
import { startConfiguredAgency } from '../processes/configured-agency.js';
import { openDevelopmentIssuer } from '../processes/identity.js';
import { untilRunEnded, type AwaitedRun } from './await-run.js';

const COORDINATION = 'coordination';
const ANSWERS_WITHIN_MS = 2000;

export interface CompareOptions extends AwaitedRun {
  readonly by: string;
}

/**
 * Asks for a comparison run and waits for its end. Where a hub is running, its workers do it; otherwise the agencies
 * are started here for as long as it takes.
 */
export async function compareRegisters(
  settings: Settings,
  { by, say, onProgress }: CompareOptions,
): Promise<ComparisonRun> {
  const isServed = await isThere(settings.agencies[COORDINATION]?.url);
  if (!isServed && settings.production)
    throw new CommandError(
      'SETTINGS_UNUSABLE',
      'Coordination does not answer; start it first (hub serve coordination).',
    );
  const databases = await openAgencyDatabases(settings, isServed ? [COORDINATION] : agencyNames, say);
  const closers: (() => Promise<unknown>)[] = [() => databases.release()];
  try {
    if (!isServed) closers.push(await startAgencies(settings, databases));
    const apart = openSideConnection(databases.of(COORDINATION).servingUrl);
    closers.push(() => apart.destroy());
    const policies = loadPolicies();
    const now = createClock(settings.now);
    const { runId, isNew } = await serviceTransaction(apart, (db) =>
      requestRun(db, { requestedBy: by, policies, now: now() }),
    );
    if (!isNew) say('A comparison is under way already; waiting for it.');
    return await untilRunEnded(apart, runId, { say, onProgress });
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

/** One that is there and slow is there: a second coordination beside it would work through the same jobs. */
async function isThere(url: string | undefined): Promise<boolean> {
  if (url === undefined) return false;
  try {
    await fetch(new URL('/health/live', url), { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
    return true;
  } catch (cause) {
    return !isRefused(cause);
  }
}

function isRefused(cause: unknown): boolean {
  const reason = cause instanceof Error ? cause.cause : undefined;
  return reason instanceof Error && 'code' in reason && reason.code === 'ECONNREFUSED';
}

async function startAgencies(settings: Settings, databases: AgencyDatabases): Promise<() => Promise<void>> {
  const surroundings = {
    settings,
    databases,
    developmentIssuer: await openDevelopmentIssuer(settings),
    purposes: loadPurposes(),
    policies: loadPolicies(),
    log: createLogger('warn', 'compare'),
  };
  const started: AgencyProcess[] = [];
  for (const name of agencyNames) started.push(await startConfiguredAgency(name, surroundings));
  return async () => {
    for (const agency of started.toReversed()) await agency.close();
  };
}
