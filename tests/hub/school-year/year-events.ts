import fc from 'fast-check';
import { dayAfter, lessonsBetween, type DayMark } from './spells.oracle.js';

const FIRST_DAY = '2025-09-01';
export const LAST_DAY = '2026-07-10';
export const LESSONS: readonly string[] = lessonsBetween(FIRST_DAY, LAST_DAY);

/** One thing that somebody sends in; with the same key it is the same thing sent again. */
export type YearEvent = { readonly key: string } & (
  | {
      readonly kind: 'SHEET';
      readonly date: string;
      /** One that replaces another comes with the next version. */
      readonly version: number;
      readonly marks: readonly DayMark[];
    }
  | { readonly kind: 'REPORT'; readonly child: number; readonly about: string; readonly on: string }
  | { readonly kind: 'CONTACT'; readonly child: number; readonly about: string; readonly on: string }
  | { readonly kind: 'VISIT'; readonly child: number; readonly on: string; readonly result: VisitResult }
  | { readonly kind: 'PLACEMENT'; readonly child: number; readonly on: string }
  | { readonly kind: 'CHECK'; readonly child: number; readonly on: string; readonly result: CheckResult }
  | { readonly kind: 'MARK'; readonly child: number; readonly on: string; readonly mark: StatusMark }
  | {
      readonly kind: 'DECISION';
      readonly child: number;
      readonly on: string;
      readonly order: number;
      readonly meaning: Meaning;
    }
);
export type Sheet = Extract<YearEvent, { kind: 'SHEET' }>;
type VisitResult = 'RETURNED' | 'REFUSED' | 'COMMITTED';
type CheckResult = 'IN_SCHOOL' | 'NOT_IN_SCHOOL' | 'NOT_MET';
type StatusMark = 'DROPPED_OUT' | 'RETURNED';
type Meaning = 'CONFIRMS' | 'IN_SCHOOL' | 'OPEN' | 'ENDS';

export const CHILDREN = [0, 1] as const;

export interface YearChild {
  readonly openedOn: string;
  readonly isAbsence: boolean;
  readonly isInCounty: boolean;
}

export interface Year {
  readonly children: readonly YearChild[];
  readonly events: readonly YearEvent[];
  /** Up to here the offices have handed in attendance. */
  readonly knownUpTo: string;
}

const anyDay = fc.integer({ min: 0, max: 312 }).map((days) => dayAfter(FIRST_DAY, days));
/** Most years are known to their end, so that cases can be closed. */
const knownUpTo = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 250, max: 312 }) },
  { weight: 1, arbitrary: fc.integer({ min: 5, max: 249 }) },
);
const mark = fc.oneof(
  { weight: 9, arbitrary: fc.constant<DayMark>('WHOLE') },
  { weight: 1, arbitrary: fc.constantFrom<DayMark>('HALVES', 'MORNING', 'EXCUSED', 'HALF_EXCUSED') },
);
/** From just before the vacation on an absence is cut in two by it. */
const AUTUMN_LESSONS = LESSONS.filter((day) => day < '2026-02-01').length;
const away = fc.constant<DayMark>('WHOLE');
/** Lessons in a row that a child misses; most in one way, some in several. */
const stretch = fc.record({
  from: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: LESSONS.length - 1 }) },
    { weight: 1, arbitrary: fc.integer({ min: AUTUMN_LESSONS - 8, max: AUTUMN_LESSONS }) },
  ),
  marks: fc.oneof(
    { weight: 3, arbitrary: fc.array(away, { minLength: 1, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.array(mark, { minLength: 1, maxLength: 8 }) },
  ),
});

function diaryOf(stretches: readonly { from: number; marks: readonly DayMark[] }[]): DayMark[] {
  const diary = LESSONS.map((): DayMark => 'THERE');
  for (const { from, marks } of stretches)
    marks.forEach((each, index) => {
      if (from + index < diary.length) diary[from + index] = each;
    });
  return diary;
}

