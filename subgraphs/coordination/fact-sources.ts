/** Columns that the rules read, by the agencies' own names; dates are YYYY-MM-DD. */
export interface FactTables {
  studentStatus: {
    status: string;
    schoolCode: string;
    classCode: string | null;
    grade: number;
    schoolLeftBehindType: string;
    isAccompanyingMigrantChild: boolean;
    needsAid: boolean;
    enrolledOn: string;
    leftOn: string | null;
    residenceDivisionCode: string;
  };
  statusChange: { kind: string; changedOn: string; completedOn: string | null };
  absence: { date: string; session: string; state: string };
  rollCall: { calledOn: string; schoolCode: string; classCode: string; finding: string };
  educationPlacement: { mode: string; schoolCode: string; decidedOn: string };
  homeTeaching: { visitedOn: string; schoolCode: string };
  approvedAbsence: { kind: string; from: string; until: string };
  studyElsewhere: { area: string; schoolName: string; grade: number; checkedOn: string };
  resident: {
    formerStudentIds: readonly string[];
    registeredDivisionCode: string;
    registeredOn: string;
    cancelledOn: string | null;
    cancelReason: string | null;
  };
  residencePermit: { issuedOn: string; expiresOn: string; addressDivisionCode: string };
  floatingPopulation: {
    direction: string;
    localDivisionCode: string;
    startedOn: string;
    endedOn: string | null;
  };
  missingPerson: { requestedOn: string; determinedOn: string | null; result: string | null };
  legalCustody: { startsOn: string; endsOn: string | null };
  borderExit: { leftOn: string };
  childLabourCase: {
    foundOn: string;
    returnDueOn: string;
    returnedOn: string | null;
    schoolContactedOn: string | null;
    enrolledOn: string | null;
  };
  guardianWorkAway: { guardian: string; startedOn: string; endsOn: string | null };
  subsistenceAllowance: Period;
  extremePovertySupport: Period;
  orphan: Period;
  deFactoUnattended: Period;
  leftBehind: Period;
  childInDifficulty: Period;
  earlyMarriageScreening: { screenedOn: string; result: string };
  parentInCustody: Period;
  disabilityCertificate: {
    category: string;
    components: readonly string[];
    /** GRADE_1, the severest, to GRADE_4. */
    grade: string;
    issuedOn: string;
    expiresOn: string;
  };
  parentCertificate: { parent: string };
  placementRecommendation: { mode: string; recommendedOn: string };
  povertyHousehold: {
    kind: string;
    monitoredState: string;
    monitoredSince: string | null;
    liftedOn: string | null;
  };
  relocation: { movedOn: string };
  screeningVisit: {
    visitedOn: string;
    proposedDisposition: string | null;
    residenceDivisionCode: string | null;
    evidence: readonly unknown[];
  };
  dropoutCase: {
    state: string;
    reason: string;
    openedOn: string;
    schoolCode: string | null;
    returnedOn: string | null;
    closedOn: string | null;
  };
}
/** Of a record that holds for a time; an open end is null. */
interface Period {
  startedOn: string;
  endedOn: string | null;
}
export type FactName = keyof FactTables;

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
      'needsAid',
      'enrolledOn',
      'leftOn',
      'residenceDivisionCode',
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
    columns: ['date', 'session', 'state'],
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
  studyElsewhere: {
    agency: 'education',
    table: 'study_elsewhere',
    register: 'STUDY_ELSEWHERE',
    columns: ['area', 'schoolName', 'grade', 'checkedOn'],
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
    columns: ['direction', 'localDivisionCode', 'startedOn', 'endedOn'],
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
  screeningVisit: {
    agency: 'coordination',
    table: 'screening_visit',
    register: 'CASEWORK',
    columns: ['visitedOn', 'proposedDisposition', 'residenceDivisionCode', 'evidence'],
  },
  dropoutCase: {
    agency: 'coordination',
    table: 'dropout_case',
    register: 'CASEWORK',
    columns: ['state', 'reason', 'openedOn', 'schoolCode', 'returnedOn', 'closedOn'],
  },
};
