import type { SettingReader } from './setting-reader.js';
import type { agencyRows } from './setting-rows.js';
import type { ProcessParts } from './process-parts.js';

interface DatabaseCircumstances {
  readonly production: boolean;
  readonly parts: ProcessParts;
  readonly agencies: ReadonlyArray<{ readonly name: string; readonly rows: ReturnType<typeof agencyRows> }>;
}

export interface DatabaseAddresses {
  /** As the serving role; absent when the embedded server is to be used, or nothing here opens the database. */
  readonly databaseUrl?: string;
  /** As the owner; for migrations alone. */
  readonly ownerDatabaseUrl?: string;
}

/**
 * The addresses of all databases, by agency. Production requires those that this process opens: the embedded server
 * lies in a folder of one machine, under this program's own account and without backups, so real children's rows must
 * never end up there because a setting was forgotten.
 */
export function readDatabases(
  reader: SettingReader,
  { production, parts, agencies }: DatabaseCircumstances,
): ReadonlyMap<string, DatabaseAddresses> {
  return new Map(
    agencies.map(({ name, rows }) => {
      const before = reader.problems.length;
      const databaseUrl = reader.maybe(rows.databaseUrl);
      const ownerDatabaseUrl = reader.maybe(rows.ownerDatabaseUrl);
      const areWellFormed = reader.problems.length === before;
      const missing = missingAddress(name, parts, rows, { databaseUrl, ownerDatabaseUrl });
      if (production && areWellFormed && missing !== undefined)
        reader.problems.push(
          `${missing} must be given in production: the embedded server is for development.`,
        );
      return [name, { databaseUrl, ownerDatabaseUrl }] as const;
    }),
  );
}

/** @returns what an agency's database would have to be named by, or undefined when it is, or nothing opens it. */
function missingAddress(
  agency: string,
  { agencies, migrated = [] }: ProcessParts,
  rows: ReturnType<typeof agencyRows>,
  { databaseUrl, ownerDatabaseUrl }: DatabaseAddresses,
): string | undefined {
  const serving = rows.databaseUrl.name;
  if (agencies.includes(agency))
    return databaseUrl === undefined ? `${serving} (or ${serving}_FILE)` : undefined;
  if (!migrated.includes(agency) || ownerDatabaseUrl !== undefined || databaseUrl !== undefined)
    return undefined;
  return `${rows.ownerDatabaseUrl.name} or ${serving} (or one of them with _FILE)`;
}
