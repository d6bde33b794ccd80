import type { EnumValue } from '../../../_kit/schema/label.js';
import type { DispositionEnum, EvidenceKindEnum } from '../../casework/disposition.enums.js';

/** Custody is told to nobody outside the casework (restricted), so the schema's list of dispositions lacks it. */
export type DispositionCode = EnumValue<typeof DispositionEnum> | 'LEGAL_CUSTODY';
export type EvidenceKind = EnumValue<typeof EvidenceKindEnum>;

/** What the dispositions of one family have in common (核查结论的类别). */
export type DispositionFamily =
  'REGISTER_ERROR' | 'IN_SCHOOL' | 'OUT_OF_SCOPE' | 'APPROVED_ABSENCE' | 'OPEN' | 'TRUE';

/** TERM: until the next term begins; APPROVAL: until the approval ends; a number: that many days; null: for good. */
export type Validity = 'TERM' | 'APPROVAL' | number | null;

export interface Disposition {
  readonly family: DispositionFamily;
  /** Papers of which one settles it. */
  readonly evidenceKinds: readonly EvidenceKind[];
  /** Who has to confirm it. */
  readonly verifierAgency: string;
  readonly validFor: Validity;
  /** Counted as enrolled (入学率的分子). */
  readonly countsInNumerator: boolean;
  /** Counted as due to be enrolled (入学率的分母). */
  readonly countsInDenominator: boolean;
  readonly opensCase: boolean;
  /** False: it stays on the list, for a repaired register to be matched again or for somebody to act. */
  readonly closesDiscrepancy: boolean;
}

type Rest = Pick<Disposition, 'evidenceKinds' | 'verifierAgency'> & Partial<Disposition>;

/** A repaired register is matched again; the child is not off the list before another register has it in school. */
const registerError = (rest: Rest): Disposition => ({
  family: 'REGISTER_ERROR',
  validFor: null,
  countsInNumerator: false,
  countsInDenominator: true,
  opensCase: false,
  closesDiscrepancy: false,
  ...rest,
});

const inSchool = (rest: Rest): Disposition => ({
  family: 'IN_SCHOOL',
  validFor: null,
  countsInNumerator: true,
  countsInDenominator: true,
  opensCase: false,
  closesDiscrepancy: true,
  ...rest,
});

const outOfScope = (rest: Rest): Disposition => ({
  family: 'OUT_OF_SCOPE',
  validFor: null,
  countsInNumerator: false,
  countsInDenominator: false,
  opensCase: false,
  closesDiscrepancy: true,
  ...rest,
});

/** Its end makes a new task: absence with leave is still absence. */
const approvedAbsence = (rest: Rest): Disposition => ({
  family: 'APPROVED_ABSENCE',
  validFor: 'APPROVAL',
  countsInNumerator: false,
  countsInDenominator: true,
  opensCase: false,
  closesDiscrepancy: true,
  ...rest,
});

const open = (rest: Rest): Disposition => ({
  family: 'OPEN',
  validFor: null,
  countsInNumerator: false,
  countsInDenominator: true,
  opensCase: false,
  closesDiscrepancy: false,
  ...rest,
});

/** Only a return, a completion, the end of compulsory age, a death or a place in school ends it. */
const truly = (rest: Rest): Disposition => ({
  family: 'TRUE',
  validFor: null,
  countsInNumerator: false,
  countsInDenominator: true,
  opensCase: true,
  closesDiscrepancy: false,
  ...rest,
});

/** 20 working days, ten on each side, in calendar days with two weeks' margin for holidays (教基〔2025〕1号 转学). */
const TRANSFER_DAYS = 42;
const YEAR_DAYS = 365;

