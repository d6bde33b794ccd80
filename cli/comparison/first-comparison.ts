import { sql } from 'kysely';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import { openSideConnection } from '../../subgraphs/_kit/side-connection.js';
import { serviceTransaction } from '../../subgraphs/_kit/student/service-transaction.js';
import type { ComparisonRun } from '../../subgraphs/coordination/comparison/run/comparison-run.entity.js';
import { requestRun } from '../../subgraphs/coordination/comparison/run/request-run.js';
import { untilRunEnded, type AwaitedRun } from './await-run.js';

export interface FirstComparison extends AwaitedRun {
  /** Coordination's, as the serving role; its process works through the run. */
  readonly databaseUrl: string;
  readonly policies: PolicyLibrary;
  readonly now: () => Date;
}

/** Makes the school-age register where there is none yet. @returns undefined where there is one */
export async function compareFirst({
  databaseUrl,
  policies,
  now,
  ...awaited
}: FirstComparison): Promise<ComparisonRun | undefined> {
  const apart = openSideConnection(databaseUrl);
  try {
    const runId = await serviceTransaction(apart, async (db) => {
      const { rows } = await sql`select from register where code = 'SCHOOL_AGE_REGISTER'`.execute(db);
      if (rows.length > 0) return undefined;
      return (await requestRun(db, { requestedBy: 'start', policies, now: now() })).runId;
    });
    return runId === undefined ? undefined : await untilRunEnded(apart, runId, awaited);
  } finally {
    await apart.destroy();
  }
}
