import { EventEmitter } from 'node:events';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger as JobLogger, run, type Runner, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { Background } from '../background.js';
import type { Logger } from '../log.js';
import { openWorkerLives } from './worker-lives.js';

export interface JobWorkerOptions {
  /** As the serving role. */
  readonly databaseUrl: string;
  readonly tasks: TaskList;
  /** Lines of a crontab, in UTC; done once, however many workers there are. */
  readonly crontab?: string;
  /** Jobs under way at once; any number of workers may run beside this one. */
  readonly concurrency: number;
  readonly log: Logger;
}

/** The queue tells of new jobs by itself; this is for those that come due or whose worker died. */
const POLL_MS = 2000;
const BURY_EVERY_MS = 5000;
const PAUSE_AFTER_FAILURE_MS = 1000;

/**
 * Works through an agency's jobs until it is closed. When the database goes away it begins anew; jobs that were under
 * way are done again by whoever comes first.
 */
export function startJobWorker(options: JobWorkerOptions): Background {
  const stopping = new AbortController();
  const { signal } = stopping;
  const working = workOn();
  return {
    async close() {
      stopping.abort();
      await working;
    },
  };

  async function workOn(): Promise<void> {
    while (!signal.aborted) {
      try {
        await work(options, signal);
      } catch (cause) {
        if (signal.aborted) return;
        const reason = cause instanceof Error ? withoutValues(cause.message) : 'unknown';
        options.log.warn({ reason }, 'the job worker begins anew');
        await delay(PAUSE_AFTER_FAILURE_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}

async function work(
  { databaseUrl, tasks, crontab, concurrency, log }: JobWorkerOptions,
  signal: AbortSignal,
): Promise<void> {
  const lives = await openWorkerLives(databaseUrl, randomUUID());
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: concurrency + 2,
    application_name: 'hub-jobs',
  });
  const warn = () => log.warn('a connection of the job worker broke');
  pool.on('error', warn);
  pool.on('connect', (client) => client.on('error', warn));
  let runner: Runner | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    await lives.buryTheDead();
    const events = new EventEmitter();
    events.on('worker:create', ({ worker }: { worker: { workerId: string } }) => {
      lives.enter(worker.workerId).catch(warn);
    });
    runner = await run({
      pgPool: pool,
      taskList: tasks,
      ...(crontab !== undefined && { crontab }),
      concurrency,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      events,
      logger: new JobLogger(() => (level, message) => {
        if (level === 'error') log.error({ worker: withoutValues(message) }, 'job worker');
      }),
    });
    timer = setInterval(() => void lives.buryTheDead().catch(warn), BURY_EVERY_MS);
    const stop = runner.stop.bind(runner);
    const onAbort = () => void stop().catch(() => undefined);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    await runner.promise;
  } finally {
    clearInterval(timer);
    await pool.end().catch(() => undefined);
    await lives.close().catch(() => undefined);
  }
}

/** Its messages hold the text of errors, and a statement's error can hold a value. */
function withoutValues(message: string): string {
  return message.split(/[:(]/, 1)[0] ?? '';
}