/** Each way in which a difference between registers ends, and what follows from it. */
export const DISPOSITIONS: { readonly [Code in DispositionCode]: Disposition } = {
  ID_CORRECTED: registerError({ evidenceKinds: ['STATUS_PRINTOUT'], verifierAgency: 'education' }),
  NAME_CORRECTED: registerError({ evidenceKinds: ['STATUS_PRINTOUT'], verifierAgency: 'education' }),
  DUPLICATE_ID_REFERRED: registerError({ evidenceKinds: ['POLICE_CERTIFICATE'], verifierAgency: 'police' }),
  DUPLICATE_HOUSEHOLD: registerError({ evidenceKinds: ['POLICE_CERTIFICATE'], verifierAgency: 'police' }),
  DUPLICATE_STATUS: registerError({ evidenceKinds: ['STATUS_PRINTOUT'], verifierAgency: 'education' }),
  /** Registered and never lives here: nobody to enrol. */
  EMPTY_REGISTRATION: registerError({
    evidenceKinds: ['VILLAGE_CERTIFICATE', 'POLICE_CERTIFICATE'],
    verifierAgency: 'police',
    countsInDenominator: false,
    closesDiscrepancy: true,
  }),
  PERSON_NOT_FOUND: registerError({
    evidenceKinds: ['POLICE_CERTIFICATE'],
    verifierAgency: 'police',
    countsInDenominator: false,
    closesDiscrepancy: true,
  }),
  ID_CHANGED: registerError({ evidenceKinds: ['POLICE_CERTIFICATE'], verifierAgency: 'police' }),
  /** The status is cleared; the child behind it has still to be found. */
  GHOST_STATUS: registerError({ evidenceKinds: ['SCHOOL_CERTIFICATE'], verifierAgency: 'education' }),
  /** In school on a temporary number (国办发〔2015〕96号: registered without conditions). */
  UNREGISTERED_BIRTH: registerError({
    evidenceKinds: ['SCHOOL_CERTIFICATE', 'POLICE_CERTIFICATE'],
    verifierAgency: 'police',
    countsInNumerator: true,
  }),

  IN_SCHOOL_UNREGISTERED: inSchool({ evidenceKinds: ['SCHOOL_CERTIFICATE'], verifierAgency: 'education' }),
  IN_SCHOOL_IN_COUNTY: inSchool({ evidenceKinds: ['SCHOOL_CERTIFICATE'], verifierAgency: 'education' }),
  IN_SCHOOL_OUT_OF_COUNTY: inSchool({
    evidenceKinds: ['STATUS_PRINTOUT', 'SCHOOL_CERTIFICATE'],
    verifierAgency: 'education',
    validFor: 'TERM',
  }),
  IN_SCHOOL_OUT_OF_PROVINCE: inSchool({
    evidenceKinds: ['STATUS_PRINTOUT', 'SCHOOL_CERTIFICATE', 'PHOTO', 'PHONE_RECORD'],
    verifierAgency: 'education',
    validFor: 'TERM',
  }),
  IN_SCHOOL_ELSEWHERE_UNREGISTERED: inSchool({
    evidenceKinds: ['SCHOOL_CERTIFICATE', 'PHOTO', 'PHONE_RECORD'],
    verifierAgency: 'education',
    validFor: 'TERM',
  }),
  SPECIAL_PLACEMENT: inSchool({
    evidenceKinds: ['SCHOOL_CERTIFICATE', 'VISIT_RECORD'],
    verifierAgency: 'education',
  }),
  /** Followed up after a month and a term. */
  RETURNED: inSchool({ evidenceKinds: ['SCHOOL_CERTIFICATE', 'VISIT_RECORD'], verifierAgency: 'education' }),

  DECEASED: outOfScope({
    evidenceKinds: ['POLICE_CERTIFICATE', 'MEDICAL', 'VILLAGE_CERTIFICATE'],
    verifierAgency: 'police',
  }),
  ABROAD: outOfScope({ evidenceKinds: ['BORDER'], verifierAgency: 'police', validFor: YEAR_DAYS }),
  COMPLETED: outOfScope({ evidenceKinds: ['GRADUATION'], verifierAgency: 'education' }),
  OVERAGE: outOfScope({ evidenceKinds: ['STATUS_PRINTOUT', 'VISIT_RECORD'], verifierAgency: 'education' }),
  /** The child is expected next year. */
  NOT_YET_DUE: outOfScope({
    evidenceKinds: ['POLICE_CERTIFICATE'],
    verifierAgency: 'police',
    validFor: YEAR_DAYS,
  }),

  /** For one year at most (义务教育法 第十一条). */
  DEFERRED_APPROVED: approvedAbsence({ evidenceKinds: ['MEDICAL'], verifierAgency: 'education' }),
  SUSPENDED_APPROVED: approvedAbsence({ evidenceKinds: ['MEDICAL'], verifierAgency: 'education' }),
  /** With the opinion of the disability federation; home teaching is tried all the same. */
  MEDICALLY_UNABLE: approvedAbsence({ evidenceKinds: ['MEDICAL'], verifierAgency: 'disability' }),
  LEGAL_CUSTODY: approvedAbsence({ evidenceKinds: ['POLICE_CERTIFICATE'], verifierAgency: 'police' }),

  PENDING: open({ evidenceKinds: [], verifierAgency: 'education' }),
  UNRESOLVED: open({
    evidenceKinds: ['VISIT_RECORD'],
    verifierAgency: 'coordination',
    opensCase: true,
  }),
  /** Whether the child is missing is for the police to determine (印府办发〔2020〕19号). */
  MISSING_REPORTED: open({
    evidenceKinds: ['POLICE_CERTIFICATE'],
    verifierAgency: 'police',
    opensCase: true,
  }),
  TRANSFER_IN_TRANSIT: open({
    evidenceKinds: ['STATUS_PRINTOUT'],
    verifierAgency: 'education',
    validFor: TRANSFER_DAYS,
  }),
  /** Sends the matter to the township of residence (昌市政办发〔2020〕16号), and settles nothing. */
  RESIDENCE_MOVED: open({
    evidenceKinds: ['VILLAGE_CERTIFICATE', 'VISIT_RECORD'],
    verifierAgency: 'coordination',
  }),

  CONFIRMED_NOT_ENROLLED: truly({ evidenceKinds: ['VISIT_RECORD'], verifierAgency: 'coordination' }),
  CONFIRMED_DROPOUT: truly({ evidenceKinds: ['VISIT_RECORD'], verifierAgency: 'coordination' }),
};
