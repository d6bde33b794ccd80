import { Logger as JobLogger, run, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { Background } from '../background.js';
import type { Logger } from '../log.js';

export interface JobWorkerOptions {
  /** As the serving role. */
  readonly databaseUrl: string;
  readonly tasks: TaskList;
  /** Jobs under way at once; any number of workers may run beside this one. */
  readonly concurrency: number;
  readonly log: Logger;
}

/** The queue tells of new jobs by itself; this is for those that come due or whose worker died. */
const POLL_MS = 2000;

/** Works through an agency's jobs until it is closed. */
export async function startJobWorker({
  databaseUrl,
  tasks,
  concurrency,
  log,
}: JobWorkerOptions): Promise<Background> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: concurrency + 2,
    application_name: 'hub-jobs',
  });
  const warn = () => log.warn('a connection of the job worker broke');
  pool.on('error', warn);
  pool.on('connect', (client) => client.on('error', warn));
  const runner = await run({
    pgPool: pool,
    taskList: tasks,
    concurrency,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    logger: new JobLogger(() => (level, message) => {
      if (level === 'error') log.error({ worker: withoutValues(message) }, 'job worker');
    }),
  });
  return {
    async close() {
      await runner.stop();
      await pool.end();
    },
  };
}

/** Its messages hold the text of errors, and a statement's error can hold a value. */
function withoutValues(message: string): string {
  return message.split(/[:(]/, 1)[0] ?? '';
}
