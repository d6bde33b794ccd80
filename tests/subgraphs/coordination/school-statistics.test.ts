import fc from 'fast-check';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { loadPolicies } from '../../../policies/load-policies.js';
import { indicatorFigure } from '../../../subgraphs/coordination/indicators/indicators.js';
import { unitOfIndicator } from '../../../subgraphs/coordination/indicators/indicator-unit.js';
import { publishedStatistics } from '../../../subgraphs/coordination/indicators/published-statistics.js';
import type {
  CohortOfSchool,
  SchoolStatistics,
  StatisticKind,
  TurnoverOfSchool,
} from '../../../subgraphs/coordination/indicators/school-statistics.js';

const DAY = parseIsoDate('2026-11-20');
const policy = loadPolicies().policyFor('520625', DAY);
const PLACE = '5206251010012152000001';
const FAR = '5206251020012152000002';

const cohort = (given: Partial<CohortOfSchool> = {}): CohortOfSchool => ({
  place: PLACE,
  stage: 'PRIMARY',
  intakeYear: 2021,
  entrants: 100,
  transferredOut: 20,
  deceased: 5,
  finished: 80,
  transferredIn: 15,
  ...given,
});
const turnover = (given: Partial<TurnoverOfSchool> = {}): TurnoverOfSchool => ({
  place: PLACE,
  stage: 'PRIMARY',
  academicYear: 2025,
  pupilsAtStart: 1000,
  suspended: 4,
  withdrawn: 3,
  deceased: 1,
  transferredOut: 30,
  otherDecrease: 2,
  transferredIn: 20,
  otherIncrease: 5,
  ...given,
});
const all = (given: Partial<SchoolStatistics>): SchoolStatistics => ({
  cohorts: [],
  turnover: [],
  grades: [],
  ...given,
});

function told(
  statistics: SchoolStatistics,
  kind: StatisticKind,
  stage: 'PRIMARY' | 'JUNIOR_SECONDARY' | 'COMPULSORY' = 'PRIMARY',
  place = '520625',
) {
  return publishedStatistics(statistics, policy, DAY).of(place)({ kind, stage });
}

describe('retention (巩固率)', () => {
  test('with normal movers it follows the entrants alone; unadjusted it counts all who finish', () => {
    const statistics = all({ cohorts: [cohort()] });
    expect(told(statistics, 'RETENTION_RATE')).toEqual({
      value: { numerator: 80 - 15 + 20, denominator: 100 - 5 },
      academicYear: 2021,
      gap: null,
    });
    expect(told(statistics, 'RETENTION_RATE_UNADJUSTED')?.value).toEqual({ numerator: 80, denominator: 100 });
  });

  test.each([
    ['PRIMARY', 2021],
    ['JUNIOR_SECONDARY', 2024],
    ['COMPULSORY', 2018],
  ] as const)('%s is about the cohort that is in its final grade now, of %i', (stage, intakeYear) => {
    const cohorts = [-1, 0, 1].map((later) =>
      cohort({ stage, intakeYear: intakeYear + later, entrants: 100 + later }),
    );
    expect(told(all({ cohorts }), 'RETENTION_RATE_UNADJUSTED', stage)).toEqual({
      value: { numerator: 80, denominator: 100 },
      academicYear: intakeYear,
      gap: null,
    });
  });

  test('a pupil who moves within the county is lost to no school and counted once', () => {
    const cohorts = [
      cohort({ entrants: 50, transferredOut: 10, deceased: 0, finished: 40, transferredIn: 0 }),
      cohort({ place: FAR, entrants: 50, transferredOut: 0, deceased: 0, finished: 60, transferredIn: 10 }),
    ];
    expect(told(all({ cohorts }), 'RETENTION_RATE')?.value).toEqual({ numerator: 100, denominator: 100 });
  });
});

describe('the statistical dropout rate (辍学率)', () => {
  test('is who left less who came, per pupils at the start of the year that is over', () => {
    expect(told(all({ turnover: [turnover()] }), 'DROPOUT_RATE_STATISTICAL')).toEqual({
      value: { numerator: 4 + 3 + 1 + 30 + 2 - 20 - 5, denominator: 1000 },
      academicYear: 2025,
      gap: null,
    });
  });

  test('lies below 0 where more come than leave, and both stages add up', () => {
    const junior = turnover({ stage: 'JUNIOR_SECONDARY', pupilsAtStart: 500, transferredIn: 200 });
    const { value } =
      told(all({ turnover: [turnover(), junior] }), 'DROPOUT_RATE_STATISTICAL', 'COMPULSORY') ?? {};
    expect(value).toEqual({ numerator: 15 - 165, denominator: 1500 });
    expect(value && indicatorFigure(value)).toBe(-10);
  });
});

