import { attendanceClock } from '../../../../policies/absence-spells.js';
import { parseIsoDate } from '../../../../policies/iso-date.js';
import { loadPolicies } from '../../../../policies/load-policies.js';
import { createSchoolCalendar } from '../../../../policies/school-calendar.js';
import type {
  CaseFacts,
  CaseRules,
  ObservedAttendance,
} from '../../../../subgraphs/coordination/casework/case-facts.js';

export const day = parseIsoDate;
const policy = loadPolicies().policyFor('520625', day('2026-11-20'));
export const calendar = createSchoolCalendar(policy);
export const rules: CaseRules = {
  clock: attendanceClock(policy, calendar, day('2026-11-20')),
  calendar,
  followUpAfterReturnDays: [30, 90],
  verifyWithinDays: 7,
};

export const OPENED = day('2026-03-10');
export const nothing: CaseFacts = {
  openedOn: OPENED,
  nextOpenedOn: null,
  basis: 'LEFT_SCHOOL',
  reportedOn: null,
  verifications: [],
  decisions: [],
  visits: [],
  placements: [],
  checks: [],
};
export const onTheRoll: ObservedAttendance = {
  knownUpTo: day('2026-07-03'),
  isOnTheRoll: true,
  missed: [],
  withoutSheet: [],
  marks: [],
};
export const missed = (...days: string[]) => days.map((on) => ({ on: day(on), isExcused: false }));
export const placed = (on: string, isObservable = true) => ({
  on: day(on),
  schoolCode: isObservable ? '2152000001' : null,
  isObservable,
});
export const visit = (
  on: string,
  result: CaseFacts['visits'][number]['result'] = 'REFUSED',
  next: string | null = null,
) => ({
  on: day(on),
  result,
  nextVisitOn: next === null ? null : day(next),
});
export const decision = (on: string, meaning: CaseFacts['decisions'][number]['meaning'], order = 1) => ({
  on: day(on),
  order,
  meaning,
  isObservable: true,
});
