import { missedAims } from '../../../../bench/matching/aims.js';
import type { DescribedChild } from '../../../../bench/matching/compare-county.js';
import { generatedCounty } from '../../../../bench/matching/generated-county.js';
import { missesOf } from '../../../../bench/matching/misses.js';
import { poolScores } from '../../../../bench/matching/pool-scores.js';
import { rosterRow } from '../../../../bench/matching/roster-rows.js';
import { scoreLinks } from '../../../../bench/matching/score-links.js';
import type { DispositionCode } from '../../../../subgraphs/coordination/comparison/dispositions/dispositions.js';
import type { MatchLink } from '../../../../subgraphs/coordination/comparison/matching/match-tiers.js';
import type { TruthLine } from '../../../../subgraphs/coordination/comparison/measuring/score-against-truth.js';
import { pooledShare, shareOf } from '../../../../subgraphs/coordination/comparison/measuring/wilson.js';
import { county } from '../../../county/counties.js';

const link = (memberId: string, canonicalId: string): MatchLink => ({
  memberId,
  canonicalId,
  tier: 'GUARDIAN',
  score: 1,
  evidence: ['SHARED_GUARDIAN'],
  isAutomatic: true,
});

test('a link between a child and its namesake is wrong, though one planted case names both', () => {
  const { records, truth, persons } = generatedCounty(county('yinjiang', 1000, 5));
  const { ids = [] } = truth.find((line) => line.class === 'AMBIGUOUS') ?? {};
  const matched = records.filter(({ canonicalId }) => ids.includes(canonicalId));
  const byPerson = Map.groupBy(matched, (record) => [...persons.of(record)].join());
  expect([matched.length, byPerson.size]).toEqual([3, 2]);
  const [pair = [], [namesake] = []] = [...byPerson.values()].toSorted((a, b) => b.length - a.length);
  const [own, other] = pair.map(({ canonicalId }) => canonicalId);
  const right = link(own ?? '', other ?? '');
  const wrong = link(own ?? '', namesake?.canonicalId ?? '');
  const score = scoreLinks({ links: [right, wrong], matched, found: [] }, persons);
  expect(score.wrong).toEqual([wrong]);
  expect(score.tiers).toContainEqual({ tier: 'GUARDIAN', isAutomatic: true, precision: shareOf(1, 2) });
});

test('what an agency does not give in its roster, the measurement does not see either', () => {
  const row = {
    studentId: 'id',
    name: '田小禾',
    ethnicGroup: 'HAN',
    sourceKey: 'GA1',
    registeredOn: '2015-05-06',
  };
  expect(rosterRow('police', 'resident', row)).toMatchObject({ studentId: 'id', sourceKey: 'GA1' });
  expect(rosterRow('police', 'resident', row)).not.toHaveProperty('ethnicGroup');
  expect(rosterRow('police', 'police_action', { studentId: 'id' })).toBeNull();
});

const line = (errorClass: string, ...ids: string[]): TruthLine => ({
  class: errorClass,
  agency: 'police',
  ids,
  expectedDisposition: errorClass,
});
const found = (proposals: readonly (DispositionCode | null)[], ...memberIds: string[]): DescribedChild => ({
  memberIds,
  proposal: proposals[0] ?? null,
  discrepancies: proposals.map((proposedDisposition) => ({
    kind: 'NAME_MISMATCH',
    key: `NAME_MISMATCH:${memberIds.join()}`,
    canonicalId: memberIds[0] ?? '',
    evidence: [],
    proposedDisposition,
    heldUntil: null,
    dueTo: { township: null, schoolCode: null },
  })),
});

test('every case that was not told for what it is is listed, with what was said instead', () => {
  const misses = missesOf({
    truth: [
      line('NAME_CORRECTED', 'a'),
      line('NAME_CORRECTED', 'b'),
      line('ABROAD', 'c'),
      line('CONFIRMED_DROPOUT', 'd'),
      line('ID_CHANGED', 'e'),
    ],
    found: [
      found(['NAME_CORRECTED'], 'a'),
      found([null], 'c'),
      found(['CONFIRMED_DROPOUT'], 'd'),
      found(['RESIDENCE_MOVED', 'ID_CHANGED'], 'e'),
    ],
    foundByRegisters: [found(['COMPLETED'], 'd')],
    wrong: [link('x', 'y')],
  });
  expect(misses).toMatchObject([
    { kind: 'WRONG_LINK', class: 'GUARDIAN', ids: ['x', 'y'], proposed: ['SHARED_GUARDIAN'], reason: null },
    { kind: 'NOT_FOUND', class: 'NAME_CORRECTED', ids: ['b'], proposed: ['NOTHING'], reason: null },
    { kind: 'OTHER_PROPOSAL', class: 'ABROAD', ids: ['c'], proposed: ['UNEXPLAINED'] },
    { kind: 'NOBODY_SENT_BY_REGISTERS', class: 'CONFIRMED_DROPOUT', ids: ['d'], proposed: ['COMPLETED'] },
    { kind: 'NAMED_SECOND', class: 'ID_CHANGED', ids: ['e'], proposed: ['RESIDENCE_MOVED'] },
  ]);
  expect(misses[2]?.reason).not.toBeNull();
});

test('counties are pooled by their cases, not by their shares', () => {
  expect(pooledShare([shareOf(1, 2), null, shareOf(98, 98)])).toEqual(shareOf(99, 100));
  expect(pooledShare([null])).toBeNull();
});

test('an aim is missed by a low share, and by too few cases to tell', () => {
  const score = poolScores([]);
  const trulyMissing = {
    ...score.trulyMissing,
    recall: shareOf(990, 1000),
    recallByRegisters: shareOf(599, 599),
  };
  const tiers = [
    { tier: 'ALIAS', isAutomatic: true, precision: shareOf(3998, 4000) },
    { tier: 'GUARDIAN', isAutomatic: true, precision: shareOf(2999, 2999) },
    { tier: 'FUZZY', isAutomatic: false, precision: shareOf(1, 2) },
  ] as const;
  expect(missedAims({ ...score, tiers, trulyMissing })).toEqual([
    'precision of GUARDIAN: 2999 cases, at least 3000 are needed',
    'recall of the truly missing: 99.00 %, the aim is 99.50 %',
    'recall of the truly missing by registers alone: 599 cases, at least 600 are needed',
  ]);
});