describe('what is not known is said, never 0', () => {
  const grades = [
    { place: PLACE, grade: 6 },
    { place: FAR, grade: 6 },
  ];
  test.each([
    ['nothing was ever loaded', all({ grades }), 'NOT_LOADED'],
    ['other years alone', all({ grades, cohorts: [cohort({ intakeYear: 2019 })] }), 'NO_HISTORY'],
    [
      'a cohort that is still under way',
      all({ grades, cohorts: [cohort({ intakeYear: 2023, finished: null, transferredIn: null })] }),
      'NOT_RUN_THROUGH',
    ],
    [
      'a school with pupils of the final grade states nothing',
      all({ grades, cohorts: [cohort()] }),
      'INCOMPLETE',
    ],
    [
      'a school leaves open who finished',
      all({ cohorts: [cohort({ finished: null, transferredIn: null })] }),
      'INCOMPLETE',
    ],
    ['more left than there were', all({ cohorts: [cohort({ transferredOut: 90 })] }), 'CONTRADICTORY'],
    ['more came than finished', all({ cohorts: [cohort({ transferredIn: 90 })] }), 'CONTRADICTORY'],
  ] as const)('%s', (_what, statistics, gap) => {
    expect(told(statistics, 'RETENTION_RATE')).toEqual({ value: null, academicYear: 2021, gap });
  });

  test('a stage that is not known leaves the sum unknown', () => {
    const grade9 = all({ turnover: [turnover()], grades: [{ place: FAR, grade: 9 }] });
    expect(told(grade9, 'DROPOUT_RATE_STATISTICAL')?.gap).toBeNull();
    expect(told(grade9, 'DROPOUT_RATE_STATISTICAL', 'COMPULSORY')).toMatchObject({
      value: null,
      gap: 'NO_HISTORY',
    });
  });

  test('one place does not make another one incomplete', () => {
    const statistics = all({ grades, cohorts: [cohort()] });
    expect(told(statistics, 'RETENTION_RATE', 'PRIMARY', '520625101')?.gap).toBeNull();
    expect(told(statistics, 'RETENTION_RATE', 'PRIMARY', FAR)?.gap).toBe('NO_HISTORY');
  });
});

const LEVELS = [6, 9, 12, 22];
const KINDS = ['RETENTION_RATE', 'RETENTION_RATE_UNADJUSTED', 'DROPOUT_RATE_STATISTICAL'] as const;
const few = fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, fc.integer({ min: 1, max: 9 }));
/** Schools of three townships, mostly too small to be shown. */
const schools = fc.array(
  fc.record({ entrants: fc.integer({ min: 20, max: 120 }), moved: few, lost: few, deceased: few, came: few }),
  { minLength: 2, maxLength: 9 },
);

test('no count of 1 to 4 is shown, and none is left between what is shown side by side', () => {
  let shown = 0;
  let hidden = 0;
  fc.assert(
    fc.property(schools, (given) => {
      const statistics = all({
        cohorts: given.map(({ entrants, moved, lost, deceased, came }, index) =>
          cohort({
            place: `52062510${1 + (index % 3)}001215200000${index}`,
            entrants,
            transferredOut: moved,
            deceased,
            finished: Math.max(0, entrants - moved - deceased - lost) + came,
            transferredIn: came,
          }),
        ),
        turnover: given.map(({ entrants, moved, came }, index) =>
          turnover({
            place: `52062510${1 + (index % 3)}001215200000${index}`,
            pupilsAtStart: entrants * 6,
            transferredOut: moved,
            transferredIn: came,
          }),
        ),
      });
      const published = publishedStatistics(statistics, policy, DAY);
      const places = new Set(
        LEVELS.flatMap((digits) => statistics.cohorts.map(({ place }) => place.slice(0, digits))),
      );
      const denominators = new Map<string, number>();
      for (const kind of KINDS) {
        const figures = new Map<string, readonly number[]>();
        for (const place of places) {
          const definition = { kind, stage: 'PRIMARY' as const };
          const unit = unitOfIndicator({ ...definition, disability: 'EVERYONE', ages: null, reason: null });
          const value = published.of(place)(definition)?.value;
          if (!value || published.suppression.isHidden(place, unit)) {
            hidden += 1;
            continue;
          }
          shown += 1;
          const { numerator, denominator } = value;
          figures.set(place, [numerator, denominator ?? 0]);
          denominators.set(`${kind} ${place}`, denominator ?? 0);
          const rest = kind === 'DROPOUT_RATE_STATISTICAL' ? [] : [(denominator ?? 0) - numerator];
          for (const count of [numerator, denominator ?? 0, ...rest])
            expect({ place, kind, isSmall: count !== 0 && Math.abs(count) < 5 }).toMatchObject({
              isSmall: false,
            });
        }
        for (const [around, [numerator = 0]] of figures) {
          const digits = LEVELS[LEVELS.indexOf(around.length) + 1] ?? 0;
          const inside = [...places].filter((place) => place.length === digits && place.startsWith(around));
          const left = inside.filter((place) => !figures.has(place));
          const [alone] = left;
          // Where one of several is hidden, the others and their sum would tell it.
          if (left.length !== 1 || !alone) continue;
          const sum = inside.reduce((total, place) => total + (figures.get(place)?.[0] ?? 0), 0);
          expect({ around, kind, left: numerator - sum }).toMatchObject({ left: 0 });
        }
      }
      for (const place of places) {
        const entered = denominators.get(`RETENTION_RATE_UNADJUSTED ${place}`);
        const followed = denominators.get(`RETENTION_RATE ${place}`);
        // Of those who entered, whom the adjusted rate leaves out has died.
        const dead = entered === undefined || followed === undefined ? 0 : entered - followed;
        expect({ place, isSmall: dead !== 0 && dead < 5 }).toMatchObject({ isSmall: false });
      }
    }),
    { numRuns: 60, seed: 5, endOnFailure: true },
  );
  expect(Math.min(shown, hidden)).toBeGreaterThan(200);
});
