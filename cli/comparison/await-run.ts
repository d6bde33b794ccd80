import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { isUnderWay, unfinishedJobs } from '../../subgraphs/_kit/jobs/unfinished-jobs.js';
import { serviceTransaction } from '../../subgraphs/_kit/student/service-transaction.js';
import type { ComparisonRun } from '../../subgraphs/coordination/comparison/run/comparison-run.entity.js';
import { findRun, progressOf } from '../../subgraphs/coordination/comparison/run/run-record.js';
import { TASKS } from '../../subgraphs/coordination/comparison/run/tasks.js';

const LOOK_EVERY_MS = 200;
const IDLE_AFTER_MS = 30_000;
/** An agency that is away hears of it later; nobody need wait here for that. */
const PUBLISHED_WITHIN_MS = 60_000;

export interface AwaitedRun {
  readonly say: (line: string) => void;
  /** @param share of the run's steps that is done, 0 to 1 */
  readonly onProgress: (share: number) => void;
  /** After which a run that nobody takes up is spoken of, in milliseconds. */
  readonly idleAfterMs?: number;
}

/**
 * Waits for the end of a run, and until every agency has heard where its children belong.
 * @param apart coordination's own connections
 */
export async function untilRunEnded(
  apart: Kysely<unknown>,
  runId: string,
  { say, onProgress, idleAfterMs = IDLE_AFTER_MS }: AwaitedRun,
): Promise<ComparisonRun> {
  const began = performance.now();
  let isToldIdle = false;
  for (;;) {
    const { run, share, isPinning } = await serviceTransaction(apart, async (db) => ({
      run: await findRun(db, runId),
      share: await progressOf(db, runId),
      isPinning: await isUnderWay(db, TASKS.pin),
    }));
    if (!run) throw new Error('The run is gone.');
    onProgress(share);
    if (run.finishedAt !== null) {
      if (run.state === 'COMPLETED') await untilPublished(apart, say);
      return run;
    }
    const isIdle = run.state === 'PINNING' && !isPinning;
    if (!isToldIdle && isIdle && performance.now() - began > idleAfterMs) {
      isToldIdle = true;
      say('Nobody has taken the run up yet. Is the coordination that answers the one of these databases?');
    }
    await delay(LOOK_EVERY_MS);
  }
}

async function untilPublished(apart: Kysely<unknown>, say: (line: string) => void): Promise<void> {
  if (!(await untilDone(apart, TASKS.scopes)))
    say('An agency has not heard yet where its children belong; it is told as soon as it answers.');
  if (!(await untilDone(apart, TASKS.month)))
    say('The indicators of the month are not kept yet; they are as soon as a worker has the time.');
}

/** @returns whether nothing of the task is left, after some time */
async function untilDone(apart: Kysely<unknown>, task: string): Promise<boolean> {
  const began = performance.now();
  while ((await serviceTransaction(apart, (db) => unfinishedJobs(db, task))) > 0) {
    if (performance.now() - began > PUBLISHED_WITHIN_MS) return false;
    await delay(LOOK_EVERY_MS);
  }
  return true;
}
