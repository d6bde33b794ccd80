import { addDays } from '../../policies/iso-date.js';
import { PlanMeasureEntity } from '../../subgraphs/coordination/casework/plan-measure.entity.js';
import { SupportPlanEntity } from '../../subgraphs/coordination/casework/support-plan.entity.js';
import type { DropoutCaseFacts } from '../views.js';
import {
  HOUSEHOLD_MEASURES,
  PLAN_REVIEW_DAYS,
  plannedMeasuresFor,
  type PlannedMeasure,
} from './case-plan.js';
import type { RowSink } from './row-sink.js';

/** The number says year and order only; the key behind it is digested. */
export function numberOfCase(key: string, { openedOn }: DropoutCaseFacts, sink: RowSink): string {
  return `${openedOn.slice(0, 4)}-${sink.opaqueKey('CASE', key).slice(0, 10)}`;
}

/** @param number of the case, without what it begins with */
export function writePupilPlan(
  studentId: string,
  number: string,
  facts: DropoutCaseFacts,
  sink: RowSink,
): void {
  const plan = {
    studentId,
    planNumber: `FA${number}`,
    caseNumber: `GC${number}`,
    scope: 'PUPIL',
    childCount: 1,
  };
  writePlan(plan, plannedMeasuresFor(facts.reason), facts, sink);
}

/**
 * The plan for a child's whole household (一家一案).
 * @param number of the case, without what it begins with
 */
export function writePlanOfHousehold(
  { studentId, number, childCount }: { studentId: string; number: string; childCount: number },
  facts: DropoutCaseFacts,
  sink: RowSink,
): void {
  const plan = {
    studentId,
    planNumber: numberOfHouseholdPlan(number),
    caseNumber: `GC${number}`,
    childCount,
  };
  writePlan({ ...plan, scope: 'HOUSEHOLD' }, HOUSEHOLD_MEASURES, facts, sink);
}

export function numberOfHouseholdPlan(number: string): string {
  return `FAH${number}`;
}

interface NewPlan {
  readonly studentId: string;
  readonly planNumber: string;
  readonly caseNumber: string;
  readonly scope: string;
  readonly childCount: number;
}

function writePlan(
  plan: NewPlan,
  measures: readonly PlannedMeasure[],
  { openedOn, returnedOn }: DropoutCaseFacts,
  sink: RowSink,
): void {
  sink.insert(SupportPlanEntity, {
    ...plan,
    drawnUpOn: openedOn,
    reviewOn: addDays(openedOn, PLAN_REVIEW_DAYS),
  });
  const { studentId, planNumber } = plan;
  for (const { approach, measure, owner, dueAfterDays } of measures) {
    sink.insert(PlanMeasureEntity, {
      studentId,
      planNumber,
      approach,
      measure,
      owner,
      dueOn: addDays(openedOn, dueAfterDays),
      doneOn: returnedOn,
      ownerPost: null,
      reviewOn: null,
      evidenceKind: null,
      evidenceNumber: null,
      version: 1,
      plannedBy: null,
      doneBy: null,
    });
  }
}
