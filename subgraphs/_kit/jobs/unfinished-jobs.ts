import { sql, type Kysely } from 'kysely';

/** @returns how many jobs of a task wait, or are under way */
export async function unfinishedJobs(db: Kysely<unknown>, task: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from graphile_worker.jobs where task_identifier = ${task}`.execute(db);
  return rows[0]?.count ?? 0;
}
