import { dayNumberOf, isoOf, type DayNumber } from '../day-numbers.js';
import type { Absence, DropoutReporting } from '../views.js';
import type { Writing } from './writer.js';

/** How schools do their duty: on time, days late, without the township, not at all (瞒报漏报). */
const DILIGENCE = { ON_TIME: 0.8, LATE: 0.1, HALF: 0.06 } as const;
/** 无故三天未到校 (青政办发〔2018〕49号 三（一）3). */
const SUSPECTED_DAYS = 3;
/** 离校超过一个星期 (same clause). */
const REPORTED_AFTER_DAYS = 7;

export const NOTHING_REPORTED: DropoutReporting = { marks: [], inspectorCalls: [], reports: [] };

/** Marks, calls and written reports about each run of unexcused absence that is long enough to ask for them. */
export function dropoutReportingOf(writing: Writing, absences: readonly Absence[]): DropoutReporting {
  const { world } = writing;
  const random = writing.random.split(43);
  const { schoolDays, asOf } = world.calendar;
  const positions = new Map(schoolDays.map((day, index) => [day, index]));
  const runs = runsOf(absences, positions).filter((run) => run.length >= SUSPECTED_DAYS);
  return runs
    .map((run) => {
      const point = random.next();
      const { ON_TIME, LATE, HALF } = DILIGENCE;
      if (point >= ON_TIME + LATE + HALF) return NOTHING_REPORTED;
      const isLate = point >= ON_TIME && point < ON_TIME + LATE;
      const isHalf = point >= ON_TIME + LATE;
      const done = (index: number) => {
        const day = schoolDays[index + (isLate ? random.int(3, 6) : random.int(0, 1))];
        return day === undefined || day > asOf ? null : isoOf(day);
      };
      const first = run[0] ?? 0;
      const from = schoolDays[first] ?? asOf;
      const suspected = first + SUSPECTED_DAYS - 1;
      const reportable = run.find(
        (index) => index >= suspected && (schoolDays[index] ?? from) - from >= REPORTED_AFTER_DAYS,
      );
      const after = (run.at(-1) ?? first) + 1;
      const suspectedOn = done(suspected);
      const reportedOn = reportable === undefined ? null : done(reportable);
      const returnedOn = suspectedOn === null || after >= schoolDays.length ? null : done(after);
      const recipients = isHalf
        ? (['EDUCATION_BUREAU'] as const)
        : (['TOWNSHIP', 'EDUCATION_BUREAU'] as const);
      return {
        marks: [
          ...(suspectedOn ? [{ mark: 'SUSPECTED_DROPOUT' as const, markedOn: suspectedOn }] : []),
          ...(reportedOn ? [{ mark: 'DROPPED_OUT' as const, markedOn: reportedOn }] : []),
          ...(returnedOn ? [{ mark: 'RETURNED' as const, markedOn: returnedOn }] : []),
        ],
        inspectorCalls: suspectedOn && !isHalf ? [{ calledOn: suspectedOn }] : [],
        reports: reportedOn
          ? recipients.map((recipient) => ({ recipient, leftOn: isoOf(from), reportedOn }))
          : [],
      };
    })
    .reduce(
      (all, run) => ({
        marks: [...all.marks, ...run.marks],
        inspectorCalls: [...all.inspectorCalls, ...run.inspectorCalls],
        reports: [...all.reports, ...run.reports],
      }),
      NOTHING_REPORTED,
    );
}

/** Positions in the term of whole unexcused days that follow on one another. */
function runsOf(absences: readonly Absence[], positions: ReadonlyMap<DayNumber, number>): number[][] {
  const missed = absences
    .filter(({ state, session }) => state === 'UNEXCUSED' && session === 'WHOLE_DAY')
    .flatMap(({ date }) => positions.get(dayNumberOf(date)) ?? [])
    .sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const position of missed) {
    const run = runs.at(-1);
    if (run && run.at(-1) === position - 1) run.push(position);
    else runs.push([position]);
  }
  return runs;
}
