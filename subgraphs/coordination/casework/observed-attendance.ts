import { addDays, parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
import { isOnTheRoll } from '../../../policies/current-status.js';
import type { ChildFacts } from '../register/child-facts.js';
import type { RegisterRunContext } from '../register/build-school-age-register.js';
import { currentStatusOf } from '../standing/current-schooling.js';
import { inOrder } from './attended-days.js';
import type { StoredObservation } from './case-records.entities.js';

/** An absence that opened a case began before it. */
const DAYS_BEFORE_OPENING = 60;

/** What education's rows say of a child with a case; null without a case, and where no sheets are known. */
export function observedAttendanceOf(
  canonicalId: string,
  facts: ChildFacts,
  context: Pick<RegisterRunContext, 'registers' | 'attendanceClockAt' | 'runId'>,
): StoredObservation | null {
  const { dropoutCase, absence, statusChange } = facts.rows;
  const [openedFirst] = dropoutCase.map(({ openedOn }) => openedOn).toSorted(inOrder);
  const status = currentStatusOf(facts);
  const hasSheets = context.registers.some(
    ({ agency, row }) => agency === 'education' && row.code === 'ATTENDANCE',
  );
  if (openedFirst === undefined || !status || !hasSheets) return null;
  const { countedUpTo } = context.attendanceClockAt(status.schoolCode);
  const since = addDays(parseIsoDate(openedFirst), -DAYS_BEFORE_OPENING);
  const ofCase = absence.filter(({ date }) => date >= since && date <= countedUpTo);
  return {
    studentId: canonicalId,
    knownUpTo: countedUpTo,
    isOnTheRoll: isOnTheRoll(status),
    missed: [...Map.groupBy(ofCase, ({ date }) => date)]
      .flatMap(([date, rows]) => missedDay(parseIsoDate(date), rows))
      .toSorted((a, b) => inOrder(a.on, b.on)),
    marks: statusChange
      .flatMap(({ kind, changedOn }) =>
        kind === 'DROPPED_OUT' || kind === 'RETURNED' ? [{ on: parseIsoDate(changedOn), kind } as const] : [],
      )
      .toSorted((a, b) => inOrder(a.on, b.on) || inOrder(a.kind, b.kind)),
    setByRun: context.runId,
  };
}

/** A day missed as a whole: unexcused as a whole, or in part by leave. */
function missedDay(on: IsoDate, rows: readonly { readonly session: string; readonly state: string }[]) {
  const isWhole = (sessions: ReadonlySet<string>) =>
    sessions.has('WHOLE_DAY') || (sessions.has('MORNING') && sessions.has('AFTERNOON'));
  if (!isWhole(new Set(rows.map(({ session }) => session)))) return [];
  const unexcused = rows.filter(({ state }) => state === 'UNEXCUSED').map(({ session }) => session);
  return [{ on, isExcused: !isWhole(new Set(unexcused)) }];
}
