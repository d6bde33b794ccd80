import type { IsoDate } from '../../policies/iso-date.js';

/** What the county has before its children: divisions, schools, employers, inspections, sites, posts. A small table held in memory. */
export interface CountyFrame {
  /** 6 digits. */
  readonly countyCode: string;
  readonly countyName: string;
  readonly divisions: readonly DivisionRow[];
  readonly schools: readonly SchoolRow[];
  readonly classes: readonly ClassRow[];
  readonly catchments: readonly CatchmentRow[];
  readonly employers: readonly EmployerRow[];
  readonly labourInspections: readonly LabourInspectionRow[];
  readonly licenceSanctions: readonly LicenceSanctionRow[];
  readonly resettlementSites: readonly ResettlementSiteRow[];
  readonly posts: readonly ResponsiblePost[];
  readonly statistics: SchoolStatistics;
  /** School days of the current term up to `asOf`, oldest first. */
  readonly schoolDays: readonly IsoDate[];
}

export type DivisionLevel = 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP' | 'VILLAGE';

export interface DivisionRow {
  /** 12 digits, zero-filled. */
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  /** Null for the province. */
  readonly parent: string | null;
}

export type SchoolKind = 'PRIMARY' | 'TEACHING_POINT' | 'JUNIOR' | 'NINE_YEAR' | 'SPECIAL';

export interface SchoolRow {
  /** 学校标识码, 10 digits: category 21/31/51 + province + serial. */
  readonly code: string;
  readonly name: string;
  readonly kind: SchoolKind;
  /** 12-digit village code of the site. */
  readonly division: string;
  readonly isBoarding: boolean;
  readonly capacity: number;
  readonly grades: readonly number[];
  /** The teaching point's central school, else null. */
  readonly parentSchoolCode: string | null;
  readonly inspectorName: string;
  readonly designations: readonly ('LEFT_BEHIND_HOME' | 'RESOURCE_ROOM' | 'BOARDING_DEMONSTRATION')[];
  readonly fullTimeCounsellors: number;
  readonly partTimeCounsellors: number;
  readonly hasCounsellingRoom: boolean;
  readonly isWeak: boolean;
  /** Urban-rural class of the site, 3 digits. */
  readonly urbanRuralCode: '111' | '121' | '122' | '210' | '220';
}

export interface ClassRow {
  /** School code + grade + two-digit class number, e.g. 21520000010302. */
  readonly code: string;
  readonly schoolCode: string;
  readonly grade: number;
  /** 班号 within the grade, from 1. */
  readonly number: number;
  readonly name: string;
  readonly classTeacherName: string;
  /** Norm: 45 primary, 50 junior, 14 special. Real numbers of pupils can lie above it (大班额 from 56). */
  readonly capacity: number;
}

/** 施教范围: a village whose children of these grades are due at the school. */
export interface CatchmentRow {
  readonly schoolCode: string;
  /** 12-digit village code. */
  readonly division: string;
  readonly lowestGrade: number;
  readonly highestGrade: number;
}

/** What schools state of all their pupils together (教育事业统计). */
export interface SchoolStatistics {
  readonly cohorts: readonly CohortRow[];
  readonly turnover: readonly TurnoverRow[];
}

/** Who entered a stage at a school in a year, and what became of them. */
export interface CohortRow {
  readonly schoolCode: string;
  readonly stage: 'PRIMARY' | 'JUNIOR_SECONDARY' | 'COMPULSORY';
  /** First calendar year of the academic year. */
  readonly intakeYear: number;
  readonly entrants: number;
  readonly transferredOut: number;
  readonly deceased: number;
  /** Null until the stage has run through. */
  readonly finished: number | null;
  readonly transferredIn: number | null;
}

/** Who came and went in a school year. */
export interface TurnoverRow {
  readonly schoolCode: string;
  readonly stage: 'PRIMARY' | 'JUNIOR_SECONDARY';
  readonly academicYear: number;
  readonly pupilsAtStart: number;
  readonly suspended: number;
  readonly withdrawn: number;
  readonly deceased: number;
  readonly transferredOut: number;
  readonly otherDecrease: number;
  readonly transferredIn: number;
  readonly otherIncrease: number;
}

export interface EmployerRow {
  readonly key: string;
  readonly name: string;
  /** GB 32100; null for one who is not registered. */
  readonly unifiedSocialCreditCode: string | null;
  readonly kind: 'COMPANY' | 'SOLE_TRADER' | 'UNLICENSED';
  readonly industry:
    'CATERING' | 'GARMENTS' | 'HAIRDRESSING' | 'CONSTRUCTION' | 'FARMING' | 'RETAIL' | 'CAR_WASH';
  readonly division: string;
}

export interface LabourInspectionRow {
  readonly key: string;
  readonly employerKey: string;
  readonly inspectedOn: IsoDate;
  readonly inspectors: number;
  readonly kind: 'ROUTINE' | 'SPECIAL' | 'COMPLAINT' | 'JOINT';
  /** Number of persons under 16 met at work. */
  readonly minorsFound: number;
  readonly personsMet: number;
  readonly site: string;
}

export interface LicenceSanctionRow {
  readonly key: string;
  readonly employerKey: string;
  readonly kind: 'FINE' | 'REVOCATION';
  readonly decidedOn: IsoDate;
  readonly amountYuan: number | null;
}

export interface ResettlementSiteRow {
  readonly code: string;
  readonly name: string;
  readonly division: string;
  readonly openedOn: IsoDate;
}

/** A person who answers for a division or school (包保责任); names are synthetic. */
export interface ResponsiblePost {
  readonly line: 'GOVERNMENT' | 'EDUCATION';
  readonly level: 'COUNTY' | 'TOWNSHIP' | 'VILLAGE' | 'BUREAU' | 'SCHOOL';
  /** 12-digit division code, or a school code for level SCHOOL. */
  readonly targetCode: string;
  readonly post: string;
  readonly name: string;
}
