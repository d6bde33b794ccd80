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
} from '../../../subgraphs/coordination/indicators/published-indicators.js';
import { suppressionOf } from '../../../subgraphs/coordination/indicators/suppression.js';
import { countedChild } from './counted-children.js';
import { changesReadOff } from './month-attacker.js';
import { A, B, C, COUNTY, enrolment, LEVELS, protectionOf, type Scope } from './months-of-places.js';

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
