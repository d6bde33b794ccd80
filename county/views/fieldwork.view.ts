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
}

/** An opened dropout case (辍学个案). */
export interface DropoutCaseFacts {
  readonly openedOn: IsoDate;
  readonly reason: DropoutReason;
  readonly lastSchoolCode: string | null;
  /** Written report to township and bureau; null when it was omitted, which is a violation. */
  readonly reportedOn: IsoDate | null;
  readonly persuasionVisits: readonly PersuasionVisit[];
  readonly returnedOn: IsoDate | null;
  readonly returnSchoolCode: string | null;
}

export interface PersuasionVisit {
  readonly visitedOn: IsoDate;
  readonly participants: readonly (
    'TOWNSHIP_OFFICER' | 'VILLAGE_CADRE' | 'CLASS_TEACHER' | 'POLICE_OFFICER'
  )[];
  readonly result: 'COMMITTED' | 'REFUSED' | 'NOT_MET' | 'RETURNED';
}
