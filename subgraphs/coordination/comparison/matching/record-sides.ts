import { isOnTheRoll } from '../../../../policies/current-status.js';
import type { ChildFacts } from '../../register/child-facts.js';
import type { ChildRecords } from '../../register/link-aliases.js';

/** Whose registration of a child counts for more, police first (以公安登记为准). */
const AGENCY_ORDER = ['police', 'education', 'civil-affairs', 'disability', 'poverty', 'labour'];
const NEVER = '9999-12-31';

export function agenciesOf({ identities }: ChildFacts): Set<string> {
  return new Set(identities.map(({ agency }) => agency));
}

/** Known to police or to education alone, or to neither: nothing that the two say can be set side by side. */
export function isLeftover({ facts }: ChildRecords): boolean {
  const agencies = agenciesOf(facts);
  return agencies.size > 0 && !(agencies.has('police') && agencies.has('education'));
}

export function isRegistered({ rows }: ChildFacts): boolean {
  return rows.resident.some(({ cancelledOn }) => cancelledOn === null);
}

export function isOnARoll({ rows }: ChildFacts): boolean {
  return rows.studentStatus.some(isOnTheRoll);
}

/** The order in which records give their id to those that join them: a total one, so that no input order decides. */
export function byStanding(a: ChildRecords, b: ChildRecords): number {
  return (
    agencyRank(a) - agencyRank(b) ||
    compare(registeredOn(a), registeredOn(b)) ||
    compare(a.canonicalId, b.canonicalId)
  );
}

function agencyRank({ facts }: ChildRecords): number {
  const agencies = agenciesOf(facts);
  const rank = AGENCY_ORDER.findIndex((agency) => agencies.has(agency));
  return rank === -1 ? AGENCY_ORDER.length : rank;
}

function registeredOn({ facts }: ChildRecords): string {
  return facts.rows.resident.map((row) => row.registeredOn).toSorted()[0] ?? NEVER;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
