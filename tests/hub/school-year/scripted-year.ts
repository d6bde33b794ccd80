import { TODAY } from '../../subgraphs/coordination/decisions/difference-rows.js';
import { numbersFrom } from './delivered.js';
import { dayAfter, lessonsBetween, type DayMark } from './spells.oracle.js';
import type { Year, YearEvent } from './year-events.js';

/** Everything is sent in on this day, however long ago it was. */
export const SENT_ON = '2026-12-18';
/** By the county of the tests. */
const IMPORTED_UP_TO = TODAY;
export const TERM_LESSONS: readonly string[] = lessonsBetween('2026-09-01', SENT_ON);

/** An event as it is written here: its key and its child follow from where it stands. */
type ToldOfChild = YearEvent extends infer Event
  ? Event extends { readonly child: number }
    ? Omit<Event, 'key' | 'child'>
    : never
  : never;

/** An autumn of two classmates, another for each seed: one stays away, comes back and may be lost again; one has left. */
export function scriptedYear(seed: number): Year {
  const next = numbersFrom(seed);
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const diaries = [0, 1].map(() => new Map<string, DayMark>());
  const miss = (child: number, from: number, count: number, mark: DayMark = 'WHOLE') => {
    for (const day of TERM_LESSONS.slice(from, from + count)) diaries[child]?.set(day, mark);
  };
  const lesson = (at: number) => TERM_LESSONS[at] ?? SENT_ON;

  const [left, away] = [between(2, 6), between(5, 9)];
  const openedOn = lesson(left + 2);
  const backOn = lesson(left + away);
  miss(0, left, away);
  miss(0, between(25, 50), between(1, 6), next() < 0.8 ? 'WHOLE' : 'HALVES');
  miss(1, between(10, 40), between(2, 5), 'EXCUSED');
  miss(1, between(50, 60), 4);
  const goneOn = lesson(between(20, 25));
  const isInCounty = next() < 0.5;
  const movedOn = dayAfter(goneOn, between(5, 9));
  const checks = isInCounty ? [] : [between(2, 20), between(32, 50)].map((days) => dayAfter(movedOn, days));

  const about = (child: number, rows: readonly ToldOfChild[]) =>
    rows.map((row, at): YearEvent => ({ ...row, key: `${child} ${row.kind} ${at}`, child }));
  const mistaken = new Set([lesson(left), lesson(left + 1), lesson(between(40, 60))]);
  const sheets = TERM_LESSONS.flatMap((date): YearEvent[] => {
    const marks = diaries.map((diary) => diary.get(date) ?? ('THERE' as const));
    const right = { kind: 'SHEET' as const, date, marks };
    if (mistaken.has(date)) {
      const wrong = marks.map((mark): DayMark => (mark === 'THERE' ? 'WHOLE' : 'THERE'));
      return [
        { ...right, key: `${date} 1`, version: 1, marks: wrong },
        { ...right, key: `${date} 2`, version: 2 },
      ];
    }
    // Of days that were imported, silence says that everybody was there; of later ones the class has to.
    const isSilent = date <= IMPORTED_UP_TO && marks.every((mark) => mark === 'THERE');
    return isSilent ? [] : [{ ...right, key: `${date} 1`, version: 1 }];
  });
  return {
    knownUpTo: SENT_ON,
    children: [
      { openedOn, isAbsence: true, isInCounty: true },
      { openedOn: goneOn, isAbsence: false, isInCounty },
    ],
    events: [
      ...sheets,
      ...about(0, [
        { kind: 'REPORT', about: lesson(left), on: SENT_ON },
        { kind: 'CONTACT', about: lesson(left), on: SENT_ON },
        { kind: 'CONTACT', about: lesson(left + 3), on: SENT_ON },
        { kind: 'VISIT', on: lesson(left + 3), result: 'REFUSED' },
        { kind: 'VISIT', on: lesson(left + 4), result: 'COMMITTED' },
        { kind: 'PLACEMENT', on: backOn },
      ]),
      ...about(1, [
        { kind: 'REPORT', about: goneOn, on: SENT_ON },
        { kind: 'VISIT', on: dayAfter(goneOn, 2), result: 'REFUSED' },
        { kind: 'MARK', on: goneOn, mark: 'DROPPED_OUT' },
        { kind: 'MARK', on: movedOn, mark: 'RETURNED' },
        { kind: 'PLACEMENT', on: movedOn },
        ...checks.map((on) => ({ kind: 'CHECK', on, result: 'IN_SCHOOL' }) as const),
      ]),
    ],
  };
}
