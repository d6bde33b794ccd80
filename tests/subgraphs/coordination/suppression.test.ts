import fc from 'fast-check';
import {
  suppressionOf,
  type PublicationUnit,
} from '../../../subgraphs/coordination/indicators/suppression.js';
import { rangesOf, type Village, type World } from './exhaustive-attacker.js';

interface Row {
  readonly division: string;
  readonly children: number;
  readonly kind: string;
}

const count = (key: string, ...kinds: string[]) => ({
  key,
  counts: (row: Row) => kinds.includes(row.kind),
  about: ['child'],
});
const unit = (
  key: string,
  threshold: number,
  ...measures: PublicationUnit<Row>['measures']
): PublicationUnit<Row> => ({ key, threshold, measures, remainders: [] });
const rows = (...cells: [village: string, kind: string, children: number][]): Row[] =>
  cells.map(([village, kind, children]) => ({ division: `520625${village}`, kind, children }));
const A1 = '101001';
const A2 = '101002';
const B1 = '102001';
const B2 = '102002';

function hiddenFor(list: readonly Row[], units: readonly PublicationUnit<Row>[], key: string): string[] {
  const { isHidden } = suppressionOf(list, units);
  const divisions = new Set(
    list.flatMap(({ division }) => [6, 9, 12].map((digits) => division.slice(0, digits))),
  );
  return [...divisions]
    .filter((division) => isHidden(division, key))
    .map((code) => code.slice(6))
    .toSorted();
}

describe('one count by itself', () => {
  const OUT = [unit('out', 5, count('out', 'out'))];

  test('is shown from the threshold on, and at zero', () => {
    expect(hiddenFor(rows([A1, 'out', 5], [B1, 'out', 6], [B2, 'in', 3]), OUT, 'out')).toEqual([]);
  });

  test('is hidden below it, with a neighbour whose children it could be exchanged for', () => {
    const list = rows([A1, 'out', 3], [A1, 'in', 90], [A2, 'out', 8], [A2, 'in', 90], [B1, 'out', 30]);
    expect(hiddenFor(list, OUT, 'out')).toEqual([A1, A2]);
  });

  test('two hidden neighbours of one each are not enough: their sum would leave too little in doubt', () => {
    const villages = [A1, A2, '101003', '101004'];
    const out = [1, 1, 7, 9];
    const list = villages.flatMap((village, index) =>
      rows([village, 'out', out[index] ?? 0], [village, 'in', 50]),
    );
    expect(hiddenFor(list, OUT, 'out')).toEqual([A1, A2, '101003']);
  });

  test('a hidden township hides its villages, whose sum would restore it', () => {
    const list = rows(
      [A1, 'out', 4],
      [A1, 'in', 9],
      [B1, 'out', 6],
      [B1, 'in', 9],
      [B2, 'out', 7],
      [B2, 'in', 9],
    );
    expect(hiddenFor(list, OUT, 'out')).toEqual(['101', A1, '102', B1, B2].toSorted());
  });

  test('does not depend on the order of the rows', () => {
    const list = rows([A1, 'out', 3], [A2, 'out', 8], [B1, 'out', 8], [B2, 'out', 8], [B2, 'in', 8]);
    expect(hiddenFor(list.toReversed(), OUT, 'out')).toEqual(hiddenFor(list, OUT, 'out'));
  });
});

describe('counts that belong together', () => {
  test('both stages go with the one that is small: the sum less the other would restore it', () => {
    const stages = unit('out', 5, count('primary', 'p'), count('junior', 'j'), count('both', 'p', 'j'));
    expect(hiddenFor(rows([A1, 'p', 9], [A1, 'j', 3], [A1, 'in', 50]), [stages], 'out')).toContain(A1);
  });

  test('a count that lies inside another is hidden for a small difference', () => {
    const units = [
      unit('all', 5, count('all', 'three', 'other')),
      {
        ...unit('three', 5, count('three', 'three')),
        remainders: [{ beside: 'all', counts: ({ kind }: Row) => kind === 'other' }],
      },
    ];
    const list = rows([A1, 'three', 20], [A1, 'other', 2], [A1, 'in', 50]);
    expect(hiddenFor(list, units, 'three')).toContain(A1);
    expect(hiddenFor(list, units, 'all')).toEqual([]);
  });

  test('children who differ in a count that stays shown are no cover for one another', () => {
    const units = [
      unit('out', 5, count('out', 'boy out', 'girl out')),
      unit('girls', 5, count('girls', 'girl out', 'girl in')),
    ];
    // A1 has only boys, A2 only girls: exchanging them would change the girls of both.
    const list = rows(
      [A1, 'boy out', 3],
      [A1, 'boy in', 20],
      [A2, 'girl out', 9],
      [A2, 'girl in', 20],
      ['101003', 'boy out', 9],
      ['101003', 'boy in', 20],
    );
    expect(hiddenFor(list, units, 'out')).toEqual(expect.arrayContaining([A1, '101003']));
  });
});

/** Small numbers that have to be hidden, and larger ones that may be shown. */
const numberOfChildren = fc.constantFrom(0, 0, 1, 2, 3, 3);

/** Two townships of two villages; of each village how many primary pupils, junior pupils and disabled ones are out. */
const village = fc.record<Village>({
  primary: numberOfChildren,
  junior: numberOfChildren,
  disabled: numberOfChildren,
});
const world: fc.Arbitrary<World> = fc
  .tuple(fc.tuple(village, village), fc.tuple(village, village))
  .map((townships) =>
    townships.map((villages) =>
      villages.map((one) => ({ ...one, disabled: Math.min(one.disabled, one.primary + one.junior) })),
    ),
  );

const THRESHOLD = 3;
const STAGES = unit(
  'stages',
  THRESHOLD,
  count('primary', 'p', 'pd'),
  count('junior', 'j', 'jd'),
  count('both', 'p', 'pd', 'j', 'jd'),
);
const DISABLED = unit('disabled', THRESHOLD, count('disabled', 'pd', 'jd'));

function rowsOf(townships: World): Row[] {
  return townships.flatMap((villages, township) =>
    villages.flatMap(({ primary, junior, disabled }, index): Row[] => {
      const division = `52062510${township + 1}00${index + 1}`;
      const inPrimary = Math.min(disabled, primary);
      const kinds = {
        p: primary - inPrimary,
        pd: inPrimary,
        j: junior - (disabled - inPrimary),
        jd: disabled - inPrimary,
        in: 8,
      };
      return Object.entries(kinds).map(([kind, children]) => ({ division, kind, children }));
    }),
  );
}

test('T22 whoever tries every world that fits what is published cannot tell a hidden count more closely than the threshold', () => {
  let attacked = 0;
  let shown = 0;
  fc.assert(
    fc.property(world, (townships) => {
      const { isHidden } = suppressionOf(rowsOf(townships), [STAGES, DISABLED]);
      const isShown = (code: string, key: string) => !isHidden(`520625${code}`, key);
      for (const { code, key, truth, least, most } of rangesOf(townships, isShown)) {
        if (isShown(code, key === 'disabled' ? 'disabled' : 'stages')) {
          shown += truth > 0 ? 1 : 0;
          expect(truth === 0 || truth >= THRESHOLD).toBe(true);
        } else if (truth > 0) {
          attacked += 1;
          expect({ code, key, isWide: most - least >= THRESHOLD, townships }).toMatchObject({ isWide: true });
        }
      }
    }),
    { numRuns: 25, seed: 11 },
  );
  // It has to have had something to attack, and something to attack it with.
  expect(attacked).toBeGreaterThan(50);
  expect(shown).toBeGreaterThan(20);
}, 120_000);
