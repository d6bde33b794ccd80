import type { COMPARISON_KINDS } from '../../../../policies/policy-vocabulary.js';
import type { DispositionCode } from '../dispositions/dispositions.js';

/**
 * What two registers can disagree on, with the comparisons that find it; an empty list: it shows within the rows of
 * one child, whatever is compared. In the order in which the first one names a child's difference.
 */
export const DISCREPANCY_KINDS = {
  DUPLICATE_ID: [],
  DECEASED_IN_ONE_REGISTER: [],
  DUPLICATE_REGISTRATION: [],
  DUPLICATE_STATUS: [],
  BIRTH_DATE_CONTRADICTS_NUMBER: [],
  AT_ANOTHER_SCHOOL: ['STATUS_VS_PRESENT'],
  LIVES_ELSEWHERE: ['STATUS_VS_PRESENT'],
  TRANSFER_OVERDUE: ['HOUSEHOLD_VS_STATUS'],
  TRANSFER_IN_TRANSIT: ['HOUSEHOLD_VS_STATUS'],
  STATUS_NOT_PRESENT: ['STATUS_VS_PRESENT'],
  RETURN_UNDER_FOLLOW_UP: ['STATUS_VS_PRESENT'],
  PRESENT_WITHOUT_STATUS: ['STATUS_VS_PRESENT'],
  NEVER_ENROLLED: ['HOUSEHOLD_VS_STATUS'],
  TRANSITION_NOT_ARRIVED: ['HOUSEHOLD_VS_STATUS'],
  OUT_OF_COUNTY_TO_REVERIFY: ['HOUSEHOLD_VS_STATUS'],
  PERSON_WITHOUT_STATUS: ['HOUSEHOLD_VS_STATUS'],
  STATUS_WITHOUT_PERSON: ['HOUSEHOLD_VS_STATUS'],
  FORMER_NUMBER_IN_USE: [],
  NUMBER_INVALID: [],
  NAME_MISMATCH: [],
  POVERTY_WITHOUT_STATUS: ['POVERTY_VS_STATUS'],
  DISABILITY_WITHOUT_STATUS: ['DISABILITY_VS_STATUS'],
  DROPOUT_OF_POOR_HOUSEHOLD: ['DROPOUTS_VS_POVERTY'],
  SUSPECTED_BY_PLATFORM: [],
} as const satisfies Record<string, readonly (typeof COMPARISON_KINDS)[number][]>;
export type DiscrepancyKind = keyof typeof DISCREPANCY_KINDS;

/** What one register says, or that it says nothing; codes alone, never values. */
export interface DiscrepancyEvidence {
  readonly agency: string;
  /** Code of the register. */
  readonly register: string;
  readonly what: EvidenceFact;
  /** YYYY-MM-DD of the row, else of the register; null where neither is dated. */
  readonly asOf: string | null;
}

export type EvidenceFact =
  | 'REGISTERED'
  | 'REGISTRATION_CANCELLED'
  | 'MOVED_OUT'
  | 'NO_RECORD'
  | 'ON_THE_ROLL'
  | 'OFF_THE_ROLL'
  | 'TRANSFERRED_OUT'
  | 'PRESENT'
  | 'ABSENT'
  | 'PRESENT_ELSEWHERE'
  | 'PRESENT_UNLISTED'
  | 'UNEXCUSED_ABSENCE'
  | 'APPROVED'
  | 'PLACED'
  | 'STUDIES_ELSEWHERE'
  | 'VERIFICATION_EXPIRED'
  | 'LEFT_THE_COUNTRY'
  | 'WHEREABOUTS_ASKED'
  | 'IN_CUSTODY'
  | 'SUSPECTED'
  | 'VISITED'
  | 'VISITED_WITHOUT_RESULT'
  | 'CASE_OPEN'
  | 'CASE_RETURNED'
  | 'NUMBER_MISSING'
  | 'NUMBER_NOT_VERIFIED'
  | 'OTHER_NUMBER'
  | 'FORMER_NUMBER'
  | 'OTHER_NAME'
  | 'OTHER_BIRTH_DATE'
  | 'OTHER_PERSON_ON_NUMBER'
  | 'SUGGESTED_MATCH'
  | 'POOR_HOUSEHOLD'
  | 'DISABILITY_CERTIFICATE';

/** Who has to see to it. */
export interface DueTo {
  /** Nine digits: the township where the child lives, else where it is registered (昌市政办发〔2020〕16号 三（二）). */
  readonly township: string | null;
  /** The school that answers for the child, else the one in whose catchment it lives. */
  readonly schoolCode: string | null;
}

export interface Discrepancy {
  readonly kind: DiscrepancyKind;
  /** The same in every run in which the difference is still there, so that it is reported once. */
  readonly key: string;
  readonly canonicalId: string;
  readonly evidence: readonly DiscrepancyEvidence[];
  /** What the registers themselves suggest; null where nothing does and somebody has to go. */
  readonly proposedDisposition: DispositionCode | null;
  /** Until then the slower feed may still explain it, so nobody is sent; null when it is due now. */
  readonly heldUntil: string | null;
  readonly dueTo: DueTo;
}

/** What a rule finds; the rest of a discrepancy follows from the child. */
export interface Finding {
  readonly evidence: readonly DiscrepancyEvidence[];
  readonly proposal: DispositionCode | null;
  /** Tells two of one kind on one child apart: an agency or a school. */
  readonly subject?: string;
  /** YYYY-MM-DD since which the registers disagree, with the days that the slower one may take. */
  readonly lag?: { readonly since: string; readonly days: number };
}
