import { toldCase } from './case.oracle.js';
import { toldContact, toldReport, toldSpells, type DayMark } from './spells.oracle.js';
import type { Year } from './year-events.js';

/** What the last sheet of each day says of a child. */
export function lastMarks({ events }: Year, child: number): Map<string, DayMark> {
  const marks = new Map<string, DayMark>();
  for (const version of [1, 2])
    for (const event of events)
      if (event.kind === 'SHEET' && event.version === version)
        marks.set(event.date, event.marks[child] ?? 'THERE');
  return marks;
}

export const rowsAbout = <Kind extends Year['events'][number]['kind']>(
  { events }: Year,
  kind: Kind,
  child: number,
) =>
  events.filter(
    (event): event is Extract<Year['events'][number], { kind: Kind; child: number }> =>
      event.kind === kind && 'child' in event && event.child === child,
  );

/** By the diary: spells with the report that each asks for, the earliest first. */
export function spellsByDiary(year: Year, child: number, lessons: readonly string[], knownUpTo: string) {
  const spells = toldSpells(lastMarks(year, child), lessons);
  const reports = rowsAbout(year, 'REPORT', child);
  const contacts = rowsAbout(year, 'CONTACT', child);
  return spells.map(({ from, to, schoolDays, suspectedSince, reportableSince, isOver }, at) => ({
    from,
    to,
    schoolDays,
    suspectedSince,
    reportableSince,
    isOver,
    report: toldReport(spells, at, reports, knownUpTo),
    contact: toldContact(spells, at, contacts, knownUpTo),
  }));
}

/** @param lessons days that are known */
export function caseByDiary(year: Year, child: number, lessons: readonly string[]) {
  const { knownUpTo, children } = year;
  const about = children[child];
  if (!about) throw new Error('There is no such child.');
  const marks = lastMarks(year, child);
  const spells = toldSpells(marks, lessons);
  const daysOf = (rows: readonly { readonly on: string }[]) => rows.map(({ on }) => on);
  return toldCase(
    {
      ...about,
      placements: daysOf(rowsAbout(year, 'PLACEMENT', child)),
      returnVisits: daysOf(rowsAbout(year, 'VISIT', child).filter(({ result }) => result === 'RETURNED')),
      decisions: rowsAbout(year, 'DECISION', child),
      marks: rowsAbout(year, 'MARK', child).map(({ on, mark: kind }) => ({ on, kind })),
      checks: rowsAbout(year, 'CHECK', child),
    },
    { marks, spells, knownUpTo },
  );
}
