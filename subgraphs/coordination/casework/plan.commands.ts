import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addDays, parseIsoDate } from '../../../policies/iso-date.js';
import { advanceRegister } from '../../_kit/changes/advance-register.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { PlanErrorEnum, type PlanErrorCode } from './case-commands.enums.js';
import type { PlanPayload } from './case-commands.type.js';
import type { CloseMeasureInput, PlanMeasureInput } from './plan.input.js';
import { openCaseFor } from './open-case-for.js';
import { changeOfPlan, createPlanChildLoader } from './plan-children.js';
import { PlanMeasureEntity, type PlanMeasure } from './plan-measure.entity.js';
import { plansOfChild } from './plans-of-child.js';
import { SupportPlanEntity } from './support-plan.entity.js';
import { carries } from './who-carries.js';

interface Outcome {
  readonly measureId: string | null;
  readonly errors: PlanPayload['errors'];
}

/** A plan is looked at again after a month, if nobody says when; the documents give no interval. */
const REVIEW_DAYS = 30;
const MEASURE_ID = /^\d{1,18}$/;
const RESIDENT_NUMBER = /\d{15}/;
const MOST_CHARACTERS = 64;

/** Plans a measure, on the plan that the child or its household has, else on one that is drawn up with it. */
export async function planMeasure(context: LoaderContext, input: PlanMeasureInput): Promise<PlanPayload> {
  const { em, db, caller, today } = context;
  const outcome = await runOnce(context, { name: 'planMeasure', input }, async () => {
    const { scope, approach, measure, owner, ownerPost = null, dueOn, reviewOn = null } = input;
    const child = await context.students.load(input.studentId);
    if (!child) return refusal('CHILD_NOT_FOUND', 'studentId');
    if (dueOn < today) return refusal('DUE_DATE_INVALID', 'dueOn');
    if (reviewOn !== null && reviewOn < today) return refusal('REVIEW_DATE_INVALID', 'reviewOn');
    const dropout = await openCaseFor(db, child);
    if (dropout && !carries(caller, dropout)) return refusal('OTHER_TOWNSHIP', 'studentId');
    const caseNumber = dropout?.caseNumber ?? null;
    await sql`select pg_advisory_xact_lock(hashtext('support_plan'), hashtext(${child.id}))`.execute(db);
    const known = await planOf(db, child, { scope, caseNumber });
    const planNumber = known ?? `FA${randomUUID()}`;
    if (known === null)
      await em.insert(SupportPlanEntity, {
        studentId: child.id,
        planNumber,
        caseNumber,
        scope,
        drawnUpOn: today,
        reviewOn: reviewOn ?? addDays(parseIsoDate(today), REVIEW_DAYS),
      });
    const { rows: same } = await sql`select from plan_measure where plan_number = ${planNumber}
      and approach = ${approach} and measure = ${measure} and owner = ${owner} and done_on is null`.execute(
      db,
    );
    if (same.length > 0) return refusal('ALREADY_PLANNED', 'measure');
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
  return payloadOf(context, outcome);
}

/** The plan of the open case, else the latest one that belongs to no case. */
async function planOf(
  db: LoaderContext['db'],
  child: StudentIdentity,
  { scope, caseNumber }: { readonly scope: string; readonly caseNumber: string | null },
): Promise<string | null> {
  const { rows } = await sql<{ planNumber: string }>`
    select plan_number as "planNumber" from ${plansOfChild(sql`${[...child.memberIds]}::text[]`)} own
    where scope = ${scope} and (case_number = ${caseNumber}::text or case_number is null)
    order by case_number is null, drawn_up_on desc, plan_id desc limit 1`.execute(db);
  return rows[0]?.planNumber ?? null;
}

export async function closeMeasure(context: LoaderContext, input: CloseMeasureInput): Promise<PlanPayload> {
  const { db, caller, today } = context;
  const outcome = await runOnce(context, { name: 'closeMeasure', input }, async () => {
    const { doneOn, evidenceKind, evidenceNumber } = input;
    const found = await findMeasure(context, input.measureId, true);
    if (!found || !(await reachesPlan(context, found))) return refusal('NOT_FOUND', 'measureId');
    if (found.version !== input.expectedVersion) return refusal('STALE_VERSION', 'expectedVersion');
    if (found.doneOn !== null) return refusal('DONE_ALREADY', 'measureId');
    const { rows } = await sql<{ drawnUpOn: string }>`
      select drawn_up_on::text as "drawnUpOn" from support_plan where plan_number = ${found.planNumber}`.execute(
      db,
    );
    if (doneOn > today || doneOn < (rows[0]?.drawnUpOn ?? '')) return refusal('DATE_INVALID', 'doneOn');
    if (!isNumberOfPaper(evidenceNumber)) return refusal('EVIDENCE_INVALID', 'evidenceNumber');
    await sql`update plan_measure set done_on = ${doneOn}::date, evidence_kind = ${evidenceKind},
      evidence_number = ${evidenceNumber.trim()}, done_by = ${caller.subject}, version = version + 1
      where id = ${found.id}`.execute(db);
    await advanceRegister(context, 'CASEWORK', await changeOfPlan(context, found.planNumber));
    return { measureId: String(found.id), errors: [] };
  });
  return payloadOf(context, outcome);
}

/** Whether one of the plan's children is within reach, whichever the measure was planned for. */
async function reachesPlan(context: LoaderContext, { planNumber }: PlanMeasure): Promise<boolean> {
  const listed = await createPlanChildLoader(context).load(planNumber);
  const reached = await Promise.all(listed.map(({ studentId }) => context.students.load(studentId)));
  return reached.some((child) => child !== null);
}

function isNumberOfPaper(number: string): boolean {
  return number.trim() !== '' && [...number].length <= MOST_CHARACTERS && !RESIDENT_NUMBER.test(number);
}

async function payloadOf(context: LoaderContext, { measureId, errors }: Outcome): Promise<PlanPayload> {
  return { measure: measureId === null ? null : ((await findMeasure(context, measureId)) ?? null), errors };
}

async function findMeasure(
  { em }: LoaderContext,
  id: string,
  isToChange = false,
): Promise<PlanMeasure | undefined> {
  if (!MEASURE_ID.test(id)) return undefined;
  return selectRows(em, PlanMeasureEntity)
    .where('id', '=', id)
    .$if(isToChange, (measure) => measure.forUpdate())
    .executeTakeFirst();
}

function refusal(code: PlanErrorCode, field: string): Outcome {
  return { measureId: null, errors: [mutationError(PlanErrorEnum, code, field)] };
}
