import type { FactName, FactTables } from './fact-tables.js';

interface FactSource<Row> {
  readonly agency: string;
  readonly table: string;
  /** Register of that agency which the table belongs to. */
  readonly register: string;
  readonly columns: readonly (keyof Row & string)[];
}

/** Which tables of which agencies the rules rest on. Everything else stays with its agency. */
export const FACT_SOURCES: { readonly [Name in FactName]: FactSource<FactTables[Name]> } = {
  studentStatus: {
    agency: 'education',
    table: 'student_status',
    register: 'STUDENT_STATUS',
    columns: [
      'status',
      'schoolCode',
      'classCode',
      'grade',
      'schoolLeftBehindType',
      'isAccompanyingMigrantChild',
      'attendanceMode',
      'needsAid',
      'enrolledOn',
      'leftOn',
      'residenceDivisionCode',
      'idVerification',
    ],
  },
  statusChange: {
    agency: 'education',
    table: 'status_change',
    register: 'STUDENT_STATUS',
    columns: ['kind', 'changedOn', 'completedOn'],
  },
  absence: {
    agency: 'education',
    table: 'absence',
    register: 'ATTENDANCE',
    columns: ['date', 'session', 'state', 'reason', 'schoolCode', 'classCode'],
  },
  rollCall: {
    agency: 'education',
    table: 'roll_call_finding',
    register: 'ROLL_CALL',
    columns: ['calledOn', 'schoolCode', 'classCode', 'finding'],
  },
  educationPlacement: {
    agency: 'education',
    table: 'education_placement',
    register: 'SPECIAL_EDUCATION',
    columns: ['mode', 'schoolCode', 'decidedOn'],
  },
  homeTeaching: {
    agency: 'education',
    table: 'home_teaching_visit',
    register: 'SPECIAL_EDUCATION',
    columns: ['visitedOn', 'schoolCode'],
  },
  approvedAbsence: {
    agency: 'education',
    table: 'approved_absence',
    register: 'APPROVED_ABSENCES',
    columns: ['kind', 'from', 'until'],
  },
  aidAward: {
    agency: 'education',
    table: 'aid_award',
    register: 'AID_AWARDS',
    columns: ['programme', 'academicYear', 'term', 'amountYuan', 'decidedOn', 'paidOn'],
  },
  studyElsewhere: {
    agency: 'education',
    table: 'study_elsewhere',
    register: 'STUDY_ELSEWHERE',
    columns: ['area', 'schoolName', 'grade', 'checkedOn'],
  },
  fieldScreening: {
    agency: 'education',
    table: 'household_member_screening',
    register: 'FIELD_SCREENING',
    columns: ['schooling', 'checkedOn'],
  },
  resident: {
    agency: 'police',
    table: 'resident',
    register: 'RESIDENTS',
    columns: ['formerStudentIds', 'registeredDivisionCode', 'registeredOn', 'cancelledOn', 'cancelReason'],
  },
  residencePermit: {
    agency: 'police',
    table: 'residence_permit',
    register: 'RESIDENCE_PERMITS',
    columns: ['issuedOn', 'expiresOn', 'addressDivisionCode'],
  },
  floatingPopulation: {
    agency: 'police',
    table: 'floating_population_record',
    register: 'FLOATING_POPULATION',
    columns: ['direction', 'localDivisionCode', 'otherCountyCode', 'startedOn', 'endedOn'],
  },
  missingPerson: {
    agency: 'police',
    table: 'missing_person_determination',
    register: 'MISSING_PERSONS',
    columns: ['requestedOn', 'determinedOn', 'result'],
  },
  legalCustody: {
    agency: 'police',
    table: 'legal_custody',
    register: 'LEGAL_CUSTODY',
    columns: ['startsOn', 'endsOn'],
  },
  borderExit: { agency: 'police', table: 'border_exit', register: 'BORDER_EXITS', columns: ['leftOn'] },
  childLabourCase: {
    agency: 'labour',
    table: 'child_labour_case',
    register: 'CHILD_LABOUR_CASES',
    columns: ['foundOn', 'returnDueOn', 'returnedOn', 'schoolContactedOn', 'enrolledOn'],
  },
  guardianWorkAway: {
    agency: 'labour',
    table: 'guardian_work_away',
    register: 'GUARDIAN_WORK',
    columns: ['guardian', 'startedOn', 'endsOn'],
  },
  subsistenceAllowance: {
    agency: 'civil-affairs',
    table: 'subsistence_allowance',
    register: 'SUBSISTENCE_ALLOWANCE',
    columns: ['startedOn', 'endedOn'],
  },
  extremePovertySupport: {
    agency: 'civil-affairs',
    table: 'extreme_poverty_support',
    register: 'EXTREME_POVERTY_SUPPORT',
    columns: ['startedOn', 'endedOn'],
  },
  orphan: {
    agency: 'civil-affairs',
    table: 'orphan',
    register: 'ORPHAN',
    columns: ['startedOn', 'endedOn'],
  },
  deFactoUnattended: {
    agency: 'civil-affairs',
    table: 'de_facto_unattended_child',
    register: 'DE_FACTO_UNATTENDED',
    columns: ['startedOn', 'endedOn'],
  },
  leftBehind: {
    agency: 'civil-affairs',
    table: 'left_behind_child',
    register: 'LEFT_BEHIND',
    columns: ['startedOn', 'endedOn'],
  },
  childInDifficulty: {
    agency: 'civil-affairs',
    table: 'child_in_difficulty',
    register: 'CHILD_IN_DIFFICULTY',
    columns: ['startedOn', 'endedOn'],
  },
  parentInCustody: {
    agency: 'civil-affairs',
    table: 'parent_in_custody',
    register: 'PARENT_IN_CUSTODY',
    columns: ['startedOn', 'endedOn'],
  },
  earlyMarriageScreening: {
    agency: 'civil-affairs',
    table: 'early_marriage_screening',
    register: 'EARLY_MARRIAGE_SCREENING',
    columns: ['screenedOn', 'result'],
  },
  disabilityCertificate: {
    agency: 'disability',
    table: 'disability_certificate',
    register: 'CERTIFICATES',
    columns: ['category', 'components', 'grade', 'issuedOn', 'expiresOn'],
  },
  parentCertificate: {
    agency: 'disability',
    table: 'parent_certificate',
    register: 'CERTIFICATES',
    columns: ['parent'],
  },
  placementRecommendation: {
    agency: 'disability',
    table: 'placement_recommendation',
    register: 'PLACEMENT_RECOMMENDATIONS',
    columns: ['mode', 'recommendedOn'],
  },
  povertyHousehold: {
    agency: 'poverty',
    table: 'poverty_household',
    register: 'HOUSEHOLDS',
    columns: ['kind', 'monitoredState', 'monitoredSince', 'liftedOn'],
  },
  relocation: {
    agency: 'poverty',
    table: 'relocation_household',
    register: 'RELOCATION',
    columns: ['movedOn'],
  },
  classLedgerEntry: {
    agency: 'coordination',
    table: 'class_ledger_entry',
    register: 'CLASS_LEDGERS',
    columns: ['group', 'startedOn', 'endedOn'],
  },
  screeningVisit: {
    agency: 'coordination',
    table: 'screening_visit',
    register: 'CASEWORK',
    columns: ['visitedOn', 'proposedDisposition', 'residenceDivisionCode', 'evidence'],
  },
  pushedDownCase: {
    agency: 'coordination',
    table: 'pushed_down_case',
    register: 'NATIONAL_PLATFORM',
    columns: ['pushedOn'],
  },
  disposition: {
    agency: 'coordination',
    table: 'disposition_record',
    register: 'CASEWORK',
    columns: ['code', 'decidedOn', 'validUntil', 'narrowedOn', 'endedOn', 'residenceDivisionCode'],
  },
  dropoutCase: {
    agency: 'coordination',
    table: 'dropout_case',
    register: 'CASEWORK',
    columns: ['state', 'reason', 'basis', 'openedOn', 'schoolCode', 'returnedOn', 'closedOn'],
  },
};
