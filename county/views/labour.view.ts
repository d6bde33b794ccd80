import type { IsoDate } from '../../policies/iso-date.js';
import type { RecordedIdentity } from './identity.js';

/** The human-resources and social-security bureau's registers on one child (人社). */
export interface LabourView {
  readonly identity: RecordedIdentity;
  readonly sourceKey: string;
  readonly residenceDivision: string;
  readonly childLabourCases: readonly ChildLabourCase[];
  /** From the register of rural workers who work away (外出务工登记). */
  readonly guardiansWorkingAway: readonly GuardianWorkingAway[];
}

/** 童工案件, State Council decree 364. */
export interface ChildLabourCase {
  readonly caseNumber: string;
  /** Key of `CountyFrame.employers`. */
  readonly employerKey: string;
  /** Key of `CountyFrame.labourInspections`, when an inspection found the child. */
  readonly inspectionKey: string | null;
  readonly foundOn: IsoDate;
  /** Start of work; months of use count from here (fine basis 5,000 yuan per child and month). */
  readonly workStartedOn: IsoDate;
  readonly orderIssuedOn: IsoDate;
  readonly returnDueOn: IsoDate;
  /** Null while the order is unmet (10,000 yuan per month counted from the order). */
  readonly returnedOn: IsoDate | null;
  readonly handedTo: 'PARENTS' | 'GRANDPARENTS' | 'TOWNSHIP' | null;
  readonly schoolContactedOn: IsoDate | null;
  readonly enrolledOn: IsoDate | null;
  readonly ageEvidence: 'HOUSEHOLD_REGISTER' | 'RESIDENT_ID' | 'STUDENT_STATUS' | 'BONE_AGE';
  /** Null until the child is returned. */
  readonly costBearer: 'EMPLOYER' | 'COUNTY' | null;
  readonly transferredTo: 'MARKET_SUPERVISION' | 'POLICE' | null;
}

export interface GuardianWorkingAway {
  readonly guardian: 'FATHER' | 'MOTHER' | 'OTHER_KIN';
  readonly destinationName: string;
  /** 6 digits. */
  readonly destinationCountyCode: string;
  readonly industry: 'MANUFACTURING' | 'CONSTRUCTION' | 'SERVICES' | 'AGRICULTURE' | 'TRANSPORT';
  readonly since: IsoDate;
  /** Expected or known return. */
  readonly until: IsoDate | null;
}
