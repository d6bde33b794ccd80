import { sql, type Kysely } from 'kysely';

export interface JobOptions {
  /** Jobs of one key are one job as long as it waits. */
  readonly key?: string;
  readonly maxAttempts?: number;
}

/** Adds a job within the transaction of `db`: it is there when what made it necessary is, and else is not. */
export async function addJob(
  db: Kysely<unknown>,
  task: string,
  payload: object,
  { key, maxAttempts = 25 }: JobOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, payload => ${JSON.stringify(payload)}::json,
    job_key => ${key ?? null}, max_attempts => ${maxAttempts})`.execute(db);
}
