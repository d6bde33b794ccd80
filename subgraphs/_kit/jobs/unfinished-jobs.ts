import { sql, type Kysely } from 'kysely';

/** @returns how many jobs of a task wait, or are under way */
export async function unfinishedJobs(db: Kysely<unknown>, task: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from graphile_worker.jobs where task_identifier = ${task}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Whether a worker is at a job of a task. */
export async function isUnderWay(db: Kysely<unknown>, task: string): Promise<boolean> {
  const { rows } = await sql`
    select from graphile_worker.jobs where task_identifier = ${task} and locked_at is not null limit 1`.execute(
    db,
  );
  return rows.length > 0;
}
