import { ageOn31August, expectedGrade } from '../../../../policies/school-age.js';
import { parseIsoDate } from '../../../../policies/iso-date.js';
import type { ChildFacts, RecordedIdentity } from '../../register/child-facts.js';
import type { ChildRecords } from '../../register/link-aliases.js';
import { currentStatusOf } from '../../standing/current-schooling.js';
import type { CatchmentContext } from '../../standing/due-school.js';
import { latestBy, type RuleContext } from '../../standing/rule-context.js';
import type { MatchLink } from '../matching/match-tiers.js';

/** A child as a run compares it: the rows of all its ids, and how they came together. */
export interface ComparedChild extends ChildRecords {
  /** Of its members; automatic ones and those that a person decided. */
  readonly links: readonly MatchLink[];
  /** Proposed between this child and another one, either way round. */
  readonly suggestions: readonly MatchLink[];
}

export interface ComparisonContext extends RuleContext, CatchmentContext {
  /** YYYY-MM-DD of a register as it is loaded; null where it is not. */
  readonly asOf: (agency: string, register: string) => string | null;
}

/** Whose wording counts, police first (以公安登记为准). */
const MASTERS = ['police', 'education', 'civil-affairs', 'disability', 'poverty', 'labour'];

export function masterIdentityOf({ identities }: ChildFacts): RecordedIdentity | null {
  const rank = ({ agency }: RecordedIdentity) => MASTERS.indexOf(agency);
  return identities.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

export type AgeBand = 'TOO_YOUNG' | 'COMPULSORY' | 'BEYOND_GRADE' | 'OVER_AGE';

/**
 * By birth date: BEYOND_GRADE has finished its nine years if all went well and is still of compulsory age, so
 * somebody has to show that it finished.
 */
export function ageBandOf(
  birthDate: string,
  { academicYear, policy }: Pick<RuleContext, 'academicYear' | 'policy'>,
): AgeBand {
  const born = parseIsoDate(birthDate);
  if (ageOn31August(born, academicYear) >= policy.ages.compulsoryEndAge.value) return 'OVER_AGE';
  const grade = expectedGrade(born, academicYear, policy);
  if (grade === 'PRESCHOOL') return 'TOO_YOUNG';
  return grade === 'ABOVE' ? 'BEYOND_GRADE' : 'COMPULSORY';
}

/** Whether police says that the child belongs here: registered, moved in, or holding a permit. */
export function isInHouseholdRegister({ rows }: ChildFacts, today: string): boolean {
  return (
    rows.resident.some(({ cancelledOn }) => cancelledOn === null) ||
    rows.floatingPopulation.some(
      ({ direction, endedOn }) => direction === 'IN' && (endedOn === null || today <= endedOn),
    ) ||
    rows.residencePermit.some(({ expiresOn }) => today <= expiresOn)
  );
}

/** Left behind by a school that the child has gone from for good; such a record keeps nobody in school. */
const ENDED = new Set([
  'GRADUATED',
  'COMPLETED_WITHOUT_DIPLOMA',
  'LEFT_EARLY',
  'TRANSFERRED_OUT',
  'DECEASED',
]);

/** Whether a school of the county still has the child on its books, present or not. */
export function hasOpenStatus(facts: ChildFacts): boolean {
  const status = currentStatusOf(facts);
  return status !== null && !ENDED.has(status.status);
}

export function latestCallOf({ rows }: ChildFacts) {
  return latestBy(rows.rollCall, ({ calledOn }) => calledOn);
}

export function openCaseOf({ rows }: ChildFacts) {
  return latestBy(
    rows.dropoutCase.filter(({ returnedOn, closedOn }) => returnedOn === null && closedOn === null),
    ({ openedOn }) => openedOn,
  );
}
