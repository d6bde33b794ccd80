import { sql } from 'kysely';
import { addDays, parseIsoDate } from '../../../policies/iso-date.js';
import { advanceRegister } from '../../_kit/changes/advance-register.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import type { PlanPayload } from './case-commands.type.js';
import { isNumberOfPaper, isStillToBeDone, planFor, planPayloadOf, planRefusal } from './plan-change.js';
import { changeOfPlan } from './plan-children.js';
import { PlanMeasureEntity } from './plan-measure.entity.js';
import type { RecordMeasureInput } from './record-measure.input.js';
import { carries } from './who-carries.js';

/** What is older belongs to another year, whose results are assessed; no document gives a limit. */
const DAYS_BACK = 366;

/**
 * Records a measure that was done and that nobody had planned: it has no due day, and nobody planned it. It stands on the
 * plan of the case that was open on its day.
 */
export async function recordMeasure(context: LoaderContext, input: RecordMeasureInput): Promise<PlanPayload> {
  const { em, db, caller, today } = context;
  const outcome = await runOnce(context, { name: 'recordMeasure', input }, async () => {
    const { scope, approach, measure, owner, ownerPost = null, doneOn, evidenceKind } = input;
    const evidenceNumber = input.evidenceNumber.trim();
    const child = await context.students.load(input.studentId);
    if (!child) return planRefusal('CHILD_NOT_FOUND', 'studentId');
    if (doneOn > today || doneOn < addDays(parseIsoDate(today), -DAYS_BACK))
      return planRefusal('DONE_DATE_INVALID', 'doneOn');
    if (!isNumberOfPaper(evidenceNumber)) return planRefusal('EVIDENCE_INVALID', 'evidenceNumber');
    const dropout = await caseOn(db, child, doneOn);
    if (dropout && !carries(caller, dropout)) return planRefusal('OTHER_TOWNSHIP', 'studentId');
    const planNumber = await planFor(context, child, { scope, caseNumber: dropout?.caseNumber ?? null });
    // What was planned is reported done by its number, so that it is not there twice.
    if (await isStillToBeDone(db, planNumber, input)) return planRefusal('ALREADY_PLANNED', 'measure');
    const { rows: same } = await sql`select from plan_measure where plan_number = ${planNumber}
      and approach = ${approach} and measure = ${measure} and owner = ${owner} and done_on = ${doneOn}::date
      limit 1`.execute(db);
    if (same.length > 0) return planRefusal('DONE_ALREADY', 'doneOn');
    const measureId = await em.insert(PlanMeasureEntity, {
      studentId: child.id,
      planNumber,
      approach,
      measure,
      owner,
      ownerPost,
      doneOn,
      evidenceKind,
      evidenceNumber,
      doneBy: caller.subject,
    });
    await advanceRegister(context, 'CASEWORK', await changeOfPlan(context, planNumber));
    return { measureId: String(measureId), errors: [] };
  });
  return planPayloadOf(context, outcome);
}

/** The child's case that was open on a day, closed since or not. */
async function caseOn(
  db: LoaderContext['db'],
  { memberIds }: StudentIdentity,
  day: string,
): Promise<{ readonly caseNumber: string; readonly townshipCode: string } | undefined> {
  const { rows } = await sql<{ caseNumber: string; townshipCode: string }>`
    select case_number as "caseNumber", township_code as "townshipCode" from dropout_case
    where student_id = any (${[...memberIds]}::text[]) and opened_on <= ${day}::date
      and coalesce(closed_on >= ${day}::date, true)
    order by opened_on desc, id desc limit 1`.execute(db);
  return rows[0];
}