const drawnChild = fc.record({
  openedOn: fc.integer({ min: 3, max: 100 }).map((days) => dayAfter(FIRST_DAY, days)),
  isAbsence: fc.boolean(),
  isInCounty: fc.boolean(),
  diary: fc.array(stretch, { maxLength: 3 }).map(diaryOf),
  reports: fc.array(fc.record({ about: anyDay, on: anyDay }), { maxLength: 2 }),
  contacts: fc.array(fc.record({ about: anyDay, on: anyDay }), { maxLength: 3 }),
  visits: fc.array(
    fc.record({ on: anyDay, result: fc.constantFrom<VisitResult>('RETURNED', 'REFUSED', 'COMMITTED') }),
    { maxLength: 2 },
  ),
  placements: fc.array(fc.record({ on: anyDay }), { maxLength: 2 }),
  checks: fc.array(
    fc.record({
      on: anyDay,
      result: fc.constantFrom<CheckResult>('IN_SCHOOL', 'IN_SCHOOL', 'NOT_IN_SCHOOL', 'NOT_MET'),
    }),
    { maxLength: 3 },
  ),
  marks: fc.array(fc.record({ on: anyDay, mark: fc.constantFrom<StatusMark>('DROPPED_OUT', 'RETURNED') }), {
    maxLength: 2,
  }),
  decisions: fc.uniqueArray(
    fc.record({
      on: anyDay,
      order: fc.integer({ min: 1, max: 99 }),
      meaning: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom<Meaning>('CONFIRMS', 'IN_SCHOOL', 'OPEN') },
        { weight: 1, arbitrary: fc.constant<Meaning>('ENDS') },
      ),
    }),
    { maxLength: 2, selector: ({ order }) => order },
  ),
});
type DrawnChild = typeof drawnChild extends fc.Arbitrary<infer Child> ? Child : never;

function eventsOf(drawn: DrawnChild, child: number): YearEvent[] {
  const keyOf = (kind: string, index: number) => ({ key: `${child} ${kind} ${index}`, child });
  return [
    ...drawn.reports.map((row, at) => ({ ...keyOf('report', at), kind: 'REPORT' as const, ...row })),
    ...drawn.contacts.map((row, at) => ({ ...keyOf('contact', at), kind: 'CONTACT' as const, ...row })),
    ...drawn.visits.map((row, at) => ({ ...keyOf('visit', at), kind: 'VISIT' as const, ...row })),
    ...drawn.placements.map((row, at) => ({ ...keyOf('placement', at), kind: 'PLACEMENT' as const, ...row })),
    ...drawn.checks.map((row, at) => ({ ...keyOf('check', at), kind: 'CHECK' as const, ...row })),
    ...drawn.marks.map((row, at) => ({ ...keyOf('mark', at), kind: 'MARK' as const, ...row })),
    ...drawn.decisions.map((row, at) => ({ ...keyOf('decision', at), kind: 'DECISION' as const, ...row })),
  ];
}

/** Lessons whose sheet never comes in, and those whose first sheet was wrong. */
const someLessons = fc.uniqueArray(fc.integer({ min: 0, max: LESSONS.length - 1 }), { maxLength: 12 });

export const drawnYear: fc.Arbitrary<Year> = fc
  .record({
    children: fc.tuple(drawnChild, drawnChild),
    missing: someLessons,
    wrong: fc.array(fc.tuple(fc.integer({ min: 0, max: LESSONS.length - 1 }), mark), { maxLength: 12 }),
    knownUpTo: knownUpTo.map((days) => dayAfter(FIRST_DAY, days)),
  })
  .map(({ children, missing, wrong, knownUpTo: known }) => {
    const mistakes = new Map(wrong);
    const sheets = LESSONS.flatMap((date, at): YearEvent[] => {
      if (missing.includes(at)) return [];
      const marks = children.map(({ diary }) => diary[at] ?? 'THERE');
      const mistake = mistakes.get(at);
      const right = { kind: 'SHEET' as const, date, marks };
      if (mistake === undefined) return [{ ...right, key: `${date} 1`, version: 1 }];
      return [
        { ...right, key: `${date} 1`, version: 1, marks: marks.map(() => mistake) },
        { ...right, key: `${date} 2`, version: 2 },
      ];
    });
    return { children, knownUpTo: known, events: [...sheets, ...children.flatMap(eventsOf)] };
  });
