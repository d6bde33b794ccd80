import { isSheetMissing } from '../../../policies/attendance-data.js';
import { addDays, parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
import { isOnTheRoll } from '../../../policies/current-status.js';
import type { ChildFacts } from '../register/child-facts.js';
import type { RegisterRunContext } from '../register/build-school-age-register.js';
import { currentStatusOf } from '../standing/current-schooling.js';
import { knowsAttendance } from '../standing/suspected-absence.js';
import { inOrder } from './attended-days.js';
import type { StoredObservation } from './case-records.entities.js';

/** An absence that opened a case began before it. */
const DAYS_BEFORE_OPENING = 60;

/** What education's rows say of a child with a case; null without a case, and where no sheets are known. */
export function observedAttendanceOf(
  canonicalId: string,
  facts: ChildFacts,
  context: Pick<RegisterRunContext, 'registers' | 'attendanceOf' | 'calendar' | 'runId'>,
): StoredObservation | null {
  const { dropoutCase, absence, statusChange, approvedAbsence } = facts.rows;
  const [openedFirst] = dropoutCase.map(({ openedOn }) => openedOn).toSorted(inOrder);
  const status = currentStatusOf(facts);
  if (openedFirst === undefined || !status || !knowsAttendance(context)) return null;
  const data = context.attendanceOf(status.classCode);
  const countedUpTo = data.upTo;
  const since = addDays(parseIsoDate(openedFirst), -DAYS_BEFORE_OPENING);
  const ofCase = absence.filter(({ date }) => date >= since && date <= countedUpTo);
  return {
    studentId: canonicalId,
    knownUpTo: countedUpTo,
    // A suspended pupil stands on the roll and is not due to come; one on leave is missed whether a sheet says so or not.
    isOnTheRoll: isOnTheRoll(status) && status.status !== 'SUSPENDED',
    missed: [
      ...new Map([
        ...approvedAbsence.flatMap(({ from, until }) => leaveDays(from, until, since, countedUpTo)),
        ...[...Map.groupBy(ofCase, ({ date }) => date)].flatMap(([date, rows]) =>
          missedDay(parseIsoDate(date), rows),
        ),
      ]).values(),
    ].toSorted((a, b) => inOrder(a.on, b.on)),
    withoutSheet: daysFrom(since, countedUpTo).filter((day) => {
      const lessons = context.calendar.isSchoolDay(day);
      return lessons.known && lessons.value && isSheetMissing(data, day);
    }),
    marks: statusChange
      .flatMap(({ kind, changedOn }) =>
        kind === 'DROPPED_OUT' || kind === 'RETURNED' ? [{ on: parseIsoDate(changedOn), kind } as const] : [],
      )
      .toSorted((a, b) => inOrder(a.on, b.on) || inOrder(a.kind, b.kind)),
    setByRun: context.runId,
  };
}

type MissedDay = StoredObservation['missed'][number];

function leaveDays(
  from: string,
  until: string | null,
  since: IsoDate,
  countedUpTo: IsoDate,
): (readonly [IsoDate, MissedDay])[] {
  const last = until !== null && until < countedUpTo ? parseIsoDate(until) : countedUpTo;
  return daysFrom(from > since ? parseIsoDate(from) : since, last).map((on) => [on, { on, isExcused: true }]);
}

function daysFrom(from: IsoDate, last: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** A day missed as a whole: unexcused as a whole, or in part by leave. */
function missedDay(
  on: IsoDate,
  rows: readonly { readonly session: string; readonly state: string }[],
): (readonly [IsoDate, MissedDay])[] {
  const isWhole = (sessions: ReadonlySet<string>) =>
    sessions.has('WHOLE_DAY') || (sessions.has('MORNING') && sessions.has('AFTERNOON'));
  if (!isWhole(new Set(rows.map(({ session }) => session)))) return [];
  const unexcused = rows.filter(({ state }) => state === 'UNEXCUSED').map(({ session }) => session);
  return [[on, { on, isExcused: !isWhole(new Set(unexcused)) }]];
}
