import type { ErrorRates } from './error-rates.js';
import { hashOf } from './random.js';
import { ERROR_CLASSES, type ErrorClass } from './views.js';

/** Which family carries which planted difference. */
export interface ErrorPlan {
  readonly total: number;
  readonly countOf: (errorClass: ErrorClass) => number;
  /** Null for the many families that carry none; a family carries at most one. */
  readonly errorOf: (family: number) => ErrorClass | null;
}

/** From this many children on the minimum counts hold in full. */
const CHILDREN_FOR_MINIMUM = 1000;
/** A county too small for all its minimum counts gets one error in every second family at most. */
const GREATEST_FAMILY_SHARE = 0.5;

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/**
 * Plans exact numbers of cases without remembering any family: the families from 1 on (family 0 is the showcase) are
 * cut into as many runs as there are cases, each run has one carrier, and the classes are dealt to the runs in a
 * fixed scattered order. Each question costs one hash.
 */
export function planErrors(rates: ErrorRates, children: number, families: number, seed: number): ErrorPlan {
  const wanted = ERROR_CLASSES.map((errorClass) => {
    const { rate, minimum } = rates.classes[errorClass];
    const least =
      children >= CHILDREN_FOR_MINIMUM ? minimum : Math.ceil((minimum * children) / CHILDREN_FOR_MINIMUM);
    return rate === 0 && minimum === 0 ? 0 : Math.max(least, Math.round(rate * children));
  });
  const carriers = Math.max(0, families - 1);
  const room = Math.floor(carriers * GREATEST_FAMILY_SHARE);
  const sum = wanted.reduce((running, count) => running + count, 0);
  const fraction = sum <= room ? 1 : room / sum;

  // Rounding the running sums, not each count, keeps the total when every count is a fraction of one.
  let running = 0;
  const ends = wanted.map((count) => Math.floor((running += count) * fraction + 1e-9));
  const total = ends.at(-1) ?? 0;

  let step = Math.max(1, Math.floor(total * 0.618));
  while (total > 0 && greatestCommonDivisor(step, total) !== 1) step += 1;

  const startOf = (run: number) => 1 + Math.floor((run * carriers) / total);
  return {
    total,
    countOf: (errorClass) => {
      const position = ERROR_CLASSES.indexOf(errorClass);
      return (ends[position] ?? 0) - (ends[position - 1] ?? 0);
    },
    errorOf: (family) => {
      if (family < 1 || total === 0 || family > carriers) return null;
      let run = Math.min(total - 1, Math.floor(((family - 1) * total) / carriers));
      while (run > 0 && startOf(run) > family) run -= 1;
      while (run < total - 1 && startOf(run + 1) <= family) run += 1;
      const [start, end] = [startOf(run), startOf(run + 1)];
      if (start + (hashOf(seed, 51, run) % (end - start)) !== family) return null;
      const dealt = (run * step + (hashOf(seed, 52) % total)) % total;
      return ERROR_CLASSES[ends.findIndex((last) => dealt < last)] ?? null;
    },
  };
}
