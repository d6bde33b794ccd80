import fc from 'fast-check';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { loadPolicies } from '../../../policies/load-policies.js';
import { FocusGroupEnum } from '../../../subgraphs/coordination/standing/focus-group.enum.js';
import { indicatorValue, type EntryCount } from '../../../subgraphs/coordination/indicators/indicators.js';
import {
  publicationUnits,
  unitOfGroup,
} from '../../../subgraphs/coordination/indicators/publication-units.js';
import {
  publishedDefinitions,
  publishedIndicators,
} from '../../../subgraphs/coordination/indicators/published-indicators.js';
import { unitOfIndicator } from '../../../subgraphs/coordination/indicators/indicator-unit.js';
import { suppressionOf } from '../../../subgraphs/coordination/indicators/suppression.js';
import { countedChild } from './counted-children.js';
import { deduce, namesOf } from './interval-attacker.js';

const policy = loadPolicies().policyFor('520625', parseIsoDate('2026-11-20'));
const DEFINITIONS = publishedDefinitions(policy);
const UNITS = publicationUnits(DEFINITIONS, policy);
const THRESHOLDS = new Map(UNITS.map(({ key, threshold }) => [key, threshold]));
const LEVELS = [2, 4, 6, 9, 12];

interface Publication {
  readonly published: ReadonlyMap<string, number>;
  /** What is not published: its real value, and how wide a range it has to keep. */
  readonly hidden: ReadonlyMap<string, { readonly truth: number; readonly threshold: number }>;
  readonly inside: ReadonlyMap<string, readonly string[]>;
  readonly counts: readonly string[];
}

/** Everything that the API would answer for every division, and what it would leave out. */
function publish(rows: readonly EntryCount[]): Publication {
  const { isHidden } = suppressionOf(rows, UNITS);
  const codes = LEVELS.map((digits) => [...new Set(rows.map(({ division }) => division.slice(0, digits)))]);
  const inside = new Map(
    codes.flatMap((level, index) =>
      level.map((code) => [code, (codes[index + 1] ?? []).filter((part) => part.startsWith(code))] as const),
    ),
  );
  const published = new Map<string, number>();
  const real = new Map<string, { truth: number; threshold: number }>();
  for (const division of inside.keys()) {
    const own = rows.filter((row) => row.division.startsWith(division));
    const shown = publishedIndicators(own, DEFINITIONS, policy, (unit) => isHidden(division, unit));
    for (const indicator of shown) {
      const value = indicatorValue(indicator, own);
      if (!value) continue;
      const names = namesOf(indicator);
      const threshold = THRESHOLDS.get(unitOfIndicator(indicator)) ?? 0;
      const note = (name: string, truth: number, isShown: boolean) => {
        const key = `${division}|${name}`;
        if (isShown) published.set(key, truth);
        real.set(key, { truth, threshold: Math.max(threshold, real.get(key)?.threshold ?? 0) });
      };
      note(names.numerator, value.numerator, indicator.numerator !== null);
      if (value.denominator === null) continue;
      if (value.unknown !== undefined) note('aid unknown', value.unknown, indicator.unknown !== null);
      note(names.denominator, value.denominator, indicator.denominator !== null);
      // What is left of a cohort is in no answer; it follows where both of its sides are shown, and may if it is large.
      const rest = value.denominator - value.numerator;
      if (indicator.kind !== 'GROSS_ENROLMENT_RATE' && rest < threshold) note(names.rest, rest, false);
    }
    for (const group of FocusGroupEnum.values) {
      const truth = own.filter(({ focusGroups }) => focusGroups.includes(group)).length;
      const isShown = !isHidden(division, unitOfGroup(group));
      if (isShown) published.set(`${division}|${group}`, truth);
      real.set(`${division}|${group}`, { truth, threshold: THRESHOLDS.get(unitOfGroup(group)) ?? 0 });
    }
  }
  const hidden = new Map([...real].filter(([key]) => !published.has(key)));
  const counts = [...new Set([...real.keys()].map((key) => key.split('|')[1] ?? ''))];
  return { published, hidden, inside, counts };
}

test('T22 nobody who solves the sums of all that is published can tell a hidden count more closely than its threshold', () => {
  let attacked = 0;
  let shown = 0;
  fc.assert(
    fc.property(fc.array(countedChild, { minLength: 40, maxLength: 500, size: 'max' }), (rows) => {
      const { published, hidden, inside, counts } = publish(rows);
      const known = deduce(published, inside, DEFINITIONS, counts);
      for (const [key, { truth, threshold }] of hidden) {
        if (truth === 0) continue;
        const { least, most } = known.get(key) ?? { least: 0, most: Infinity };
        attacked += 1;
        expect({ key, truth, isTrue: least <= truth && truth <= most }).toMatchObject({ isTrue: true });
        expect({ key, truth, least, most, isWide: most - least >= threshold }).toMatchObject({
          isWide: true,
        });
      }
      shown += [...published.values()].filter((value) => value > 0).length;
    }),
    // The first county that gives something away is enough; making it smaller takes minutes.
    { numRuns: 40, seed: 3, endOnFailure: true },
  );
  // It has to have had something to attack, and something to attack it with.
  expect(attacked).toBeGreaterThan(5000);
  expect(shown).toBeGreaterThan(1000);
}, 120_000);
