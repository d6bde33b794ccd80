import { evenlySpread, type Random } from '../random.js';
import type { DropoutReason, ErrorClass, Schooling } from '../views.js';
import type { World } from '../frame/world.js';
import type { FormerDropout } from './draft.js';

/** Of pupils in the last two grades who live here, those who once left and were brought back. */
const ONCE_LEFT = 0.02;

/** A return is looked at after 30 days and closed out after 90: these are followed up or closed. */
const SETTLED_RETURN_DAYS = [35, 180] as const;
/** The status system still says RETURNED: some days ago, or already followed up. */
const FRESH_RETURN_DAYS = [[8, 25] as const, [40, 75] as const];

const REASONS: readonly (readonly [DropoutReason, number])[] = [
  ['AVERSION_TO_STUDY', 30],
  ['LEARNING_DIFFICULTY', 20],
  ['CHILD_LABOUR', 35],
  ['ILLNESS', 8],
  ['OTHER', 7],
];

export interface FormerDropoutQuestion {
  readonly family: number;
  readonly slot: number;
  readonly grade: number;
  readonly schooling: Schooling;
  readonly errorClass: ErrorClass | null;
  /** Reason of a planted return. */
  readonly dropoutReason: DropoutReason | null;
  /** Nothing else is planted on the family, and it lives here. */
  readonly isOrdinary: boolean;
}

/** Whether a pupil was out of school once: every planted RETURNED, and some ordinary pupils who have settled in again. */
export function formerDropoutOf(
  world: World,
  question: FormerDropoutQuestion,
  random: Random,
): FormerDropout | null {
  const { family, slot, grade, schooling, errorClass, dropoutReason, isOrdinary } = question;
  const { asOf } = world.calendar;
  if (errorClass === 'RETURNED') {
    const [least, most] = random.pick(FRESH_RETURN_DAYS);
    return outBefore(asOf - random.int(least, most), dropoutReason ?? 'OTHER', random);
  }
  const isPupil = schooling === 'ENROLLED_HERE' && (grade === 8 || grade === 9);
  if (!isOrdinary || !isPupil || evenlySpread(world.seed, 11, family * 6 + slot) >= ONCE_LEFT) return null;
  const reason = REASONS[random.weightedIndex(REASONS.map(([, weight]) => weight))]?.[0] ?? 'OTHER';
  return outBefore(asOf - random.int(...SETTLED_RETURN_DAYS), reason, random);
}

function outBefore(returnedDay: number, reason: DropoutReason, random: Random): FormerDropout {
  return { leftDay: returnedDay - random.int(70, 100), returnedDay, reason };
}
