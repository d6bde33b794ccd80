import { sql, type Kysely } from 'kysely';

export interface JobOptions {
  /** Jobs of one key are one job as long as it waits. */
  readonly key?: string;
  readonly maxAttempts?: number;
  /** Jobs of one queue are worked off one after the other. */
  readonly queue?: string;
  /** Taken up before all that wait without it. */
  readonly isUrgent?: boolean;
}

/** The lower number comes first. */
const URGENT = -1;

/** Adds a job within the transaction of `db`: it is there when what made it necessary is, and else is not. */
export async function addJob(
  db: Kysely<unknown>,
  task: string,
  payload: object,
  { key, maxAttempts = 25, queue, isUrgent = false }: JobOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, payload => ${JSON.stringify(payload)}::json,
    queue_name => ${queue ?? null}, job_key => ${key ?? null}, max_attempts => ${maxAttempts},
    priority => ${isUrgent ? URGENT : 0})`.execute(db);
}
