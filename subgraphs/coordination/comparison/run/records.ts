import { joinFacts, type ChildFacts } from '../../register/child-facts.js';
import type { ChildRecords } from '../../register/link-aliases.js';
import type { MergedChild } from '../roster/merge-rosters.js';

/**
 * The records that a child's ids make, before anything is matched: one for each id, and together those that a person
 * has joined. What an earlier run joined by itself is decided anew, from what the registers say now.
 *
 * @param decided canonical id by member id, of links that a person decided
 */
export function recordsOf({ members }: MergedChild, decided: ReadonlyMap<string, string>): ChildRecords[] {
  const groups = Map.groupBy(members.values(), ({ studentId }) => decided.get(studentId) ?? studentId);
  return [...groups].map(([canonicalId, facts]) => ({
    canonicalId,
    memberIds: [canonicalId, ...facts.map(({ studentId }) => studentId).filter((id) => id !== canonicalId)],
    facts: joinFacts(canonicalId, facts),
  }));
}

/** A record as JSON holds it. */
export interface StoredRecord extends Omit<ChildRecords, 'facts'> {
  readonly facts: Omit<ChildFacts, 'foundIn'> & { readonly foundIn: readonly string[] };
}

export function toStored({ facts, ...record }: ChildRecords): StoredRecord {
  return { ...record, facts: { ...facts, foundIn: [...facts.foundIn] } };
}

export function fromStored({ facts, ...record }: StoredRecord): ChildRecords {
  return { ...record, facts: { ...facts, foundIn: new Set(facts.foundIn) } };
}
