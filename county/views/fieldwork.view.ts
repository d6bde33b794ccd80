import type { ObservedAttendance } from '../../subgraphs/coordination/casework/case-facts.js';
import type { CaseStanding } from '../../subgraphs/coordination/casework/case-state.js';
import type { IsoDate } from '../../policies/iso-date.js';
import type { DispositionCode, DropoutReason } from './truth.js';

/**
 * What people on the ground found and did about a child, for coordination's records: the household education
 * register (文化户口), screening visits and casework. Null for a child whom nobody has had a reason to visit.
 */
export interface FieldworkView {
  /** 12-digit village code where the child was found to live; null if not found here. */
  readonly residenceDivision: string | null;
  readonly screenings: readonly ScreeningVisit[];
  readonly dropoutCase: DropoutCaseFacts | null;
}

/** Door-to-door screening (摸排). */
export interface ScreeningVisit {
  readonly visitedOn: IsoDate;
  readonly visitorPost: 'VILLAGE_CADRE' | 'TOWNSHIP_OFFICER' | 'CLASS_TEACHER';
  /** Null when the visit brought no answer. */
  readonly proposedDisposition: DispositionCode | null;
  readonly evidence: readonly EvidenceItem[];
}

export interface EvidenceItem {
  readonly kind:
    | 'POLICE_CERTIFICATE'
    | 'VILLAGE_CERTIFICATE'
    | 'SCHOOL_CERTIFICATE'
    | 'STATUS_PRINTOUT'
    | 'PHOTO'
    | 'PHONE_RECORD'
    | 'MEDICAL'
    | 'BORDER'
    | 'COURT'
    | 'GRADUATION'
    | 'VISIT_RECORD';
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: IsoDate;
  /** Hash of the scanned file, which stays with its issuer. */
  readonly sha256: string;
}

/** A dropout case (辍学个案), from the suspicion to the closing out. */
export interface DropoutCaseFacts {
  readonly state: 'SUSPECTED' | 'VERIFYING' | 'CONFIRMED' | 'PERSUADING' | 'RETURNED' | 'FOLLOWED' | 'CLOSED';
  readonly openedOn: IsoDate;
  readonly basis: 'ABSENT' | 'LEFT_SCHOOL' | 'NEVER_ENROLLED';
  readonly reason: DropoutReason;
  readonly lastSchoolCode: string | null;
  /** Written report to township and bureau; null while it is not due, and when it was omitted, which is a violation. */
  readonly reportedOn: IsoDate | null;
  /** 工作专班. */
  readonly taskTeam: readonly FieldPost[];
  readonly persuasionVisits: readonly PersuasionVisit[];
  readonly orders: readonly EnforcementOrder[];
  /** A plan for the whole household (一家一案) beside the pupil's. */
  readonly hasHouseholdPlan: boolean;
  readonly returnedOn: IsoDate | null;
  readonly returnSchoolCode: string | null;
  /** 销号. */
  readonly closedOn: IsoDate | null;
  /** What else follows from the facts by coordination's rule, and the attendance that it rests on. */
  readonly standing: CaseStanding;
  readonly observed: ObservedAttendance | null;
}

export type FieldPost = 'TOWNSHIP_OFFICER' | 'VILLAGE_CADRE' | 'CLASS_TEACHER' | 'POLICE_OFFICER';

/** Notice or order to the guardians, a step of the ladder. */
export interface EnforcementOrder {
  readonly step:
    'ENROLMENT_NOTICE' | 'RETURN_ORDER' | 'CRITICISM_EDUCATION' | 'RECTIFICATION_ORDER' | 'JUDICIAL_DOCUMENT';
  readonly issuedBy: 'TOWNSHIP' | 'EDUCATION' | 'JUSTICE';
  readonly issuedOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly servedOn: IsoDate | null;
  readonly compliedOn: IsoDate | null;
}

export interface PersuasionVisit {
  readonly visitedOn: IsoDate;
  readonly participants: readonly FieldPost[];
  readonly result: 'COMMITTED' | 'REFUSED' | 'NOT_MET' | 'RETURNED';
}
