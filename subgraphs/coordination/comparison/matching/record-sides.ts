import { isOnTheRoll } from '../../../../policies/current-status.js';
import type { ChildFacts } from '../../register/child-facts.js';
import type { ChildRecords } from '../../register/child-records.js';
import type { RuleContext } from '../../standing/rule-context.js';
import { ageBandOf, masterIdentityOf, MASTERS } from '../child-identity.js';

const NEVER = '9999-12-31';

export function agenciesOf({ identities }: ChildFacts): Set<string> {
  return new Set(identities.map(({ agency }) => agency));
}

/**
 * Known to police or to education alone, or to neither: what the two say of the child cannot be set side by side. A
 * child that only police know is one as long as it is of an age to be in school.
 */
export function isLeftover(
  { facts }: ChildRecords,
  context: Pick<RuleContext, 'academicYear' | 'policy'>,
): boolean {
  const agencies = agenciesOf(facts);
  const identity = masterIdentityOf(facts);
  if (!identity || agencies.has('education')) return identity !== null && !agencies.has('police');
  const band = ageBandOf(identity.birthDate, context);
  return !agencies.has('police') || band === 'COMPULSORY' || band === 'BEYOND_GRADE';
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
  const rank = MASTERS.findIndex((agency) => agencies.has(agency));
  return rank === -1 ? MASTERS.length : rank;
}

function registeredOn({ facts }: ChildRecords): string {
  return facts.rows.resident.map((row) => row.registeredOn).toSorted()[0] ?? NEVER;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
