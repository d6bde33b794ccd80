import { loadPolicies } from '../../../policies/load-policies.js';
import { parseIsoDate } from '../../../policies/iso-date.js';
import {
  addFact,
  createChildFacts,
  type ChildFacts,
} from '../../../subgraphs/coordination/register/child-facts.js';
import {
  createRuleContext,
  type RuleContext,
} from '../../../subgraphs/coordination/standing/rule-context.js';

export const CHILD = 'a'.repeat(26);
export const TODAY = parseIsoDate('2026-11-20');

const policies = loadPolicies();

export const CLASS = '2152000001-2022-1';

/** Rules of the tests' county, attendance being imported up to a day; sheets of the class may be in beyond it. */
export function contextWithSheetsUpTo(day: string, sheets: readonly string[] = []): RuleContext {
  return createRuleContext({
    countyCode: '520625',
    today: TODAY,
    policies,
    schools: new Map([['2152000001', { name: '印江某小学', divisionCode: VILLAGE }]]),
    attendanceAsOf: new Date(`${day}T00:00:00+08:00`),
    sheetDays: new Map([[CLASS, sheets.map(parseIsoDate)]]),
  });
}

export const VILLAGE = '520625101001';
export const context = contextWithSheetsUpTo('2026-11-19');

/** Rows as [agency, table, row]; what a row leaves out is null. */
export type StoredFact = readonly [agency: string, table: string, row: object];

export function factsOf(rows: readonly StoredFact[], studentId = CHILD): ChildFacts {
  const facts = createChildFacts(studentId);
  for (const [agency, table, row] of rows) addFact(facts, agency, table, row);
  return facts;
}

export function status(row: object = {}): StoredFact {
  return [
    'education',
    'student_status',
    {
      status: 'ENROLLED',
      schoolCode: '2152000001',
      classCode: '21520000010501',
      grade: 5,
      schoolLeftBehindType: 'NONE',
      isAccompanyingMigrantChild: false,
      needsAid: false,
      enrolledOn: '2022-09-01',
      residenceDivisionCode: VILLAGE,
      ...row,
    },
  ];
}

export function resident(row: object = {}): StoredFact {
  return [
    'police',
    'resident',
    {
      name: '田小禾',
      sex: 'FEMALE',
      birthDate: '2015-05-05',
      formerStudentIds: [],
      registeredDivisionCode: VILLAGE,
      registeredOn: '2015-06-01',
      ...row,
    },
  ];
}

/** Whole unexcused days. */
export function missed(...dates: string[]): StoredFact[] {
  return dates.map((date) => [
    'education',
    'absence',
    {
      date,
      session: 'WHOLE_DAY',
      state: 'UNEXCUSED',
      reason: 'UNKNOWN',
      schoolCode: '2152000001',
      classCode: CLASS,
    },
  ]);
}

export function screening(
  visitedOn: string,
  proposedDisposition: string | null,
  row: object = {},
): StoredFact {
  return ['coordination', 'screening_visit', { visitedOn, proposedDisposition, evidence: [], ...row }];
}

/** What a census was told at the door. */
export function census(schooling: string | null, checkedOn: string | null, row: object = {}): StoredFact {
  return ['education', 'household_member_screening', { schooling, checkedOn, ...row }];
}

export function dropoutCase(row: object = {}): StoredFact {
  return [
    'coordination',
    'dropout_case',
    {
      state: 'PERSUADING',
      reason: 'AVERSION_TO_STUDY',
      basis: 'LEFT_SCHOOL',
      openedOn: '2026-10-10',
      schoolCode: '2152000001',
      ...row,
    },
  ];
}

export function period(agency: string, table: string, row: object = {}): StoredFact {
  return [agency, table, { startedOn: '2025-01-01', ...row }];
}
