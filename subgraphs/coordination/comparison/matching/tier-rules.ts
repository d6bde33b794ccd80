import { speaksOfAnother, type ChildRecords } from '../../register/child-records.js';
import type { NumberRepairs } from './blocking-keys.js';
import { guardianIdsOf, likenessOf, type Likeness } from './likeness.js';
import type { MatchEvidence, MatchTier } from './match-tiers.js';
import { isRegistered } from './record-sides.js';

/** Two sets of rows that may be one child's, the one to join the other. */
export interface Pair {
  readonly member: ChildRecords;
  readonly anchor: ChildRecords;
  readonly likeness: Likeness;
  readonly isFormerNumber: boolean;
  readonly isRepairedNumber: boolean;
  /** A twin, or a child of the very name, stands beside them. */
  readonly hasTwins: boolean;
}

export interface TierRule {
  readonly tier: MatchTier;
  /** Null where the tier does not apply. */
  readonly evidenceOf: (pair: Pair) => MatchEvidence[] | null;
  /** The tier says nothing unless there is one candidate alone. */
  readonly needsUnique: boolean;
}

const WHO: readonly MatchEvidence[] = ['SAME_NAME', 'SAME_BIRTH_DATE', 'SAME_SEX'];

/** In order; a record that one tier has an answer for is asked no further. */
export const TIER_RULES: readonly TierRule[] = [
  {
    tier: 'ALIAS',
    needsUnique: false,
    evidenceOf: ({ isFormerNumber }) => (isFormerNumber ? ['POLICE_FORMER_NUMBER'] : null),
  },
  {
    tier: 'GUARDIAN',
    needsUnique: false,
    evidenceOf: ({ likeness }) =>
      likeness.name === 'SAME_NAME' && likeness.sharesGuardian ? ['SHARED_GUARDIAN', ...WHO] : null,
  },
  {
    tier: 'HOUSEHOLD',
    needsUnique: true,
    evidenceOf: ({ likeness }) =>
      likeness.name === 'SAME_NAME' && likeness.sharesVillage && !likeness.hasOtherGuardians
        ? ['SAME_VILLAGE', ...WHO]
        : null,
  },
  {
    tier: 'REPAIRED_ID',
    needsUnique: true,
    evidenceOf: ({ likeness, isRepairedNumber }) =>
      isRepairedNumber && likeness.name === 'SAME_NAME' ? ['REPAIRED_NUMBER', ...WHO] : null,
  },
  { tier: 'FUZZY', needsUnique: false, evidenceOf: fuzzyEvidenceOf },
];

/** Never on the name alone: birth date and sex are equal wherever names are compared, and something else has to be. */
function fuzzyEvidenceOf(pair: Pair): MatchEvidence[] | null {
  const { likeness, hasTwins } = pair;
  const { name, sharesTownship, sharesGuardian, sharesHousehold, hasOtherGuardians } = likeness;
  if (name === null || (hasOtherGuardians && areBothRegistered(pair))) return null;
  // One page of a household names each of its members once.
  if (name !== 'SAME_NAME' && (hasTwins || sharesHousehold)) return null;
  const evidence: MatchEvidence[] = [name, 'SAME_BIRTH_DATE', 'SAME_SEX'];
  if (sharesGuardian) evidence.push('SHARED_GUARDIAN');
  if (sharesTownship) evidence.push('SAME_TOWNSHIP');
  if (hasOtherGuardians) evidence.push('OTHER_GUARDIANS');
  return sharesTownship || sharesGuardian || isRegisteredTwice(pair) ? evidence : null;
}

function areBothRegistered({ member, anchor }: Pair): boolean {
  return isRegistered(member.facts) && isRegistered(anchor.facts);
}

/** A second registration is made away from the parents, so that nothing of theirs stands beside it (双重户籍). */
function isRegisteredTwice(pair: Pair): boolean {
  const { member, anchor, likeness } = pair;
  return (
    likeness.name === 'SAME_NAME' &&
    areBothRegistered(pair) &&
    (guardianIdsOf(member.facts).size === 0 || guardianIdsOf(anchor.facts).size === 0)
  );
}

export function pairOf(
  member: ChildRecords,
  anchor: ChildRecords,
  repairs: NumberRepairs,
  hasTwins: boolean,
): Pair {
  return {
    member,
    anchor,
    hasTwins,
    likeness: likenessOf(member.facts, anchor.facts),
    isFormerNumber: hadNumber(anchor, member) || hadNumber(member, anchor),
    isRepairedNumber: isRepairOf(member, anchor, repairs) || isRepairOf(anchor, member, repairs),
  };
}

function hadNumber(child: ChildRecords, former: ChildRecords): boolean {
  return (
    child.facts.rows.resident.some(({ formerStudentIds }) =>
      formerStudentIds?.some((id) => former.memberIds.includes(id)),
    ) && !speaksOfAnother(child.facts, former.facts)
  );
}

function isRepairOf(wrong: ChildRecords, right: ChildRecords, repairs: NumberRepairs): boolean {
  return wrong.memberIds.some((id) =>
    repairs.get(id)?.some((repaired) => right.memberIds.includes(repaired)),
  );
}
