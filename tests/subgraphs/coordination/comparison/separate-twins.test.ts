import { comparedChildren } from '../../../../subgraphs/coordination/comparison/discrepancies/compared-children.js';
import { createDiscrepancyFinder } from '../../../../subgraphs/coordination/comparison/discrepancies/find-discrepancies.js';
import { blockingKeysOf } from '../../../../subgraphs/coordination/comparison/matching/blocking-keys.js';
import { matchLeftovers } from '../../../../subgraphs/coordination/comparison/matching/match-leftovers.js';
import { separateTwins } from '../../../../subgraphs/coordination/comparison/splits/separate-twins.js';
import { comparison, guardian, idOf, pupil, registered, schoolGuardian } from './records.builder.js';

const provisionalIdOf = (agency: string, sourceKey: string) => idOf(`${agency}${sourceKey}`.toLowerCase());
const separated = (records: Parameters<typeof separateTwins>[0]) => separateTwins(records, provisionalIdOf);

/** The girl of the builder, with her sister's status on her number. */
const withSistersStatus = () =>
  registered('girl', {}, guardian('mother'), pupil({ name: '田小苗' }), schoolGuardian('mother'));
const sister = (mother: string) => registered('sister', { name: '田小苗' }, guardian(mother));

test("a twin's status on her sister's number is kept apart, and joins the twin", () => {
  const { records, splits } = separated([withSistersStatus(), sister('mother')]);
  expect(splits).toEqual([
    {
      agency: 'education',
      sourceKey: 'XJ1',
      provisionalId: idOf('educationxj1'),
      numberId: idOf('girl'),
      grounds: ['NAME'],
    },
  ]);
  const links = matchLeftovers({ leftovers: records, others: [] });
  expect(links).toEqual([
    expect.objectContaining({
      memberId: idOf('educationxj1'),
      canonicalId: idOf('sister'),
      tier: 'GUARDIAN',
      isAutomatic: true,
    }),
  ]);
  const find = createDiscrepancyFinder(comparison);
  const kinds = comparedChildren(records, links).map((child) => [child.canonicalId, find(child)[0]?.kind]);
  expect(kinds).toEqual([
    [idOf('girl'), 'NEVER_ENROLLED'],
    [idOf('sister'), 'DUPLICATE_ID'],
  ]);
});

test('the twin brings the number to the second pass: the two share a blocking key', () => {
  const keys = blockingKeysOf(sister('mother'));
  expect([...blockingKeysOf(withSistersStatus())].some((key) => keys.has(key))).toBe(true);
});

test('a namesake of another family separates nothing', () => {
  expect(separated([withSistersStatus(), sister('stranger')]).splits).toEqual([]);
});

test('another name that no child of the family bears is a finding on one child', () => {
  const { records, splits } = separated([withSistersStatus()]);
  expect(splits).toEqual([]);
  expect(records).toHaveLength(1);
});
