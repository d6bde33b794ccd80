import { parseIsoDate } from '../../../policies/iso-date.js';
import { ageOn31August, expectedGrade } from '../../../policies/school-age.js';
import type { ChildFacts, RecordedIdentity } from '../register/child-facts.js';
import type { RuleContext } from '../standing/rule-context.js';

/** Whose wording of name and birth date counts, in order: police is the master (以公安登记为准). */
export const MASTERS: readonly string[] = [
  'police',
  'education',
  'civil-affairs',
  'disability',
  'poverty',
  'labour',
];

export function masterIdentityOf({ identities }: ChildFacts): RecordedIdentity | null {
  // The national platform's word, which coordination passes on, counts where nobody else has one.
  const rank = ({ agency }: RecordedIdentity) =>
    MASTERS.includes(agency) ? MASTERS.indexOf(agency) : MASTERS.length;
  let master: RecordedIdentity | null = null;
  for (const identity of identities) {
    if (!master || rank(identity) < rank(master)) master = identity;
  }
  return master;
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
