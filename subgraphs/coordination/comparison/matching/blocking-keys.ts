import { nameKeyOf } from '../../../_kit/identity/name-key.js';
import type { RecordedIdentity } from '../../register/child-facts.js';
import type { ChildRecords } from '../../register/child-records.js';
import { foldedGivenKeyOf, foldedKeyOf } from './name-forms.js';

/** Ids of the checksum-valid repairs of wrong numbers, by the id of the row that bears the number. */
export type NumberRepairs = ReadonlyMap<string, readonly string[]>;

/** More records than this on one key are a placeholder's, not a name's: they tell nobody apart. */
const LARGEST_BLOCK = 50;

/**
 * Keys of which two records have to share one before they are compared at all. A run keeps the keys of its
 * leftovers and gathers the other children that have one of them in a second pass.
 */
export function blockingKeysOf(
  { canonicalId, memberIds, facts }: ChildRecords,
  repairs: NumberRepairs = new Map(),
): Set<string> {
  const keys = new Set<string>();
  for (const id of [canonicalId, ...memberIds]) {
    keys.add(`id ${id}`);
    for (const repaired of repairs.get(id) ?? []) keys.add(`id ${repaired}`);
  }
  for (const { formerStudentIds } of facts.rows.resident) {
    for (const id of formerStudentIds ?? []) keys.add(`id ${id}`);
  }
  for (const [index, identity] of facts.identities.entries()) {
    const { birthDate, sex, name } = identity;
    if (facts.identities.slice(0, index).some((earlier) => isSame(earlier, identity))) continue;
    const given = foldedGivenKeyOf(name);
    keys.add(`same ${birthDate} ${sex} ${nameKeyOf(name)}`);
    keys.add(`like ${birthDate} ${sex} ${foldedKeyOf(name)}`);
    if (given !== null) keys.add(`like ${birthDate} ${sex} ${given}`);
  }
  return keys;
}

/** Most registers write a child alike, and the key of one is the key of all. */
function isSame(a: RecordedIdentity, b: RecordedIdentity): boolean {
  return a.name === b.name && a.birthDate === b.birthDate && a.sex === b.sex;
}

/** The records that share a key with a record, itself left out. */
export function createBlocks(
  records: readonly ChildRecords[],
  repairs: NumberRepairs,
): (record: ChildRecords) => Set<ChildRecords> {
  const byKey = new Map<string, ChildRecords[]>();
  for (const record of records) {
    for (const key of blockingKeysOf(record, repairs)) {
      const block = byKey.get(key);
      if (block) block.push(record);
      else byKey.set(key, [record]);
    }
  }
  return (record) => {
    const found = new Set<ChildRecords>();
    for (const key of blockingKeysOf(record, repairs)) {
      const block = byKey.get(key) ?? [];
      if (block.length <= LARGEST_BLOCK) for (const other of block) found.add(other);
    }
    found.delete(record);
    return found;
  };
}
