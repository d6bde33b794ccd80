import type { AttendanceClock } from '../../../policies/absence-spells.js';
import type { IsoDate } from '../../../policies/iso-date.js';
import type { SchoolCalendar } from '../../../policies/school-calendar.js';
import type { ReturnCheckResult } from './case-return.enums.js';
import type { CaseBasis } from './casework.enums.js';
import type { PersuasionResult } from './field-visit.enums.js';

/** What a decision means for a case: it confirms it, says that the child is in school, or ends the duty to be there. */
export type DecisionMeaning = 'CONFIRMS' | 'IN_SCHOOL' | 'ENDS' | 'OPEN';

/** What people have recorded about one case, in any order. */
export interface CaseFacts {
  readonly openedOn: IsoDate;
  /** Day of the next case of the child, to which all belongs that is later; null while there is none. */
  readonly nextOpenedOn: IsoDate | null;
  readonly basis: CaseBasis;
  /** Written report of the dropout; null while there is none. */
  readonly reportedOn: IsoDate | null;
  /** Days on which somebody went to see whether it is true. */
  readonly verifications: readonly { readonly on: IsoDate }[];
  /** `order` tells which of two of one day came later. `isObservable`: whether the county's sheets show the child. */
  readonly decisions: readonly {
    readonly on: IsoDate;
    readonly order: number;
    readonly meaning: DecisionMeaning;
    readonly isObservable: boolean;
  }[];
  readonly visits: readonly {
    readonly on: IsoDate;
    readonly result: PersuasionResult;
    readonly nextVisitOn: IsoDate | null;
  }[];
  readonly placements: readonly {
    readonly on: IsoDate;
    readonly schoolCode: string | null;
    readonly isObservable: boolean;
  }[];
  readonly checks: readonly { readonly on: IsoDate; readonly result: ReturnCheckResult }[];
}

/**
 * What the last comparison saw of a child's attendance. A school day that is known, of which the sheet of the class is in
 * and that was not missed was attended.
 */
export interface ObservedAttendance {
  /** Last day of the sheets; later days say nothing yet. */
  readonly knownUpTo: IsoDate;
  /** Sheets show only who is on the roll. */
  readonly isOnTheRoll: boolean;
  /** School days missed as a whole. */
  readonly missed: readonly { readonly on: IsoDate; readonly isExcused: boolean }[];
  /** School days of which the sheet has not come in. */
  readonly withoutSheet: readonly IsoDate[];
  readonly marks: readonly { readonly on: IsoDate; readonly kind: 'DROPPED_OUT' | 'RETURNED' }[];
}

export interface CaseRules {
  /** How far attendance is known, and of which days not, the observation says. */
  readonly clock: Omit<AttendanceClock, 'countedUpTo' | 'isSheetMissing'>;
  readonly calendar: Pick<SchoolCalendar, 'isSchoolDay'>;
  /** Days after the first attended day on which a return is looked at. */
  readonly followUpAfterReturnDays: readonly number[];
  /** Days within which somebody has to go and see whether a suspicion is true. */
  readonly verifyWithinDays: number;
}
