import { loadPolicies } from '../../policies/load-policies.js';
import { loadPurposes } from '../../policies/purposes.js';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import { loadSettings, type Settings } from '../../settings/settings.js';
import { createLogger, type Logger } from '../../subgraphs/_kit/log.js';
import { agencyNames } from '../../subgraphs/index.js';
import { compareFirst } from '../comparison/first-comparison.js';
import { describeRun } from '../comparison/describe-run.js';
import { openAgencyDatabases, type AgencyDatabases } from './agency-databases.js';
import { createClock } from './clock.js';
import { startConfiguredAgency } from './configured-agency.js';
import { generatedCounty } from './generated-county.js';
import { giveBackMemory } from './give-back-memory.js';
import { introduceHub } from './introduce-hub.js';
import { buildGateway } from './gateway-process.js';
import { generateIntoDatabases } from './generate-into-databases.js';
import { openDevelopmentIssuer } from './identity.js';
import { migrateAll } from './migrate-all.js';
import { loadPersonas } from './personas.js';
import { createProgress, type Progress } from './progress.js';

export interface RunningHub {
  readonly url: URL;
  close(): Promise<void>;
}

/** Runs the whole hub in this process and introduces it; what was started is closed again when a later step fails. */
export async function startHub({ say }: { say: (line: string) => void }): Promise<RunningHub> {
  const settings = loadSettings(undefined, agencyNames);
  const log = createLogger(settings.logLevel === 'info' ? 'warn' : settings.logLevel, 'hub');
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const databases = await openAgencyDatabases(settings, agencyNames, say);
    closers.push(() => databases.release());
    await migrateAll(databases, agencyNames);
    await fillIfEmpty(settings, databases, say);
    const url = await serveEverything(settings, databases, log, closers, say);
    giveBackMemory();
    return { url, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

async function fillIfEmpty(
  settings: Settings,
  databases: AgencyDatabases,
  say: (line: string) => void,
): Promise<void> {
  if (generatedCounty(settings)?.state === 'COMPLETE' || settings.production) return;
  const progress = createProgress('children', settings.children);
  const county = await generateIntoDatabases(settings, databases, {
    mode: 'WHEN_EMPTY',
    onProgress: progress.update,
  });
  progress.stop();
  if (county)
    say(
      `Synthetic county ${county.manifest.county}: ${county.children} children in ${(progress.elapsedMs() / 1000).toFixed(1)} s.`,
    );
}

/** The agencies work through it, so they are served by then; the hub is ready when it has its register. */
async function compareIfNever(
  settings: Settings,
  databases: AgencyDatabases,
  policies: PolicyLibrary,
  say: (line: string) => void,
): Promise<void> {
  const began = performance.now();
  let progress: Progress | undefined;
  const run = await compareFirst({
    databaseUrl: databases.of('coordination').servingUrl,
    policies,
    now: createClock(settings.now),
    say,
    onProgress: (share) => (progress ??= createProgress('steps', 100)).update(Math.round(share * 100)),
  }).finally(() => progress?.stop());
  if (run) for (const line of describeRun(run, performance.now() - began)) say(line);
}

async function serveEverything(
  settings: Settings,
  databases: AgencyDatabases,
  log: Logger,
  closers: (() => Promise<void>)[],
  say: (line: string) => void,
): Promise<URL> {
  const developmentIssuer = await openDevelopmentIssuer(settings);
  const policies = loadPolicies();
  const purposes = loadPurposes();
  for (const name of agencyNames) {
    const agency = await startConfiguredAgency(name, {
      settings,
      databases,
      developmentIssuer,
      purposes,
      policies,
      log,
    });
    closers.push(() => agency.close());
  }
  const manifest = generatedCounty(settings);
  if (manifest?.state === 'COMPLETE') await compareIfNever(settings, databases, policies, say);
  const personas = developmentIssuer ? loadPersonas(settings, manifest) : [];
  const gateway = buildGateway({
    settings,
    developmentIssuer,
    personas,
    purposes,
    log,
  });
  const url = await gateway.listen({ host: settings.host, port: settings.port });
  closers.push(() => gateway.close());
  await introduceHub({
    url,
    developmentIssuer,
    personas,
    sampleStudentId: manifest?.sampleStudentId ?? null,
    say,
  });
  return url;
}
