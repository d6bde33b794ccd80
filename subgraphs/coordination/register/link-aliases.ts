import { joinFacts, type ChildFacts } from './child-facts.js';
import { nameKeyOf } from '../../_kit/identity/name-key.js';

/** The ids under which one child's rows stand, with what they say together. */
export interface ChildRecords {
  readonly canonicalId: string;
  /** The canonical id first. */
  readonly memberIds: readonly string[];
  readonly facts: ChildFacts;
}

/**
 * Joins ids that police states to be numbers which one person had one after the other (tier ALIAS).
 *
 * A former number whose rows speak of somebody else (other birth date, sex or name) is left alone: two persons
 * were given one number, and which rows are whose is for police to decide.
 */
export function groupByAlias(factsById: ReadonlyMap<string, ChildFacts>): ChildRecords[] {
  const groupOf = new Map<string, Set<string>>([...factsById.keys()].map((id) => [id, new Set([id])]));
  for (const [id, facts] of factsById) {
    for (const formerId of facts.rows.resident.flatMap(({ formerStudentIds }) => formerStudentIds ?? [])) {
      const former = factsById.get(formerId);
      if (former && speaksOfAnother(facts, former)) continue;
      const joined = new Set([...(groupOf.get(id) ?? [id]), ...(groupOf.get(formerId) ?? [formerId])]);
      for (const member of joined) groupOf.set(member, joined);
    }
  }
  return [...new Set(groupOf.values())].map((group) => recordsOf([...group], factsById));
}

function recordsOf(ids: readonly string[], factsById: ReadonlyMap<string, ChildFacts>): ChildRecords {
  const members = ids.flatMap((id) => factsById.get(id) ?? []);
  const canonicalId = canonicalOf(members) ?? ids[0] ?? '';
  const memberIds = [canonicalId, ...ids.filter((id) => id !== canonicalId).toSorted()];
  return { canonicalId, memberIds, facts: joinFacts(canonicalId, members) };
}

/** The id that police registered first; without a registration, the smallest, so that order never decides. */
function canonicalOf(members: readonly ChildFacts[]): string | undefined {
  const registeredOn = ({ rows }: ChildFacts) =>
    rows.resident.map((row) => row.registeredOn).toSorted()[0] ?? '9999-12-31';
  return members
    .toSorted(
      (a, b) => registeredOn(a).localeCompare(registeredOn(b)) || (a.studentId < b.studentId ? -1 : 1),
    )
    .at(0)?.studentId;
}

/** Whether the rows of a former number are about somebody else than the child that police says had it. */
export function speaksOfAnother(child: ChildFacts, former: ChildFacts): boolean {
  return former.identities.some(
    (theirs) =>
      !child.identities.some(
        (own) =>
          own.birthDate === theirs.birthDate &&
          own.sex === theirs.sex &&
          nameKeyOf(own.name) === nameKeyOf(theirs.name),
      ),
  );
}
