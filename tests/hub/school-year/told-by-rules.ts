import DataLoader from 'dataloader';
import { parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
import { loadPolicies } from '../../../policies/load-policies.js';
import { observedAttendanceOf } from '../../../subgraphs/coordination/casework/observed-attendance.js';
import { caseStanding } from '../../../subgraphs/coordination/casework/case-state.js';
import type { CaseFacts } from '../../../subgraphs/coordination/casework/case-facts.js';
import { rulesOf } from '../../../subgraphs/coordination/casework/settle-cases.js';
import { createRuleContext } from '../../../subgraphs/coordination/standing/rule-context.js';
import type { Absence } from '../../../subgraphs/education/attendance/absence.entity.js';
import { createAttendanceClocks } from '../../../subgraphs/education/attendance/attendance-clock.js';
import { judgeSpells, type JudgedSpell } from '../../../subgraphs/education/reporting/judge-spells.js';
import { factsOf, status, type StoredFact } from '../../subgraphs/coordination/child-facts.builder.js';
import { register } from '../../subgraphs/coordination/source-registers.builder.js';
import type { Records } from './delivered.js';
import { SESSIONS } from './sheet-sessions.js';
import { LAST_DAY, type YearChild, type YearEvent } from './year-events.js';

const PLACE = '520625101001';
const SCHOOL = '2152000001';
const CLASS = '21520000010501';
const TODAY = parseIsoDate(LAST_DAY);
const policies = loadPolicies();
const policy = policies.policyFor(PLACE, TODAY);
const caseRules = rulesOf(policy);

const morningOf = (day: string) => new Date(`${day}T00:00:00+08:00`);

function ofKind<Kind extends YearEvent['kind']>(records: Records, kind: Kind, child: number) {
  return records.filter(
    (event): event is Extract<YearEvent, { kind: Kind; child: number }> =>
      event.kind === kind && 'child' in event && event.child === child,
  );
}
const sheetsOf = (records: Records) => records.flatMap((event) => (event.kind === 'SHEET' ? [event] : []));

function absencesOf(records: Records, child: number): Absence[] {
  return sheetsOf(records).flatMap(({ date, marks }) =>
    SESSIONS[marks[child] ?? 'THERE'].map(([session, state], at) => ({
      id: BigInt(at),
      studentId: `child-${child}`,
      date,
      session,
      state,
      reason: 'UNKNOWN',
      schoolCode: SCHOOL,
      classCode: CLASS,
      recordedBy: null,
    })),
  );
}

/**
 * What education says of a child's spells: up to the day of an import, or where none was ever made by the class's sheets,
 * of which some may be missing.
 */
export function toldByEducation(
  records: Records,
  child: number,
  importedUpTo: string | null,
): Promise<JudgedSpell[]> {
  const upTo = (code: string, day: string) =>
    [code, register('education', code, { asOf: morningOf(day) }).row] as const;
  const registers = new Map([
    upTo('DROPOUT_REPORTING', importedUpTo ?? LAST_DAY),
    ...(importedUpTo === null ? [] : [upTo('ATTENDANCE', importedUpTo)]),
  ]);
  const context = { registers: () => Promise.resolve(registers), today: TODAY };
  const days = importedUpTo !== null ? [] : sheetsOf(records).map(({ date }) => ({ date }));
  const sheetDays = new DataLoader((classes: readonly string[]) => Promise.resolve(classes.map(() => days)));
  const policyOf = () => Promise.resolve(policy);
  const clocks = createAttendanceClocks(context, policyOf, sheetDays);
  return judgeSpells(context, { clocks, policyOf }, absencesOf(records, child), {
    contacts: ofKind(records, 'CONTACT', child).map((row) => ({
      contactedOn: row.about,
      recordedOn: row.on,
      recordedBy: 'teacher',
    })),
    inspectorCalls: [],
    marks: [],
    reports: ofKind(records, 'REPORT', child).map((row) => ({
      recipient: 'TOWNSHIP',
      leftOn: row.about,
      reportedOn: row.on,
      reportedBy: 'clerk',
    })),
  });
}

const on = (day: string): IsoDate => parseIsoDate(day);

/** Rules of coordination at a day of the attendance data. */
export function coordinationAt(knownUpTo: string) {
  const attendanceAsOf = morningOf(knownUpTo);
  const schools = new Map([[SCHOOL, { name: '印江某小学', divisionCode: PLACE }]]);
  return createRuleContext({
    countyCode: '520625',
    today: TODAY,
    policies,
    schools,
    attendanceAsOf,
    sheetDays: new Map(),
  });
}

/** What coordination says of the child's case, from education's rows and its own. */
export function toldByCoordination(
  records: Records,
  child: number,
  { openedOn, isAbsence, isInCounty }: YearChild,
  context: ReturnType<typeof coordinationAt>,
) {
  const opened: StoredFact = ['coordination', 'dropout_case', { openedOn }];
  const rows: StoredFact[] = [
    status({ schoolCode: SCHOOL }),
    opened,
    ...absencesOf(records, child).map((row): StoredFact => ['education', 'absence', row]),
    ...ofKind(records, 'MARK', child).map(({ mark, on: changedOn }): StoredFact => [
      'education',
      'status_change',
      { kind: mark, changedOn, completedOn: changedOn },
    ]),
  ];
  const observed = observedAttendanceOf(`child-${child}`, factsOf(rows), {
    ...context,
    runId: 'run',
    registers: [register('education', 'ATTENDANCE')],
  });
  const placed = { schoolCode: isInCounty ? SCHOOL : null, isObservable: isInCounty };
  const facts: CaseFacts = {
    openedOn: on(openedOn),
    nextOpenedOn: null,
    basis: isAbsence ? 'ABSENT' : 'LEFT_SCHOOL',
    reportedOn: null,
    verifications: [],
    decisions: ofKind(records, 'DECISION', child).map((row) => ({
      on: on(row.on),
      order: row.order,
      meaning: row.meaning,
      isObservable: isInCounty,
    })),
    visits: ofKind(records, 'VISIT', child).map((row) => ({
      on: on(row.on),
      result: row.result,
      nextVisitOn: null,
    })),
    placements: ofKind(records, 'PLACEMENT', child).map((row) => ({ on: on(row.on), ...placed })),
    checks: ofKind(records, 'CHECK', child).map((row) => ({ on: on(row.on), result: row.result })),
  };
  return caseStanding(facts, observed && { ...observed, knownUpTo: on(observed.knownUpTo) }, caseRules);
}
