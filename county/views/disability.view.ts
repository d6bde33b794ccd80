import type { IsoDate } from '../../policies/iso-date.js';
import type { RecordedIdentity } from './identity.js';

/** The disabled persons' federation's registers on one child (残联); also present when only a parent holds a certificate. */
export interface DisabilityView {
  readonly identity: RecordedIdentity;
  readonly sourceKey: string;
  readonly residenceDivision: string;
  /** Null when the child has no certificate, which is not absence of disability (first issue is voluntary). */
  readonly certificate: DisabilityCertificate | null;
  readonly parentCertificates: readonly ParentDisabilityCertificate[];
  readonly placementRecommendation: PlacementRecommendation | null;
  readonly rehabilitation: readonly RehabilitationService[];
  readonly assistiveDevices: readonly AssistiveDevice[];
  /** 送医上门, severely disabled only. */
  readonly homeMedicalVisits: readonly HomeMedicalVisit[];
  readonly verifications: readonly DisabilityVerification[];
}

/** 逐一核查. */
export interface DisabilityVerification {
  readonly specialGroup: 'DISABLED_CHILD' | 'CHILD_OF_DISABLED';
  readonly verifiedOn: IsoDate;
  readonly outcome: 'HOLDS';
}

/** GB/T 26341-2010. */
export type DisabilityCategory =
  'VISUAL' | 'HEARING' | 'SPEECH' | 'PHYSICAL' | 'INTELLECTUAL' | 'MENTAL' | 'MULTIPLE';

/** 残疾人证. */
export interface DisabilityCertificate {
  /** 20 characters = resident ID number + category digit + grade digit, longer with a reissue suffix (B1). */
  readonly certificateNumber: string;
  readonly category: DisabilityCategory;
  /** For MULTIPLE: the single categories it is made of; otherwise the category alone. */
  readonly components: readonly DisabilityCategory[];
  /** 1 severest … 4. */
  readonly grade: 1 | 2 | 3 | 4;
  /** '' or 'B1', 'B2'. */
  readonly reissueSuffix: string;
  readonly issuedOn: IsoDate;
  readonly expiresOn: IsoDate;
  readonly state: 'VALID' | 'REASSESSMENT' | 'EXPIRED' | 'CANCELLED';
}

export interface ParentDisabilityCertificate {
  readonly parent: 'FATHER' | 'MOTHER';
  readonly certificateNumber: string;
  readonly category: DisabilityCategory;
  readonly grade: 1 | 2 | 3 | 4;
}

export interface PlacementRecommendation {
  readonly mode: 'SPECIAL_SCHOOL' | 'REGULAR_CLASS' | 'HOME_TEACHING' | 'NOT_ABLE_TO_STUDY';
  readonly recommendedOn: IsoDate;
}

export interface RehabilitationService {
  readonly kind: 'TRAINING' | 'SURGERY' | 'HEARING_AID_FITTING' | 'THERAPY';
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  readonly institution: string;
}

export interface AssistiveDevice {
  readonly kind: 'WHEELCHAIR' | 'HEARING_AID' | 'WHITE_CANE' | 'CRUTCHES' | 'VISUAL_AID';
  readonly deliveredOn: IsoDate;
}

export interface HomeMedicalVisit {
  readonly visitedOn: IsoDate;
  readonly institution: string;
}
