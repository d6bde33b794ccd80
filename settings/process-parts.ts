/**
 * What this process runs; in production it must be given the keys and databases for exactly that, and may lack all
 * others.
 */
export interface ProcessParts {
  readonly gateway: boolean;
  /** Agencies that are served, or filled: with keys, and with their database as the serving role. */
  readonly agencies: readonly string[];
  /** Agencies among them that hold sealed columns, and so need the column key; by default all of them may. */
  readonly sealing?: readonly string[];
  /** Agencies whose database is opened for migrations alone. */
  readonly migrated?: readonly string[];
}
