import { clauseOfEntry, policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { FocusGroup } from './focus-group.enum.js';
import type { ResidenceSource, StandingBasis } from './standing.enums.js';

/** Document and clause behind each derived part of an entry. */
export interface PolicyBasis {
  readonly standing: string;
  /** Null where nothing says where the child lives. */
  readonly residence: string | null;
  readonly focusGroups: readonly FocusGroupClause[];
}

export interface FocusGroupClause {
  readonly group: FocusGroup;
  /** By which the group is under watch here; null where no policy in force names it. */
  readonly policyClause: string | null;
}

export interface DerivedParts {
  readonly standingBasis: StandingBasis;
  readonly residenceSource: ResidenceSource | null;
  readonly focusGroups: readonly FocusGroup[];
}

export function policyBasisOf(
  { standingBasis, residenceSource, focusGroups }: DerivedParts,
  policy: ResolvedPolicy,
): PolicyBasis {
  return {
    standing: standingClause(standingBasis, policy),
    residence: residenceSource && clauseOfEntry(policy.residenceSources, residenceSource),
    focusGroups: focusGroups.map((group) => ({ group, policyClause: focusGroupClause(group, policy) })),
  };
}

/** A basis that a number of the policy decides rests on that number's clause, any other on its own. */
export function standingClause(basis: StandingBasis, policy: ResolvedPolicy): string {
  switch (basis) {
    case 'UNEXCUSED_ABSENCE':
      return policyClause(policy.clocks.suspectAfterSchoolDays);
    case 'OVER_AGE':
      return policyClause(policy.ages.compulsoryEndAge);
    case 'NOT_YET_DUE':
      return policyClause(policy.ages.compulsoryEntryAge);
    case 'TRANSFER_IN_TRANSIT':
    case 'TRANSFER_OVERDUE':
      return policyClause(policy.studentStatus.transferWorkingDaysPerSide);
    default:
      return clauseOfEntry(policy.standingBases, basis);
  }
}

/** The policy's own list of groups under watch decides; a stage is watched by the list of stages. */
export function focusGroupClause(
  group: FocusGroup,
  { focusGroups, priorityStages, disability }: ResolvedPolicy,
): string | null {
  const stated =
    group === 'TRANSITION_6_TO_7' || group === 'GRADE_8' ? priorityStages[group] : focusGroups[group];
  if (stated) return policyClause(stated);
  if (group === 'THREE_CATEGORY_DISABLED') return policyClause(disability.threeCategories);
  return group === 'SEVERELY_DISABLED' ? policyClause(disability.severeGrades) : null;
}
