import type { IsoDate } from '../../policies/iso-date.js';
import type { RecordedGuardian, RecordedIdentity } from './identity.js';

/** The civil-affairs registers on one child (民政). A list holds past and current records, oldest first; `until` null = current. */
export interface CivilAffairsView {
  readonly identity: RecordedIdentity;
  readonly sourceKey: string;
  readonly residenceDivision: string;
  readonly guardians: readonly RecordedGuardian[];
  /** Awarded to a household; brothers and sisters carry the same `householdCode`. */
  readonly subsistenceAllowances: readonly SubsistenceAllowance[];
  readonly extremePovertySupport: ExtremePovertySupport | null;
  readonly orphan: OrphanRecord | null;
  readonly deFactoUnattended: DeFactoUnattendedChild | null;
  readonly leftBehind: LeftBehindChild | null;
  readonly inDifficulty: ChildInDifficulty | null;
  readonly verifications: readonly RecordVerification[];
  readonly reliefPayments: readonly ReliefPayment[];
  /** Restricted (早婚早育排查). */
  readonly earlyMarriageScreenings: readonly EarlyMarriageScreening[];
  /** Restricted (服刑人员未成年子女). */
  readonly parentInCustody: ParentInCustody | null;
}

/** 最低生活保障. */
export interface SubsistenceAllowance {
  /** Civil affairs' own household key, not the police household number. */
  readonly householdCode: string;
  readonly area: 'RURAL' | 'URBAN';
  readonly category: 'A' | 'B' | 'C';
  readonly personsCovered: number;
  readonly monthlyAmountYuan: number;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

/** 特困人员救助供养. */
export interface ExtremePovertySupport {
  readonly mode: 'SCATTERED' | 'INSTITUTION';
  readonly monthlyAmountYuan: number;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

/** 孤儿. */
export interface OrphanRecord {
  readonly ground: 'BOTH_DEAD' | 'ONE_DEAD_ONE_MISSING' | 'BOTH_MISSING';
  readonly care: 'KIN' | 'INSTITUTION' | 'FOSTER';
  readonly monthlyAmountYuan: number;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

/** 事实无人抚养儿童, 民发〔2019〕62号. */
export interface DeFactoUnattendedChild {
  readonly fatherCircumstance: ParentCircumstance;
  readonly motherCircumstance: ParentCircumstance;
  readonly monthlyAmountYuan: number;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}
export type ParentCircumstance =
  | 'DEAD'
  | 'MISSING'
  | 'SEVERELY_DISABLED'
  | 'SEVERELY_ILL'
  | 'IN_PRISON'
  | 'COMPULSORY_REHABILITATION'
  | 'NO_CONTACT';

/** 农村留守儿童, 国发〔2016〕13号: both parents away, or one away and the other unable to care; under 16. */
export interface LeftBehindChild {
  readonly ground: 'BOTH_AWAY' | 'ONE_AWAY_OTHER_UNABLE';
  readonly carer: 'GRANDPARENTS' | 'OTHER_KIN' | 'ALONE';
  readonly registeredOn: IsoDate;
  readonly until: IsoDate | null;
  readonly lastVisitedOn: IsoDate;
  /** Of the substitute guardians on the file; null while none is signed. */
  readonly commitmentSignedOn: IsoDate | null;
}

/** 逐一核查 of a special group's record. */
export interface RecordVerification {
  readonly specialGroup: 'ORPHAN' | 'DE_FACTO_UNATTENDED' | 'CHILD_IN_DIFFICULTY';
  readonly verifiedOn: IsoDate;
  readonly outcome: 'HOLDS';
}

/** 困境儿童. */
export interface ChildInDifficulty {
  readonly category: 'FAMILY_POVERTY' | 'OWN_DISABILITY' | 'UNATTENDED' | 'ORPHAN' | 'MISSING_GUARDIANSHIP';
  readonly registeredOn: IsoDate;
  readonly until: IsoDate | null;
}

export interface ReliefPayment {
  readonly sourceKey: string;
  readonly kind:
    'SUBSISTENCE_ALLOWANCE' | 'EXTREME_POVERTY' | 'ORPHAN' | 'DE_FACTO_UNATTENDED' | 'TEMPORARY_RELIEF';
  /** YYYY-MM. */
  readonly month: string;
  readonly amountYuan: number;
  readonly paidOn: IsoDate;
}

export interface EarlyMarriageScreening {
  readonly screenedOn: IsoDate;
  readonly body: 'CIVIL_AFFAIRS' | 'WOMENS_FEDERATION' | 'YOUTH_LEAGUE';
  readonly result: 'NONE' | 'SUSPECTED' | 'CONFIRMED';
  readonly followUp: 'NONE' | 'VISITS' | 'LEGAL_EDUCATION' | 'REPORTED_TO_POLICE';
}

export interface ParentInCustody {
  readonly parent: 'FATHER' | 'MOTHER';
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}
