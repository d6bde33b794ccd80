import type { Body } from '../../subgraphs/coordination/casework/body.enums.js';
import type {
  ControlApproach,
  PlanMeasureKind,
} from '../../subgraphs/coordination/casework/support-plan.enums.js';

/** A measure that a reason calls for; days count from the opening of the case. */
export interface PlannedMeasure {
  readonly approach: ControlApproach;
  readonly measure: PlanMeasureKind;
  readonly owner: Body;
  readonly dueAfterDays: number;
}

/** A plan is looked at again after one month (一生一案, 动态管理; the documents give no interval). */
export const PLAN_REVIEW_DAYS = 30;

const VISITS: PlannedMeasure = {
  approach: 'AFFECTION',
  measure: 'HOME_VISITS',
  owner: 'TOWNSHIP',
  dueAfterDays: 7,
};

const BY_REASON: Readonly<Record<string, readonly PlannedMeasure[]>> = {
  AVERSION_TO_STUDY: [
    { approach: 'AFFECTION', measure: 'COUNSELLING', owner: 'SCHOOL', dueAfterDays: 21 },
    { approach: 'RESPONSIBILITY', measure: 'TEACHER_PAIRING', owner: 'SCHOOL', dueAfterDays: 14 },
  ],
  LEARNING_DIFFICULTY: [
    { approach: 'TEACHING', measure: 'REMEDIAL_LESSONS', owner: 'SCHOOL', dueAfterDays: 30 },
    { approach: 'RESPONSIBILITY', measure: 'TEACHER_PAIRING', owner: 'SCHOOL', dueAfterDays: 14 },
  ],
  WORKING_AWAY: [
    { approach: 'ADMINISTRATIVE', measure: 'RETURN_FROM_WORK', owner: 'LABOUR', dueAfterDays: 30 },
  ],
  CHILD_LABOUR: [{ approach: 'BY_LAW', measure: 'RETURN_FROM_WORK', owner: 'LABOUR', dueAfterDays: 15 }],
  ILLNESS: [{ approach: 'GUARANTEE', measure: 'HOME_TEACHING', owner: 'EDUCATION', dueAfterDays: 30 }],
  DISABILITY: [{ approach: 'GUARANTEE', measure: 'PLACEMENT', owner: 'EDUCATION', dueAfterDays: 30 }],
  EARLY_MARRIAGE: [{ approach: 'BY_LAW', measure: 'LEGAL_EDUCATION', owner: 'JUSTICE', dueAfterDays: 30 }],
  MISSING: [{ approach: 'MANAGEMENT', measure: 'SEARCH', owner: 'POLICE', dueAfterDays: 15 }],
  POVERTY: [{ approach: 'ANTI_POVERTY', measure: 'AID_APPLICATION', owner: 'EDUCATION', dueAfterDays: 15 }],
  OTHER: [{ approach: 'BY_LAW', measure: 'LEGAL_EDUCATION', owner: 'JUSTICE', dueAfterDays: 30 }],
};

/** What a plan for the whole household begins with (一家一案). */
export const HOUSEHOLD_MEASURES: readonly PlannedMeasure[] = [
  { approach: 'ANTI_POVERTY', measure: 'AID_APPLICATION', owner: 'TOWNSHIP', dueAfterDays: 15 },
  { approach: 'AFFECTION', measure: 'HOME_VISITS', owner: 'VILLAGE', dueAfterDays: 14 },
];

/** Measures that a plan begins with. Reasons that may not be told get the same ones as OTHER, so nothing tells them apart. */
export function plannedMeasuresFor(reason: string): readonly PlannedMeasure[] {
  return [VISITS, ...(BY_REASON[reason] ?? [])];
}

export interface CaseReferral {
  readonly toBody: Body;
  readonly reason: 'CHILD_AT_WORK' | 'DISABILITY_CONFIRMATION' | 'WHEREABOUTS' | 'AID';
}

/** Who has to be asked: labour for a child at work, the federation for a disability, police for a missing child. */
export function referralFor(reason: string): CaseReferral | null {
  switch (reason) {
    case 'CHILD_LABOUR':
      return { toBody: 'LABOUR', reason: 'CHILD_AT_WORK' };
    case 'DISABILITY':
      return { toBody: 'DISABILITY', reason: 'DISABILITY_CONFIRMATION' };
    case 'MISSING':
      return { toBody: 'POLICE', reason: 'WHEREABOUTS' };
    case 'POVERTY':
      return { toBody: 'CIVIL_AFFAIRS', reason: 'AID' };
    default:
      return null;
  }
}
