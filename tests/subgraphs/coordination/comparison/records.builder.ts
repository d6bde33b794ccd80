import type { ChildRecords } from '../../../../subgraphs/coordination/register/child-records.js';
import type { ComparisonContext } from '../../../../subgraphs/coordination/comparison/discrepancies/compared-child.js';
import { context, factsOf, resident, status, VILLAGE, type StoredFact } from '../child-facts.builder.js';

/** An id of 26 characters that ends in a word of the letters a–z and digits 2–7. */
export function idOf(word: string): string {
  return word.padStart(26, '2');
}

export function recordsOf(word: string, ...rows: StoredFact[]): ChildRecords {
  const id = idOf(word);
  return { canonicalId: id, memberIds: [id], facts: factsOf(rows, id) };
}

export const WHO = { name: '田小禾', sex: 'FEMALE', birthDate: '2015-05-05' };

/** As police registered the girl of the builder. */
export function registered(word: string, row: object = {}, ...others: StoredFact[]): ChildRecords {
  return recordsOf(word, resident({ sourceKey: `GA${word}`, ...WHO, ...row }), ...others);
}

/** As a school wrote her. */
export function pupil(row: object = {}): StoredFact {
  return status({ ...WHO, sourceKey: 'XJ1', ...row });
}

export function pupilRecords(word: string, row: object = {}, ...others: StoredFact[]): ChildRecords {
  return recordsOf(word, pupil(row), ...others);
}

export const guardian = (word: string): StoredFact => ['police', 'guardian', { guardianId: idOf(word) }];
export const schoolGuardian = (word: string): StoredFact => [
  'education',
  'school_guardian',
  { guardianId: idOf(word) },
];

export const OTHER_TOWNSHIP = '520625102001';
export const NEXT_VILLAGE = `${VILLAGE.slice(0, 9)}002`;

export const DUE_SCHOOL = '2152000009';

/** Rules of the tests' county, every register loaded the day before. */
export const comparison: ComparisonContext = {
  ...context,
  schoolDueAt: (village) => (village === VILLAGE ? DUE_SCHOOL : null),
  asOf: () => '2026-11-19',
};
