import { sql, type Kysely } from 'kysely';

export interface JobOptions {
  /** Jobs of one key are one job as long as it waits. */
  readonly key?: string;
  readonly maxAttempts?: number;
  /** Jobs of one queue are worked off one after the other. */
  readonly queue?: string;
}

/** Adds a job within the transaction of `db`: it is there when what made it necessary is, and else is not. */
export async function addJob(
  db: Kysely<unknown>,
  task: string,
  payload: object,
  { key, maxAttempts = 25, queue }: JobOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, payload => ${JSON.stringify(payload)}::json,
    queue_name => ${queue ?? null}, job_key => ${key ?? null}, max_attempts => ${maxAttempts})`.execute(db);
}
