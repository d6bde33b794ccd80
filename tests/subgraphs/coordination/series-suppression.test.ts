import fc from 'fast-check';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { loadPolicies } from '../../../policies/load-policies.js';
import {
  seriesSuppression,
  type PlaceInMonth,
} from '../../../subgraphs/coordination/indicators/history/series-suppression.js';
import type {
  EntryCount,
  IndicatorDefinition,
} from '../../../subgraphs/coordination/indicators/indicators.js';
import { unitOfIndicator } from '../../../subgraphs/coordination/indicators/indicator-unit.js';
import { publicationUnits } from '../../../subgraphs/coordination/indicators/publication-units.js';
import {
  publishedDefinitions,
  shownFigures,
  type ShownFigure,
} from '../../../subgraphs/coordination/indicators/published-indicators.js';
import { suppressionOf } from '../../../subgraphs/coordination/indicators/suppression.js';
import { countedChild } from './counted-children.js';
import { changesReadOff } from './month-attacker.js';

const LEVELS = [2, 4, 6, 9, 12];
const COUNTY = '520625';
const A = '520625101';
const B = '520625102';
const C = '520625103';
const MONTHS = ['2026-09', '2026-10', '2026-11'] as const;

const protectionOf = ({ disability, reason }: IndicatorDefinition) =>
  disability === 'EVERYONE' && reason === null
    ? { threshold: 5, isSensitive: false }
    : { threshold: 10, isSensitive: true };

type Scope = IndicatorDefinition['disability'];

/** Enrolment of a place; null for what was hidden in its month. */
function enrolment(counts: readonly [number, number] | null, disability: Scope): ShownFigure {
  return {
    kind: 'ENROLMENT_RATE',
    stage: 'COMPULSORY',
    disability,
    ages: null,
    reason: null,
    numerator: counts?.[0] ?? null,
    denominator: counts?.[1] ?? null,
    unknown: null,
    isComplete: null,
    isSuppressed: counts === null,
    academicYear: null,
    gap: null,
  };
}

type Counts = readonly [number, number] | null;

/** Months in which the place is shown. @param series counts by place, one for each month */
function monthsShown(place: string, disability: Scope, series: Readonly<Record<string, readonly Counts[]>>) {
  const kept = Object.entries(series).flatMap(([at, counts]): PlaceInMonth[] =>
    counts.map((each, index) => ({
      month: MONTHS[index] ?? '',
      place: at,
      figures: [enrolment(each, disability)],
    })),
  );
  const isHidden = seriesSuppression(kept, LEVELS, protectionOf);
  return MONTHS.filter((month) => !isHidden(month, place, enrolment(null, disability)));
}

/** A county that is hidden nowhere and does not change. */
const AROUND = { '52': [], '5206': [] } as const;

describe('an ordinary count', () => {
  test('is shown of every month in which it is large enough, however little it changes', () => {
    const series = {
      ...AROUND,
      [COUNTY]: [
        [900, 960],
        [902, 961],
        [903, 960],
      ],
    } as const;
    expect(monthsShown(COUNTY, 'EVERYONE', series)).toEqual([...MONTHS]);
  });

  test('is hidden of former months where it was hidden in one of them, and stands in the latest', () => {
    const series = {
      [COUNTY]: [
        [900, 960],
        [900, 960],
        [900, 960],
      ],
      [A]: [[300, 320], null, [300, 320]],
      [B]: [[200, 220], null, [200, 220]],
      [C]: [
        [400, 420],
        [400, 420],
        [400, 420],
      ],
    } as const;
    expect(monthsShown(A, 'EVERYONE', series)).toEqual(['2026-11']);
    expect(monthsShown(C, 'EVERYONE', series)).toEqual([...MONTHS]);
  });

  test('months that did not change do not complete one another: what another month hides in its place stays hidden', () => {
    const same = [400, 420] as const;
    const series = {
      [COUNTY]: [
        [1000, 1060],
        [1000, 1060],
        [1000, 1060],
      ],
      [A]: [null, null, null],
      [B]: [null, [200, 220], null],
      [C]: [same, null, same],
    } as const;
    expect(monthsShown(B, 'EVERYONE', series)).toEqual([]);
    expect(monthsShown(C, 'EVERYONE', series)).toEqual(['2026-11']);
  });

  test('gives no small change of those away whose counts are hidden: nobody beside them is shown of that month', () => {
    const series = {
      [COUNTY]: [
        [900, 960],
        [900, 960],
        [902, 962],
      ],
      [A]: [null, null, null],
      [B]: [null, null, null],
      [C]: [
        [400, 420],
        [400, 420],
        [400, 420],
      ],
    } as const;
    expect(monthsShown(C, 'EVERYONE', series)).toEqual(['2026-11']);
    expect(monthsShown(COUNTY, 'EVERYONE', series)).toEqual([...MONTHS]);
  });
});

