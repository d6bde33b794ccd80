import type { RunTimes } from '../run/run-record.js';

/** From the beginning of a run to the next one's, however short it was. */
const LEAST_MS = 30_000;
/** Runs take at most half of the time: agencies have other things to do than to be compared. */
const RUN_LENGTHS = 2;
/** A source that was down, missing or stale is rarely better at once. */
const AFTER_FAILURE_MS = 600_000;

/** @returns from when on a change may ask for another run; undefined while one is under way */
export function nextRunAt({ state, requestedAt, finishedAt }: RunTimes): Date | undefined {
  if (finishedAt == null) return undefined;
  const [began, ended] = [new Date(requestedAt).getTime(), new Date(finishedAt).getTime()];
  if (state !== 'COMPLETED') return new Date(ended + AFTER_FAILURE_MS);
  return new Date(began + Math.max(LEAST_MS, RUN_LENGTHS * (ended - began)));
}
