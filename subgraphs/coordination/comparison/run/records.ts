import { joinFacts, type ChildFacts } from '../../register/child-facts.js';
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

/** Several parts of what is said of one id. */
export function joinRecords(parts: readonly ChildRecords[]): ChildRecords {
  const [first] = parts;
  if (!first) throw new Error('A record has no part.');
  if (parts.length === 1) return first;
  const facts = joinFacts(
    first.canonicalId,
    parts.map((part) => part.facts),
  );
  return { ...first, facts };
}

/** A key of its own for an id: what else is said of it, elsewhere, is said of the same record. */
export const keyOfId = (canonicalId: string): string => `id ${canonicalId}`;

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
