import {
  scoreAgainstTruth,
  scoreMissing,
  type FoundChild,
  type TruthLine,
} from '../../../../subgraphs/coordination/comparison/measuring/score-against-truth.js';
import { shareOf } from '../../../../subgraphs/coordination/comparison/measuring/wilson.js';

const line = (errorClass: string, ids: string[], expectedDisposition = errorClass): TruthLine => ({
  class: errorClass,
  agency: 'education',
  ids,
  expectedDisposition,
});
const found = (proposal: FoundChild['proposal'], ...memberIds: string[]): FoundChild => ({
  memberIds,
  proposal,
});

test.each([
  [10, 10, 0.7225],
  [0, 10, 0],
  [95, 100, 0.8882],
  [600, 600, 0.9936],
  [2999, 3000, 0.9981],
])('%i of %i is at least %f, with 95 %% confidence', (hits, of, lowerBound) => {
  expect(shareOf(hits, of)).toMatchObject({ hits, of, value: hits / of });
  expect(shareOf(hits, of)?.lowerBound).toBeCloseTo(lowerBound, 4);
});

test('there is no share of nothing', () => {
  expect(shareOf(0, 0)).toBeNull();
});

test('a class is scored by what was found, found rightly, and found wrongly', () => {
  const truth = [
    line('NAME_CORRECTED', ['a']),
    line('NAME_CORRECTED', ['b', 'b2']),
    line('NAME_CORRECTED', ['c']),
    line('ABROAD', ['d']),
  ];
  const children = [
    found('NAME_CORRECTED', 'a'),
    found('NAME_CORRECTED', 'other', 'b2'),
    found('NAME_CORRECTED', 'd'),
    found('NAME_CORRECTED', 'nobody'),
    found(null, 'c'),
  ];
  expect(scoreAgainstTruth(children, truth)).toMatchObject([
    { class: 'ABROAD', found: { hits: 1, of: 1 }, recall: { hits: 0, of: 1 }, precision: null },
    {
      class: 'NAME_CORRECTED',
      found: { hits: 3, of: 3 },
      recall: { hits: 2, of: 3 },
      precision: { hits: 2, of: 4 },
    },
  ]);
});

test('a class that ends in the disposition of another is scored by that one', () => {
  const truth = [line('AMBIGUOUS', ['a', 'namesake'], 'ID_CORRECTED'), line('ID_CORRECTED', ['b'])];
  expect(scoreAgainstTruth([found('ID_CORRECTED', 'a')], truth)).toMatchObject([
    { class: 'AMBIGUOUS', recall: { hits: 1, of: 1 }, precision: { hits: 1, of: 1 } },
    { class: 'ID_CORRECTED', recall: { hits: 0, of: 1 }, precision: { hits: 1, of: 1 } },
  ]);
});

test('the truly missing are found when somebody is sent to them, and every other visit is a false alarm', () => {
  const truth = [
    line('CONFIRMED_DROPOUT', ['a']),
    line('CHILD_LABOUR', ['b'], 'CONFIRMED_DROPOUT'),
    line('CONFIRMED_NOT_ENROLLED', ['c']),
    line('MISSING_REPORTED', ['d']),
    line('EMPTY_REGISTRATION', ['e']),
  ];
  const children = [
    found('CONFIRMED_DROPOUT', 'a'),
    found(null, 'b'),
    found('UNRESOLVED', 'c'),
    found('IN_SCHOOL_OUT_OF_COUNTY', 'd'),
    found(null, 'e'),
    found('PENDING', 'f'),
    found('NAME_CORRECTED', 'g'),
  ];
  expect(scoreMissing(children, truth)).toMatchObject({
    recall: { hits: 3, of: 4 },
    falseAlarms: 1,
    falseAlarmsPerTrueCase: 0.25,
  });
});

test('a county without a missing child has no rate of false alarms', () => {
  expect(scoreMissing([found(null, 'a')], [])).toEqual({
    recall: null,
    falseAlarms: 1,
    falseAlarmsPerTrueCase: null,
  });
});
