import { addDays, parseIsoDate, type IsoDate } from '../../policies/iso-date.js';
import { loadPolicies } from '../../policies/load-policies.js';
import type { CaseRules, ObservedAttendance } from '../../subgraphs/coordination/casework/case-facts.js';
import { caseStanding } from '../../subgraphs/coordination/casework/case-state.js';
import { rulesOf } from '../../subgraphs/coordination/casework/settle-cases.js';
import { isoOf } from '../day-numbers.js';
import type { DropoutCaseFacts, EducationView, ScreeningVisit } from '../views.js';
import { STATES } from './status-record.js';
import type { Writing } from './writer.js';

/** What a case worker writes down; the rest follows. */
export type WrittenCase = Omit<
  DropoutCaseFacts,
  'state' | 'returnedOn' | 'returnSchoolCode' | 'closedOn' | 'standing' | 'observed'
> & { readonly placement: { readonly on: IsoDate; readonly schoolCode: string | null } | null };

/** Of those on the roll, who is due to come: not one who is suspended. */
const ON_THE_ROLL: ReadonlySet<string> = new Set([STATES.ENROLLED, STATES.RETURNED]);
const MARKS: Readonly<Record<string, 'DROPPED_OUT' | 'RETURNED'>> = { '28': 'DROPPED_OUT', '12': 'RETURNED' };
const DAYS_BEFORE_OPENING = 60;

const rules = new Map<string, CaseRules>();

/** The case as coordination's rule sees it on the county's day. */
export function standingCase(
  writing: Writing,
  { placement, ...written }: WrittenCase,
  {
    education,
    screenings,
  }: { readonly education: EducationView | null; readonly screenings: readonly ScreeningVisit[] },
): DropoutCaseFacts {
  const openedOn = parseIsoDate(written.openedOn);
  const observed = observedIn(writing, openedOn, education);
  const standing = caseStanding(
    {
      openedOn,
      nextOpenedOn: null,
      basis: written.basis,
      reportedOn: written.reportedOn && parseIsoDate(written.reportedOn),
      verifications: screenings
        .filter(({ visitedOn }) => visitedOn >= openedOn)
        .map(({ visitedOn }) => ({ on: parseIsoDate(visitedOn) })),
      decisions: [],
      visits: written.persuasionVisits.map(({ visitedOn, result }) => ({
        on: parseIsoDate(visitedOn),
        result,
        nextVisitOn: nextVisitAfter(parseIsoDate(visitedOn), result),
      })),
      placements: placement ? [{ ...placement, isObservable: placement.schoolCode !== null }] : [],
      checks: [],
    },
    observed,
    rulesIn(writing),
  );
  const { state, returnedOn, returnSchoolCode, closedOn } = standing;
  return { ...written, state, returnedOn, returnSchoolCode, closedOn, standing, observed };
}

/** A family that promised the child's return has a week; one that refused is visited again within the week. */
const NEXT_VISIT_DAYS = 7;

export function nextVisitAfter(visitedOn: IsoDate, result: string): IsoDate | null {
  return result === 'RETURNED' ? null : addDays(visitedOn, NEXT_VISIT_DAYS);
}

function rulesIn({ world }: Writing): CaseRules {
  const { county, calendar } = world;
  const known = rules.get(county.code);
  if (known) return known;
  const made = rulesOf(loadPolicies().policyFor(county.code.slice(0, 6), isoOf(calendar.asOf)));
  rules.set(county.code, made);
  return made;
}

function observedIn(
  { world }: Writing,
  openedOn: IsoDate,
  education: EducationView | null,
): ObservedAttendance | null {
  const status = education?.statusRecords[0];
  if (!education || !status) return null;
  const since = addDays(openedOn, -DAYS_BEFORE_OPENING);
  return {
    knownUpTo: isoOf(world.calendar.asOf),
    isOnTheRoll: ON_THE_ROLL.has(status.stateCode),
    missed: education.absences
      .filter(({ session, date }) => session === 'WHOLE_DAY' && date >= since)
      .map(({ date, state }) => ({ on: parseIsoDate(date), isExcused: state !== 'UNEXCUSED' })),
    withoutSheet: [],
    marks: education.statusChanges.flatMap(({ kindCode, changedOn }) => {
      const kind = MARKS[kindCode];
      return kind ? [{ on: parseIsoDate(changedOn), kind }] : [];
    }),
  };
}
