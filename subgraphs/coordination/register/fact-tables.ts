/** Columns that the rules read, by the agencies' own names; dates are YYYY-MM-DD. */
export interface FactTables {
  studentStatus: {
    status: string;
    schoolCode: string;
    classCode: string | null;
    grade: number;
    schoolLeftBehindType: string;
    isAccompanyingMigrantChild: boolean;
    /** DAY or BOARDING. */
    attendanceMode: string | null;
    needsAid: boolean;
    enrolledOn: string;
    leftOn: string | null;
    residenceDivisionCode: string;
    /** VERIFIED, FAILED or NOT_DONE: what the national system says of the number. */
    idVerification: string | null;
  };
  statusChange: { kind: string; changedOn: string; completedOn: string | null };
  absence: {
    date: string;
    session: string;
    state: string;
    reason: string;
    schoolCode: string;
    classCode: string | null;
  };
  rollCall: { calledOn: string; schoolCode: string; classCode: string; finding: string };
  educationPlacement: { mode: string; schoolCode: string; decidedOn: string };
  homeTeaching: { visitedOn: string; schoolCode: string };
  approvedAbsence: { kind: string; from: string; until: string };
  aidAward: {
    programme: string;
    /** First calendar year. */
    academicYear: number;
    term: string;
    amountYuan: number;
    decidedOn: string;
    paidOn: string | null;
  };
  studyElsewhere: { area: string; schoolName: string; grade: number; checkedOn: string };
  /** What a census or household register wrote down; null where nobody checked it. */
  fieldScreening: { schooling: string | null; checkedOn: string | null };
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
    /** Six digits. */
    otherCountyCode: string | null;
    startedOn: string;
    endedOn: string | null;
  };
  missingPerson: { requestedOn: string; determinedOn: string | null; result: string | null };
  legalCustody: { startsOn: string; endsOn: string | null };
  borderExit: { leftOn: string };
  childLabourCase: {
    foundOn: string;
    returnDueOn: string | null;
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
  classLedgerEntry: Period & { group: string };
  screeningVisit: {
    visitedOn: string;
    proposedDisposition: string | null;
    residenceDivisionCode: string | null;
    evidence: readonly unknown[];
  };
  pushedDownCase: { pushedOn: string };
  disposition: {
    code: string;
    decidedOn: string;
    validUntil: string | null;
    narrowedOn: string | null;
    endedOn: string | null;
    residenceDivisionCode: string | null;
  };
  dropoutCase: {
    state: string;
    reason: string;
    basis: string;
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
