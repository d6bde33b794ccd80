import pg from 'pg';

export interface WorkerLives {
  /** Names a worker of this process, before it takes its first job. */
  enter(workerId: string): Promise<void>;
  /** Gives back what workers of dead processes had taken; the queue itself would wait for four hours. */
  buryTheDead(): Promise<void>;
  close(): Promise<void>;
}

/** Any two numbers may be locked; the first one says that it is about workers. */
const LOCKS = `hashtext('hub job worker')`;

/**
 * Knows which workers live: each process holds a lock that ends with its connection, however the process ends.
 * @param process name of this process's own
 */
export async function openWorkerLives(databaseUrl: string, process: string): Promise<WorkerLives> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'hub-jobs-alive' });
  // Without it nobody knows that the process lives: the next burial takes its jobs for free, and they are done again.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`select pg_advisory_lock(${LOCKS}, hashtext($1))`, [process]);
  return {
    async enter(workerId) {
      await client.query(
        'insert into job_worker (worker_id, process) values ($1, $2) on conflict do nothing',
        [workerId, process],
      );
    },
    async buryTheDead() {
      await client.query('begin');
      try {
        const { rows } = await client.query<{ process: string }>(
          `select process from (select distinct process from job_worker where process <> $1) other
           where pg_try_advisory_xact_lock(${LOCKS}, hashtext(process))`,
          [process],
        );
        const dead = rows.map((row) => row.process);
        // A worker that died between its first job and its entry here.
        await client.query(
          `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker._private_jobs
           where locked_at < now() - interval '1 minute' and locked_by not in (select worker_id from job_worker)
           having count(*) > 0`,
        );
        if (dead.length > 0) {
          await client.query(
            `select graphile_worker.force_unlock_workers(array_agg(worker_id)) from job_worker where process = any ($1)`,
            [dead],
          );
          await client.query('delete from job_worker where process = any ($1)', [dead]);
        }
        await client.query('commit');
      } catch (cause) {
        await client.query('rollback').catch(() => undefined);
        throw cause;
      }
    },
    async close() {
      await client.query('delete from job_worker where process = $1', [process]).catch(() => undefined);
      await client.end();
    },
  };
}
