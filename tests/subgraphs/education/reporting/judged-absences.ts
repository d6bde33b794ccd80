import { attendanceClock, unexcusedSpells } from '../../../../policies/absence-spells.js';
import { addDays, parseIsoDate, type IsoDate } from '../../../../policies/iso-date.js';
import { loadPolicies } from '../../../../policies/load-policies.js';
import { createSchoolCalendar } from '../../../../policies/school-calendar.js';
import {
  dutiesOfSpells,
  type AttendanceDuty,
  type ReportingFacts,
} from '../../../../subgraphs/education/reporting/attendance-duties.js';
import { reportingViolations } from '../../../../subgraphs/education/reporting/reporting-violations.js';

/** Qingtongxia calls the responsible inspector at the first sign; Yinjiang's plan does not say so. */
const policyOf = (county: string) => loadPolicies().policyFor(county, parseIsoDate('2026-11-20'));
export const policy = policyOf('640381');
export const yinjiang = policyOf('520625');
export const calendar = createSchoolCalendar(policy);
export const NOTHING: ReportingFacts = { contacts: [], inspectorCalls: [], marks: [], reports: [] };

interface Case {
  /** First and last missed day; every school day between them is missed too. */
  readonly missed: readonly (readonly [from: string, to: string])[];
  readonly facts?: Partial<ReportingFacts>;
  readonly knownUpTo: string;
}

export const on = (day: string, by: string | null = 'clerk') => ({
  about: parseIsoDate(day),
  on: parseIsoDate(day),
  by,
});

/** Of all spells, the latest first. */
export function judgedSpells({ missed, facts, knownUpTo }: Case, { dropoutReporting } = policy) {
  const upTo = parseIsoDate(knownUpTo);
  const days = missed.flatMap(([from, to]) => schoolDays(parseIsoDate(from), parseIsoDate(to)));
  const sessions = days.map((date) => ({ date, session: 'WHOLE_DAY', state: 'UNEXCUSED' }));
  const spells = unexcusedSpells(sessions, attendanceClock(policy, calendar, upTo));
  const rules = { calendar, reporting: dropoutReporting, knownUpTo: upTo };
  return dutiesOfSpells(spells, { ...NOTHING, ...facts }, rules);
}

/** Of the latest spell. */
export function judged(absences: Case, rules = policy) {
  const [latest] = judgedSpells(absences, rules);
  if (!latest) throw new Error('There is no spell.');
  return {
    duties: latest.duties,
    violations: reportingViolations(latest.duties, rules, parseIsoDate(absences.knownUpTo)),
  };
}

export function schoolDays(from: IsoDate, to: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const answer = calendar.isSchoolDay(day);
    if (answer.known && answer.value) days.push(day);
  }
  return days;
}

export const stated = (duties: readonly AttendanceDuty[]) =>
  duties.map(({ kind, state, dueOn }) => [kind, state, dueOn]);