describe('a count about a sensitive register', () => {
  test('is shown where it has not changed, or by ten or more', () => {
    const series = {
      [COUNTY]: [
        [100, 120],
        [112, 132],
        [112, 132],
      ],
    } as const;
    expect(monthsShown(COUNTY, 'ALL_CATEGORIES', series)).toEqual([...MONTHS]);
  });

  test('is hidden of a month since which it has changed by a few', () => {
    const series = {
      [COUNTY]: [
        [100, 120],
        [109, 129],
        [112, 132],
      ],
    } as const;
    expect(monthsShown(COUNTY, 'ALL_CATEGORIES', series)).toEqual(['2026-09', '2026-11']);
  });

  test('is hidden where those who are not enrolled have changed by a few', () => {
    const series = {
      [COUNTY]: [
        [100, 120],
        [110, 131],
        [110, 131],
      ],
    } as const;
    expect(monthsShown(COUNTY, 'ALL_CATEGORIES', series)).toEqual(['2026-10', '2026-11']);
  });

  test('is hidden for all places side by side and inside them, so that no subtraction restores it', () => {
    const series = {
      [COUNTY]: [
        [200, 240],
        [200, 240],
        [200, 240],
      ],
      [A]: [
        [100, 120],
        [100, 120],
        [103, 120],
      ],
      [B]: [
        [100, 120],
        [100, 120],
        [97, 120],
      ],
      [`${B}001`]: [
        [100, 120],
        [100, 120],
        [97, 120],
      ],
    } as const;
    expect(monthsShown(COUNTY, 'ALL_CATEGORIES', series)).toEqual([...MONTHS]);
    for (const place of [A, B, `${B}001`])
      expect(monthsShown(place, 'ALL_CATEGORIES', series)).toEqual(['2026-11']);
  });

  test('that lies inside another is hidden where the two apart have changed by a few', () => {
    const kept = MONTHS.map((month, index) => ({
      month,
      place: COUNTY,
      figures: [
        enrolment(index === 0 ? [100, 120] : [112, 132], 'ALL_CATEGORIES'),
        enrolment(index === 0 ? [50, 60] : [60, 70], 'THREE_CATEGORIES'),
      ],
    }));
    const isHidden = seriesSuppression(kept, LEVELS, protectionOf);
    expect(MONTHS.map((month) => isHidden(month, COUNTY, enrolment(null, 'THREE_CATEGORIES')))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

test('a place that is not on the list of a month is nobody’s leftover', () => {
  const same = [
    [300, 320],
    [300, 320],
    [300, 320],
  ] as const;
  const series = {
    [COUNTY]: [
      [600, 640],
      [600, 640],
      [603, 643],
    ],
    [A]: same,
    [B]: [
      [300, 320],
      [300, 320],
    ],
  } as const;
  expect(monthsShown(A, 'EVERYONE', series)).toEqual(['2026-09', '2026-10', '2026-11']);
});

/** Of a month, how many of a township's children are enrolled and how many are not, and whether it is hidden. */
const township = fc.record({
  enrolled: fc.constantFrom(100, 102, 110, 130),
  others: fc.constantFrom(20, 21, 30),
  isHidden: fc.constantFrom(true, false, false),
});

test('T22 with any townships hidden in any month, what is left beside those shown changes by nobody or by enough', () => {
  let leftOver = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(township, township, township), { minLength: 3, maxLength: 4 }),
      fc.constantFrom<Scope>('EVERYONE', 'ALL_CATEGORIES'),
      (series, disability) => {
        const all = series.flatMap((townships, index): PlaceInMonth[] => {
          const sum = (of: (each: (typeof townships)[number]) => number) =>
            townships.reduce((total, each) => total + of(each), 0);
          const month = `2026-0${index + 1}`;
          const enrolled = sum((each) => each.enrolled);
          const county = enrolment([enrolled, enrolled + sum((each) => each.others)], disability);
          return [
            { month, place: COUNTY, figures: [county] },
            ...townships.map((each, at) => ({
              month,
              place: [A, B, C][at] ?? '',
              figures: [
                enrolment(each.isHidden ? null : [each.enrolled, each.enrolled + each.others], disability),
              ],
            })),
          ];
        });
        const isHidden = seriesSuppression(all, LEVELS, protectionOf);
        const shown = all.map(({ month, place, figures }) => ({
          month,
          place,
          figures: figures.filter((figure) => !isHidden(month, place, figure)),
        }));
        for (const { what, change, isSensitive, isLeftOver } of changesReadOff(shown, LEVELS)) {
          leftOver += isLeftOver ? 1 : 0;
          const isFew = change !== 0 && Math.abs(change) < (isSensitive ? 10 : 5);
          expect({ what, change, isTold: isFew && (isSensitive || isLeftOver) }).toMatchObject({
            isTold: false,
          });
        }
      },
    ),
    { numRuns: 2000, seed: 7 },
  );
  expect(leftOver).toBeGreaterThan(50);
});

const policy = loadPolicies().policyFor(COUNTY, parseIsoDate('2026-11-20'));
const DEFINITIONS = publishedDefinitions(policy);
const UNITS = publicationUnits(DEFINITIONS, policy);

/** What is published of every division in a month. */
function published(month: string, rows: readonly EntryCount[]): PlaceInMonth[] {
  const { isHidden } = suppressionOf(rows, UNITS);
  const places = new Set(rows.flatMap(({ division }) => LEVELS.map((digits) => division.slice(0, digits))));
  return [...places].map((place) => ({
    month,
    place,
    figures: shownFigures(
      rows.filter(({ division }) => division.startsWith(place)),
      DEFINITIONS,
      (unit) => isHidden(place, unit),
    ),
  }));
}

/** A county and the months after, in each of which some children have come and some have gone. */
const county = fc.record({
  children: fc.array(countedChild, { minLength: 300, maxLength: 600, size: 'max' }),
  changes: fc.array(
    fc.record({
      gone: fc.constantFrom(0, 1, 3, 40),
      come: fc
        .array(countedChild, { maxLength: 60, size: 'max' })
        .chain((some) => fc.constantFrom(some, some.slice(0, 2), [])),
    }),
    { minLength: 2, maxLength: 3 },
  ),
});

test('T22 nobody who subtracts one month from another reads off a few children whose counts are hidden, nor a few of a sensitive register', () => {
  const thresholds = new Map(UNITS.map(({ key, threshold }) => [key, threshold]));
  const protection = (definition: IndicatorDefinition) => {
    const threshold = thresholds.get(unitOfIndicator(definition)) ?? 5;
    return { threshold, isSensitive: threshold > 5 };
  };
  let read = 0;
  let kept = 0;
  fc.assert(
    fc.property(county, ({ children, changes }) => {
      const worlds = [children];
      for (const { gone, come } of changes) worlds.push([...(worlds.at(-1) ?? []).slice(gone), ...come]);
      const all = worlds.flatMap((rows, index) => published(`2026-0${index + 1}`, rows));
      const isHidden = seriesSuppression(all, LEVELS, protection);
      const shown = all.map(({ month, place, figures }) => ({
        month,
        place,
        figures: figures.filter((figure) => figure.numerator !== null && !isHidden(month, place, figure)),
      }));
      for (const { month, place, figures } of shown) {
        const own = all.find((each) => each.month === month && each.place === place);
        const mayShow = own?.figures.filter(({ isSuppressed }) => !isSuppressed) ?? [];
        for (const figure of figures) expect(mayShow).toContain(figure);
        if (month !== `2026-0${worlds.length}`) kept += figures.length;
      }
      for (const { what, change, isSensitive, isLeftOver } of changesReadOff(shown, LEVELS)) {
        read += 1;
        const threshold = isSensitive ? 10 : 5;
        const isFew = change !== 0 && Math.abs(change) < threshold;
        expect({ what, change, isTold: isFew && (isSensitive || isLeftOver) }).toMatchObject({
          isTold: false,
        });
      }
    }),
    { numRuns: 40, seed: 5, endOnFailure: true },
  );
  // There has to be something to subtract.
  expect(read).toBeGreaterThan(1000);
  expect(kept).toBeGreaterThan(500);
}, 120_000);
