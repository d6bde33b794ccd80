import type { IsoDate } from '../../policies/iso-date.js';
import type { RecordedIdentity } from './identity.js';
import type { PlantedError } from './truth.js';

/** The year's census at one family's door. */
export interface CensusVisit {
  readonly household: ScreenedHousehold;
  /** A child whom nobody knew before: no register is wrong, so nothing stands beside the family's planted differences. */
  readonly found: PlantedError | null;
}

/** A household as the year's census (学户普查) met it; education keeps it. */
export interface ScreenedHousehold {
  readonly householdNumber: string;
  readonly householderName: string;
  /** 12-digit village code where it lives. */
  readonly village: string;
  readonly visitedOn: IsoDate;
  readonly visitorPost: 'VILLAGE_CADRE' | 'TOWNSHIP_OFFICER';
  readonly result: 'VISITED' | 'NOBODY_AT_HOME';
  /** Empty where nobody was at home. */
  readonly members: readonly ScreenedPerson[];
}

export interface ScreenedPerson {
  /** Stable key of the row; null for an adult, whose number nobody keeps. */
  readonly sourceKey: string | null;
  readonly identity: RecordedIdentity;
  readonly relation: 'HOUSEHOLDER' | 'SPOUSE' | 'SON' | 'DAUGHTER' | 'OTHER_KIN';
  /** Null where nobody has checked it yet. */
  readonly educationLevel: 'NONE' | 'PRESCHOOL' | 'PRIMARY' | 'JUNIOR_SECONDARY' | 'SENIOR_SECONDARY' | null;
  readonly schooling:
    | 'STUDIES_IN_COUNTY'
    | 'STUDIES_OUT_OF_COUNTY'
    | 'STUDIES_OUT_OF_PROVINCE'
    | 'NEVER_ENROLLED'
    | 'FINISHED'
    | 'NOT_YET_DUE'
    | null;
  readonly schoolCode: string | null;
  readonly studyPlace: string | null;
  readonly grade: number | null;
}
