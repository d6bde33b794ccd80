import type { IsoDate } from '../../policies/iso-date.js';
import type { RegisterAgency, Sex } from './identity.js';

/** How differences between registers end: the closed list of dispositions (核查结论). */
export const DISPOSITION_CODES = [
  'ID_CORRECTED',
  'NAME_CORRECTED',
  'DUPLICATE_ID_REFERRED',
  'DUPLICATE_HOUSEHOLD',
  'DUPLICATE_STATUS',
  'EMPTY_REGISTRATION',
  'PERSON_NOT_FOUND',
  'ID_CHANGED',
  'DECEASED',
  'UNREGISTERED_BIRTH',
  'IN_SCHOOL_UNREGISTERED',
  'GHOST_STATUS',
  'IN_SCHOOL_IN_COUNTY',
  'IN_SCHOOL_OUT_OF_COUNTY',
  'IN_SCHOOL_OUT_OF_PROVINCE',
  'IN_SCHOOL_ELSEWHERE_UNREGISTERED',
  'TRANSFER_IN_TRANSIT',
  'RESIDENCE_MOVED',
  'ABROAD',
  'COMPLETED',
  'OVERAGE',
  'NOT_YET_DUE',
  'DEFERRED_APPROVED',
  'SUSPENDED_APPROVED',
  'MEDICALLY_UNABLE',
  'SPECIAL_PLACEMENT',
  'LEGAL_CUSTODY',
  'MISSING_REPORTED',
  'CONFIRMED_NOT_ENROLLED',
  'CONFIRMED_DROPOUT',
  'RETURNED',
  'PENDING',
  'UNRESOLVED',
] as const;
export type DispositionCode = (typeof DISPOSITION_CODES)[number];

/**
 * Classes of planted differences: every disposition, and two that end in another one: AMBIGUOUS (two children
 * with one name and birth date, ends in ID_CORRECTED) and CHILD_LABOUR (found at work, ends in CONFIRMED_DROPOUT).
 */
export const ERROR_CLASSES = [...DISPOSITION_CODES, 'AMBIGUOUS', 'CHILD_LABOUR'] as const;
export type ErrorClass = (typeof ERROR_CLASSES)[number];

export type DropoutReason =
  | 'AVERSION_TO_STUDY'
  | 'LEARNING_DIFFICULTY'
  | 'WORKING_AWAY'
  | 'CHILD_LABOUR'
  | 'ILLNESS'
  | 'DISABILITY'
  | 'EARLY_MARRIAGE'
  | 'MISSING'
  | 'POVERTY'
  | 'OTHER';

/** What is really so, whatever the registers say. Planting an error changes views, never this. */
export interface ChildTruth {
  /** False for an entry behind which no such child stands (PERSON_NOT_FOUND). */
  readonly exists: boolean;
  readonly residentIdNumber: string | null;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: IsoDate;
  /** 12-digit village code; null for a child registered in another county or not at all. */
  readonly registeredDivision: string | null;
  /** 12-digit village code; null when the child lives outside the county. */
  readonly residenceDivision: string | null;
  /** Cohort grade of the academic year: 0 not yet due, 1–9, 10 beyond compulsory education. */
  readonly expectedGrade: number;
  readonly schooling: Schooling;
  readonly isRegisteredHere: boolean;
  readonly isIncomer: boolean;
  readonly parentsAway: { readonly father: boolean; readonly mother: boolean };
  readonly dropoutReason: DropoutReason | null;
  /** The difference planted on this child, if any. */
  readonly errorClass: ErrorClass | null;
}

export type Schooling =
  | 'PRESCHOOL'
  | 'ENROLLED_HERE'
  | 'ENROLLED_OUT_OF_COUNTY'
  | 'ENROLLED_OUT_OF_PROVINCE'
  | 'ENROLLED_ABROAD'
  | 'ENROLLED_WITHOUT_STATUS'
  | 'HOME_TEACHING'
  | 'SUSPENDED'
  | 'DEFERRED'
  | 'MEDICALLY_UNABLE'
  | 'IN_CUSTODY'
  | 'NEVER_ENROLLED'
  | 'DROPPED_OUT'
  | 'COMPLETED'
  | 'DECEASED'
  | 'UNKNOWN';

/**
 * One planted difference. The caller turns each identity into an opaque id (`studentIdOf`) and writes the line
 * `{class, agency, ids[], expectedDisposition}` of the truth file.
 */
export interface PlantedError {
  readonly class: ErrorClass;
  /** The register that the error stands in (not the one that brings it to light). */
  readonly agency: RegisterAgency;
  readonly identities: readonly PlantedIdentity[];
  readonly expectedDisposition: DispositionCode;
}

/** One row that the difference concerns: by number as recorded where there is one, else by the register's own key. */
export interface PlantedIdentity {
  readonly residentIdNumber: string | null;
  readonly sourceKey: string;
  readonly agency: RegisterAgency;
}
