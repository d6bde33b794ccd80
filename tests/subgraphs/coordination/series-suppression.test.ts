import {
  seriesSuppression,
  type PlaceInMonth,
} from '../../../subgraphs/coordination/indicators/history/series-suppression.js';
import { A, B, C, COUNTY, enrolment, LEVELS, protectionOf, type Scope } from './months-of-places.js';

const MONTHS = ['2026-09', '2026-10', '2026-11'] as const;

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
