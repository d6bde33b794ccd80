import fc from 'fast-check';
import {
  BUCKET_CHARACTERS,
  combineDigests,
  createResultDigest,
} from '../../../../subgraphs/coordination/comparison/roster/result-digest.js';

interface Result {
  readonly id: string;
  readonly value: unknown;
}

const letters = fc.constantFrom(...'abc234');
const results = fc
  .uniqueArray(
    fc.record({
      id: fc.array(letters, { minLength: 26, maxLength: 26 }).map((parts) => parts.join('')),
      value: fc.jsonValue(),
    }),
    { selector: ({ id }) => id, maxLength: 40 },
  )
  .map((list) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1)));

const bucketsOf = (list: readonly Result[]) => {
  const digest = createResultDigest();
  for (const { id, value } of list) digest.add(id, value);
  return digest.buckets();
};

const bucketOf = ({ id }: Result) => id.slice(0, BUCKET_CHARACTERS);

test('does not depend on how a run was cut into ranges, nor on which range was done first', () => {
  fc.assert(
    fc.property(results, fc.array(letters, { maxLength: 4 }), (list, cuts) => {
      const ranges = Object.values(
        Object.groupBy(list, (result) => cuts.filter((cut) => bucketOf(result) >= `${cut}a`).length),
      ).map((range) => bucketsOf(range ?? []));
      expect(combineDigests(ranges.toReversed())).toBe(combineDigests([bucketsOf(list)]));
    }),
  );
});

test('changes with any result, with its child, and with a result more', () => {
  const one = [{ id: 'a'.repeat(26), value: { kind: 'NEVER_ENROLLED' } }];
  const digestOf = (list: readonly Result[]) => combineDigests([bucketsOf(list)]);
  const digests = [
    digestOf([]),
    digestOf(one),
    digestOf([{ id: 'a'.repeat(26), value: { kind: 'NAME_MISMATCH' } }]),
    digestOf([{ id: 'b'.repeat(26), value: { kind: 'NEVER_ENROLLED' } }]),
    digestOf([...one, { id: 'b'.repeat(26), value: null }]),
  ];
  expect(new Set(digests).size).toBe(digests.length);
});

test('refuses two ranges that hold the same children', () => {
  const range = bucketsOf([{ id: 'a'.repeat(26), value: 1 }]);
  expect(() => combineDigests([range, range])).toThrow(expect.objectContaining({ code: 'RANGES_OVERLAP' }));
});
