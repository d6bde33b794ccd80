import { sql } from 'kysely';
import { generateCounty, type CountyAgency, type GeneratedCounty } from '../../county/generate-county.js';
import type { StandingApproval } from '../../county/load/standing-approvals.js';
import { today } from '../../policies/iso-date.js';
import { loadPolicies } from '../../policies/load-policies.js';
import { loadPurposes } from '../../policies/purposes.js';
import { withConnection } from '../../postgres/database-connection.js';
import type { Settings } from '../../settings/settings.js';
import { openDatabase } from '../../subgraphs/_kit/database.js';
import { agencyNames, loadAgency } from '../../subgraphs/index.js';
import { CommandError } from '../commands/command-error.js';
import type { AgencyDatabases } from './agency-databases.js';
import { registerKeys } from './agency-keys.js';
import { createClock } from './clock.js';
import { generatedCounty } from './generated-county.js';
import { loadPersonas } from './personas.js';
import { kyselyOf } from '../../subgraphs/_kit/kysely-of.js';

export interface GenerateIntoOptions {
  /** What to do with databases that hold registers already. An interrupted generation counts as empty. */
  readonly mode: 'REPLACE' | 'REFUSE' | 'WHEN_EMPTY';
  readonly onProgress: (children: number) => void;
}

/**
 * Invented children among real ones could never be told apart again, and replacing would delete every register.
 *
 * @throws {CommandError} in production, whatever the databases hold.
 */
export function assertSyntheticCountyAllowed({ production }: Pick<Settings, 'production'>): void {
  if (production)
    throw new CommandError(
      'SETTINGS_UNUSABLE',
      'The synthetic county is for development: it is never written in production.',
    );
}

/**
 * Opens every agency's database and writes the synthetic county into it.
 * @returns undefined when there was something already and it was to be left alone.
 * @throws {CommandError} in production, and when the databases hold registers that are not to be replaced.
 */
export async function generateIntoDatabases(
  settings: Settings,
  databases: AgencyDatabases,
  { mode, onProgress }: GenerateIntoOptions,
): Promise<GeneratedCounty | undefined> {
  assertSyntheticCountyAllowed(settings);
  const agencies: CountyAgency[] = [];
  try {
    for (const name of agencyNames) {
      const definition = await loadAgency(name);
      const url = databases.of(name).servingUrl;
      agencies.push({ definition, url, orm: await openDatabase(definition, { url, poolSize: 2 }) });
    }
    const wasInterrupted = generatedCounty(settings)?.state === 'GENERATING';
    const loaded = await agenciesWithRegisters(agencies);
    if (loaded.length > 0 && mode === 'WHEN_EMPTY' && !wasInterrupted) return undefined;
    if (loaded.length > 0 && mode === 'REFUSE' && !wasInterrupted) {
      throw new CommandError(
        'DATABASE_NOT_EMPTY',
        `The databases of ${loaded.join(', ')} hold registers already. Add --replace to throw them away.`,
      );
    }
    const { county, children, seed, errorRates } = settings;
    const generated = await generateCounty({
      county: { county, children, seed, asOf: today(createClock(settings.now)), errorRatesPath: errorRates },
      agencies,
      keys: registerKeys(settings),
      policies: loadPolicies(),
      approvals: approvalsOfPersonas(settings),
      dataDir: settings.dataDir,
      onProgress,
    });
    await analyze(databases);
    return generated;
  } finally {
    await Promise.all(agencies.map(({ orm }) => orm.close()));
  }
}

/** The database would plan blindly until it comes to count the rows by itself, a minute later. */
async function analyze(databases: AgencyDatabases): Promise<void> {
  await Promise.all(
    agencyNames.map((name) =>
      withConnection(databases.of(name).ownerUrl, (client) => client.query('analyze')),
    ),
  );
}

/** Every persona is approved for its own purposes, and for all that they reach. */
function approvalsOfPersonas(settings: Settings): StandingApproval[] {
  const catalogue = loadPurposes();
  return loadPersonas(settings, undefined).flatMap(({ slug, purposes }) =>
    [...catalogue.values()]
      .filter(({ code }) => purposes.includes(code))
      .map(({ code, dataClasses }) => ({ role: slug, purpose: code, dataClasses })),
  );
}

/** Whether the hub has any register yet; a fresh hub has none. */
export async function agenciesWithRegisters(
  agencies: readonly Pick<CountyAgency, 'definition' | 'orm'>[],
): Promise<string[]> {
  const names: string[] = [];
  for (const { definition, orm } of agencies) {
    const db = kyselyOf(orm.em.fork());
    const { rows } = await sql`select from register limit 1`.execute(db);
    if (rows.length > 0) names.push(definition.name);
  }
  return names;
}
