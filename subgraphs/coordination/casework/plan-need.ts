import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';

export interface PlanNeed {
  /** Groups whose children need such a plan. */
  readonly groups: readonly string[];
  /**
   * Groups whose children need a plan of their own; for all others their household's does. Null where it does for nobody.
   */
  readonly individualFor: readonly string[] | null;
}

/**
 * Who needs a plan by a county's documents. Where they put the household's beside the pupil's (因家、因人施策，一家一案、
 * 一生一案), the household's does for a child that no group binds to one of its own (三类残疾「一人一案」).
 */
export function planNeedOf(
  { supportPlans }: Pick<ResolvedPolicy, 'supportPlans'>,
  scope: 'PUPIL' | 'HOUSEHOLD',
): PlanNeed {
  const stated = supportPlans[scope]?.value;
  return {
    groups: stated?.mandatoryFor ?? [],
    individualFor: scope === 'PUPIL' ? (stated?.individualFor ?? null) : null,
  };
}
