import type { IsoDate } from '../../policies/iso-date.js';
import type { RecordedIdentity } from './identity.js';

/** The poverty office's registers on one child (扶贫办 / 乡村振兴). The unit is the household: brothers and sisters share `householdCode`. */
export interface PovertyView {
  readonly identity: RecordedIdentity;
  readonly sourceKey: string;
  readonly residenceDivision: string;
  readonly household: PovertyHousehold | null;
  readonly measures: readonly PovertyMeasure[];
  readonly relocation: RelocationHousehold | null;
  readonly relocationFollowUps: readonly RelocationFollowUp[];
  readonly verifications: readonly PovertyVerification[];
}

/** 建档立卡(脱贫)户 or monitored household; the same object for all children of the household. */
export interface PovertyHousehold {
  /** The office's own key, not the police household number. */
  readonly householdCode: string;
  readonly householderName: string;
  readonly addressDivision: string;
  readonly personCount: number;
  /** 一般贫困户 / 低保 / 五保 at recognition. */
  readonly kind: 'GENERAL_POOR' | 'SUBSISTENCE_ALLOWANCE' | 'FIVE_GUARANTEES' | 'NOT_REGISTERED_POOR';
  readonly cause: PovertyCause;
  /** Today's state; null-like NOT_MONITORED for a stable ex-poverty household. */
  readonly monitoredState:
    'NOT_MONITORED' | 'UNSTABLE_EX_POVERTY' | 'AT_RISK_OF_POVERTY' | 'SUDDEN_SEVERE_HARDSHIP';
  readonly monitoredSince: IsoDate | null;
  readonly recognisedOn: IsoDate;
  /** Null for a household that was never registered poor. */
  readonly liftedOn: IsoDate | null;
  /** 帮扶责任人; synthetic. */
  readonly responsibleOfficer: { readonly name: string; readonly post: string; readonly agencyName: string };
}

export type PovertyCause =
  | 'ILLNESS'
  | 'DISABILITY'
  | 'SCHOOLING'
  | 'DISASTER'
  | 'LACK_OF_LAND'
  | 'LACK_OF_WATER'
  | 'LACK_OF_SKILLS'
  | 'LACK_OF_LABOUR'
  | 'LACK_OF_FUNDS'
  | 'POOR_TRANSPORT'
  | 'LACK_OF_OWN_MOTIVATION';

export interface PovertyMeasure {
  readonly sourceKey: string;
  readonly kind:
    'EDUCATION_AID' | 'PUBLIC_POST' | 'INDUSTRY_SUPPORT' | 'MEDICAL_AID' | 'HOUSING' | 'MICROCREDIT';
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  /** Null where the measure is not money. */
  readonly amountYuan: number | null;
}

/** 易地扶贫搬迁户. */
export interface RelocationHousehold {
  readonly householdCode: string;
  readonly fromDivision: string;
  /** Key of `CountyFrame.resettlementSites`. */
  readonly siteCode: string;
  readonly movedOn: IsoDate;
}

/** 逐一核查. */
export interface PovertyVerification {
  readonly specialGroup: 'REGISTERED_HOUSEHOLD';
  readonly verifiedOn: IsoDate;
  readonly outcome: 'HOLDS';
}

/** 搬迁户子女入学跟踪. */
export interface RelocationFollowUp {
  readonly followedOn: IsoDate;
  readonly schoolPlace: 'AT_SITE' | 'ELSEWHERE' | 'NONE';
  /** 学校标识码; null where the child goes to no school. */
  readonly schoolCode: string | null;
}
