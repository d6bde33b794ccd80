import { sql } from 'kysely';
import { advanceRegister } from '../../_kit/changes/advance-register.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { PlanPayload } from './case-commands.type.js';
import type { CloseMeasureInput, PlanMeasureInput } from './plan.input.js';
import { openCaseFor } from './open-case-for.js';
import {
  findMeasure,
  isNumberOfPaper,
  isStillToBeDone,
  planFor,
  planPayloadOf,
  planRefusal,
} from './plan-change.js';
import { changeOfPlan, createPlanChildLoader } from './plan-children.js';
import { PlanMeasureEntity, type PlanMeasure } from './plan-measure.entity.js';
import { carries } from './who-carries.js';

/** Plans a measure, on the plan that the child or its household has, else on one that is drawn up with it. */
export async function planMeasure(context: LoaderContext, input: PlanMeasureInput): Promise<PlanPayload> {
  const { em, db, caller, today } = context;
  const outcome = await runOnce(context, { name: 'planMeasure', input }, async () => {
    const { scope, approach, measure, owner, ownerPost = null, dueOn, reviewOn = null } = input;
    const child = await context.students.load(input.studentId);
    if (!child) return planRefusal('CHILD_NOT_FOUND', 'studentId');
    if (dueOn < today) return planRefusal('DUE_DATE_INVALID', 'dueOn');
    if (reviewOn !== null && reviewOn < today) return planRefusal('REVIEW_DATE_INVALID', 'reviewOn');
    const dropout = await openCaseFor(db, child);
    if (dropout && !carries(caller, dropout)) return planRefusal('OTHER_TOWNSHIP', 'studentId');
    const caseNumber = dropout?.caseNumber ?? null;
    const planNumber = await planFor(context, child, { scope, caseNumber, reviewOn });
    if (await isStillToBeDone(db, planNumber, input)) return planRefusal('ALREADY_PLANNED', 'measure');
    const measureId = await em.insert(PlanMeasureEntity, {
      studentId: child.id,
      planNumber,
      approach,
      measure,
      owner,
      dueOn,
      ownerPost,
      reviewOn,
      plannedBy: caller.subject,
    });
    await advanceRegister(context, 'CASEWORK', await changeOfPlan(context, planNumber));
    return { measureId: String(measureId), errors: [] };
  });
  return planPayloadOf(context, outcome);
}

export async function closeMeasure(context: LoaderContext, input: CloseMeasureInput): Promise<PlanPayload> {
  const { db, caller, today } = context;
  const outcome = await runOnce(context, { name: 'closeMeasure', input }, async () => {
    const { doneOn, evidenceKind, evidenceNumber } = input;
    const found = await findMeasure(context, input.measureId, true);
    if (!found || !(await reachesPlan(context, found))) return planRefusal('NOT_FOUND', 'measureId');
    if (found.version !== input.expectedVersion) return planRefusal('STALE_VERSION', 'expectedVersion');
    if (found.doneOn !== null) return planRefusal('DONE_ALREADY', 'measureId');
    const { rows } = await sql<{ drawnUpOn: string }>`
      select drawn_up_on::text as "drawnUpOn" from support_plan where plan_number = ${found.planNumber}`.execute(
      db,
    );
    if (doneOn > today || doneOn < (rows[0]?.drawnUpOn ?? '')) return planRefusal('DATE_INVALID', 'doneOn');
    if (!isNumberOfPaper(evidenceNumber)) return planRefusal('EVIDENCE_INVALID', 'evidenceNumber');
    await sql`update plan_measure set done_on = ${doneOn}::date, evidence_kind = ${evidenceKind},
      evidence_number = ${evidenceNumber.trim()}, done_by = ${caller.subject}, version = version + 1
      where id = ${found.id}`.execute(db);
    await advanceRegister(context, 'CASEWORK', await changeOfPlan(context, found.planNumber));
    return { measureId: String(found.id), errors: [] };
  });
  return planPayloadOf(context, outcome);
}

/** Whether one of the plan's children is within reach, whichever the measure was planned for. */
async function reachesPlan(context: LoaderContext, { planNumber }: PlanMeasure): Promise<boolean> {
  const listed = await createPlanChildLoader(context).load(planNumber);
  const reached = await Promise.all(listed.map(({ studentId }) => context.students.load(studentId)));
  return reached.some((child) => child !== null);
}
