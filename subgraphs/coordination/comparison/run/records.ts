import type { ChildFacts } from '../../register/child-facts.js';
import type { ChildRecords } from '../../register/child-records.js';
import type { MergedChild } from '../roster/merge-rosters.js';

/**
 * The records that a child's ids make, before anything is matched: one for each id. What an earlier run joined is
 * decided anew, from what the registers say now.
 */
export function recordsOf({ members }: MergedChild): ChildRecords[] {
  return [...members.values()].map((facts) => ({
    canonicalId: facts.studentId,
    memberIds: [facts.studentId],
    facts,
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
