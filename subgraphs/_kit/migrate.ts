import type { Migrator } from '@mikro-orm/migrations';
import { runMigrations } from 'graphile-worker';
import { openDatabase } from './database.js';
import type { SubgraphDefinition } from './define-subgraph.js';
import { JOB_RIGHTS } from './jobs/job-rights.js';
import { REPEATABLE_SQL } from './repeatable-sql.js';

export interface MigrateOptions {
  readonly ownerUrl: string;
  readonly compiledFolder: string;
  readonly sourceFolder: string;
  /** Writes a migration of this name when the entities have changed, instead of running any. */
  readonly generate?: string;
  /** Compares entities with the last migration's snapshot, without changing anything. */
  readonly check?: boolean;
}

export interface MigrateOutcome {
  readonly summary: string;
  readonly hasDrift: boolean;
}

/** Runs, writes or checks an agency's migrations with the rights of its owner. */
export async function migrateAgency(
  definition: SubgraphDefinition,
  options: MigrateOptions,
): Promise<MigrateOutcome> {
  const orm = await openDatabase(definition, {
    url: options.ownerUrl,
    compiledFolder: options.compiledFolder,
    sourceFolder: options.sourceFolder,
    poolSize: 2,
  });
  const migrator = orm.migrator as Migrator;
  try {
    if (options.generate) {
      const { fileName } = await migrator.create(undefined, false, false, options.generate);
      return { hasDrift: false, summary: fileName ? `wrote ${fileName}` : 'nothing has changed' };
    }
    if (options.check) {
      const hasDrift = await migrator.checkSchema();
      return {
        hasDrift,
        summary: hasDrift ? 'entities differ from the migrations' : 'entities and migrations agree',
      };
    }
    const done = await migrator.up();
    for (const statement of REPEATABLE_SQL) await orm.em.execute(statement);
    if (definition.worker) {
      await runMigrations({ connectionString: options.ownerUrl });
      await orm.em.execute(JOB_RIGHTS);
    }
    return { hasDrift: false, summary: done.length > 0 ? `ran ${done.length} migration(s)` : 'up to date' };
  } finally {
    await orm.close();
  }
}
