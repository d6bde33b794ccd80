import type { DropoutReason, ErrorClass, Schooling } from '../views.js';
import type { Random } from '../random.js';

/**
 * What a planted difference needs to be true of its family before it can be planted: a transfer needs a pupil, a
 * forgotten graduate needs an age. Unset properties stay as the population draws them.
 */
export interface Scenario {
  /** Completed years on 31 August, lowest and highest. */
  readonly age: readonly [number, number];
  readonly home: 'LOCAL' | 'OUTSIDE' | 'OUTSIDE_PROVINCE';
  readonly schooling?: Schooling;
  /** At least this many school-age children. */
  readonly children?: number;
  readonly isDisabled?: true;
  readonly placement?: 'HOME_TEACHING' | 'NOT_ABLE_TO_STUDY';
  /** Lives in another township of the county than the register says. */
  readonly livesApart?: true;
}

const PUPIL: Scenario = { age: [6, 14], home: 'LOCAL', schooling: 'ENROLLED_HERE' };
/** Three quarters of dropouts are of junior age (12–14). */
const LEAVER: Scenario = { age: [11, 14], home: 'LOCAL', schooling: 'DROPPED_OUT' };

export const SCENARIOS: Readonly<Record<ErrorClass, Scenario>> = {
  ID_CORRECTED: PUPIL,
  NAME_CORRECTED: PUPIL,
  AMBIGUOUS: PUPIL,
  DUPLICATE_ID_REFERRED: { ...PUPIL, children: 2 },
  DUPLICATE_HOUSEHOLD: PUPIL,
  DUPLICATE_STATUS: PUPIL,
  EMPTY_REGISTRATION: { age: [6, 14], home: 'OUTSIDE_PROVINCE', schooling: 'UNKNOWN' },
  PERSON_NOT_FOUND: PUPIL,
  ID_CHANGED: PUPIL,
  DECEASED: { age: [6, 14], home: 'LOCAL', schooling: 'DECEASED' },
  UNREGISTERED_BIRTH: PUPIL,
  IN_SCHOOL_UNREGISTERED: PUPIL,
  GHOST_STATUS: { age: [7, 14], home: 'OUTSIDE_PROVINCE', schooling: 'ENROLLED_OUT_OF_PROVINCE' },
  IN_SCHOOL_IN_COUNTY: PUPIL,
  IN_SCHOOL_OUT_OF_COUNTY: { age: [6, 14], home: 'OUTSIDE', schooling: 'ENROLLED_OUT_OF_COUNTY' },
  IN_SCHOOL_OUT_OF_PROVINCE: {
    age: [6, 14],
    home: 'OUTSIDE_PROVINCE',
    schooling: 'ENROLLED_OUT_OF_PROVINCE',
  },
  IN_SCHOOL_ELSEWHERE_UNREGISTERED: {
    age: [6, 14],
    home: 'OUTSIDE_PROVINCE',
    schooling: 'ENROLLED_WITHOUT_STATUS',
  },
  TRANSFER_IN_TRANSIT: { age: [7, 14], home: 'OUTSIDE_PROVINCE', schooling: 'ENROLLED_OUT_OF_PROVINCE' },
  RESIDENCE_MOVED: { ...PUPIL, livesApart: true },
  ABROAD: { age: [6, 14], home: 'OUTSIDE_PROVINCE', schooling: 'ENROLLED_ABROAD' },
  COMPLETED: { age: [15, 15], home: 'LOCAL', schooling: 'COMPLETED' },
  OVERAGE: { age: [16, 17], home: 'LOCAL', schooling: 'DROPPED_OUT' },
  NOT_YET_DUE: { age: [5, 5], home: 'LOCAL', schooling: 'PRESCHOOL' },
  DEFERRED_APPROVED: { age: [6, 6], home: 'LOCAL', schooling: 'DEFERRED' },
  SUSPENDED_APPROVED: { age: [7, 14], home: 'LOCAL', schooling: 'SUSPENDED' },
  MEDICALLY_UNABLE: {
    age: [6, 14],
    home: 'LOCAL',
    schooling: 'MEDICALLY_UNABLE',
    isDisabled: true,
    placement: 'NOT_ABLE_TO_STUDY',
  },
  SPECIAL_PLACEMENT: {
    age: [6, 14],
    home: 'LOCAL',
    schooling: 'HOME_TEACHING',
    isDisabled: true,
    placement: 'HOME_TEACHING',
  },
  LEGAL_CUSTODY: { age: [12, 14], home: 'LOCAL', schooling: 'IN_CUSTODY' },
  MISSING_REPORTED: { age: [9, 14], home: 'LOCAL', schooling: 'UNKNOWN' },
  CHILD_LABOUR: { age: [12, 14], home: 'LOCAL', schooling: 'DROPPED_OUT' },
  CONFIRMED_NOT_ENROLLED: { age: [6, 9], home: 'LOCAL', schooling: 'NEVER_ENROLLED' },
  CONFIRMED_DROPOUT: LEAVER,
  RETURNED: { age: [13, 14], home: 'LOCAL', schooling: 'ENROLLED_HERE' },
  PENDING: { age: [6, 14], home: 'LOCAL', schooling: 'UNKNOWN' },
  UNRESOLVED: { age: [6, 14], home: 'LOCAL', schooling: 'UNKNOWN' },
};

/** Weights of reasons of true cases: aversion and difficulty half, work 17 %, illness and disability 15 %, early marriage 5 %. */
const REASONS: readonly (readonly [DropoutReason, number])[] = [
  ['AVERSION_TO_STUDY', 32],
  ['LEARNING_DIFFICULTY', 20],
  ['WORKING_AWAY', 17],
  ['ILLNESS', 12],
  ['DISABILITY', 3],
  ['EARLY_MARRIAGE', 5],
  ['POVERTY', 1],
  ['OTHER', 10],
];

/** Of those brought back, children whom an inspection had found at work. */
const RETURNED_FROM_WORK = 0.4;

/** Why a child of a true case is out of school; null for every other class. */
export function dropoutReasonOf(errorClass: ErrorClass, age: number, random: Random): DropoutReason | null {
  if (errorClass === 'CHILD_LABOUR') return 'CHILD_LABOUR';
  if (errorClass === 'MISSING_REPORTED') return 'MISSING';
  if (!['CONFIRMED_NOT_ENROLLED', 'CONFIRMED_DROPOUT', 'RETURNED', 'OVERAGE'].includes(errorClass))
    return null;
  if (errorClass === 'RETURNED' && random.chance(RETURNED_FROM_WORK)) return 'CHILD_LABOUR';
  const fitting = REASONS.filter(
    ([reason]) => age >= 13 || (reason !== 'EARLY_MARRIAGE' && reason !== 'WORKING_AWAY'),
  );
  return fitting[random.weightedIndex(fitting.map(([, weight]) => weight))]?.[0] ?? null;
}
