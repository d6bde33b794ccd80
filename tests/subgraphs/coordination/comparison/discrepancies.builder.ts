import type { ComparedChild } from '../../../../subgraphs/coordination/comparison/discrepancies/compared-child.js';
import type { Discrepancy } from '../../../../subgraphs/coordination/comparison/discrepancies/discrepancy.js';
import { createDiscrepancyFinder } from '../../../../subgraphs/coordination/comparison/discrepancies/find-discrepancies.js';
import type { MatchLink } from '../../../../subgraphs/coordination/comparison/matching/match-tiers.js';
import { resident, VILLAGE, type StoredFact } from '../child-facts.builder.js';
import { comparison, idOf, recordsOf, WHO } from './records.builder.js';

export const find = createDiscrepancyFinder(comparison);
export const person = (row: object = {}) => resident({ ...WHO, ...row });

export function compared(rows: readonly StoredFact[], rest: Partial<ComparedChild> = {}): ComparedChild {
  return { ...recordsOf('child', ...rows), links: [], suggestions: [], ...rest };
}
export const found = (rows: readonly StoredFact[], rest?: Partial<ComparedChild>) =>
  find(compared(rows, rest));
export const told = (list: readonly Discrepancy[]) =>
  list.map(({ kind, proposedDisposition }) => [kind, proposedDisposition]);

export const education = (table: string, row: object): StoredFact => ['education', table, row];
export const police = (table: string, row: object): StoredFact => ['police', table, row];
export const call = (finding: string, row: object = {}): StoredFact =>
  education('roll_call_finding', {
    calledOn: '2026-09-10',
    schoolCode: '2152000001',
    classCode: '1',
    finding,
    ...row,
  });
export const elsewhere = (row: object = {}) =>
  education('study_elsewhere', {
    area: 'OUT_OF_PROVINCE',
    schoolName: '某校',
    grade: 5,
    checkedOn: '2026-10-01',
    ...row,
  });
export const approval = (kind: string) =>
  education('approved_absence', { kind, from: '2026-08-20', until: '2027-08-19' });
export const movedOut = (otherCountyCode: string) =>
  police('floating_population_record', {
    direction: 'OUT',
    otherCountyCode,
    localDivisionCode: VILLAGE,
    startedOn: '2022-01-01',
  });
export const left = { status: 'GRADUATED', grade: 9, leftOn: '2026-06-30', classCode: null };
export const poor: StoredFact = [
  'poverty',
  'poverty_household',
  { kind: 'GENERAL_POOR', liftedOn: '2019-12-20' },
];
export const certificate: StoredFact = [
  'disability',
  'disability_certificate',
  {
    category: 'HEARING',
    components: ['HEARING'],
    grade: 'GRADE_2',
    issuedOn: '2024-01-01',
    expiresOn: '2034-01-01',
  },
];
export const link = (
  tier: MatchLink['tier'],
  evidence: MatchLink['evidence'],
  isAutomatic = true,
): MatchLink => ({
  memberId: idOf('member'),
  canonicalId: idOf('child'),
  tier,
  score: 1,
  evidence,
  isAutomatic,
});
