import { sql } from 'kysely';
import { parseIsoDate } from '../../../../policies/iso-date.js';
import { runOnce } from '../../../_kit/command/run-once.js';
import type { LoaderContext } from '../../../_kit/request-context.js';
import { mutationError } from '../../../_kit/schema/mutation-error.js';
import { asService } from '../../../_kit/student/as-service.js';
import { selectRows } from '../../../_kit/select-rows.js';
import { advanceRegister, changeOf } from '../../../_kit/changes/advance-register.js';
import { ScreeningVisitEntity } from '../../casework/screening-visit.entity.js';
import { settleCases } from '../../casework/settle-cases.js';
import { fullDivisionCode, isResidenceIn } from '../dispositions/residence-code.js';
import { countyOf } from '../run/request-run.js';
import { CompleteTaskErrorEnum, type CompleteTaskErrorCode } from './discrepancy-task.enums.js';
import { DiscrepancyTaskEntity, type DiscrepancyTask } from './discrepancy-task.entity.js';
import type { CompleteTaskInput, CompleteTaskPayload } from './discrepancy-task.type.js';
import { holdsTask } from './task-visibility.js';

/** What is kept of the command. */
interface Outcome {
  readonly isDone: boolean;
  readonly errors: CompleteTaskPayload['errors'];
}

const TASK_ID = /^\d{1,18}$/;

/** A visit finds something, or it does not: neither of these is a finding. */
const NO_FINDINGS: ReadonlySet<string> = new Set(['PENDING', 'UNRESOLVED']);

/**
 * Completes a task by the visit that it asked for. The visit stands among the screening visits, where the next run takes
 * it as a source like any other; it decides nothing, but a decision may rest on it.
 */
export async function completeTask(
  context: LoaderContext,
  input: CompleteTaskInput,
): Promise<CompleteTaskPayload> {
  const { isDone, errors } = await runOnce(context, { name: 'completeTask', input }, () =>
    complete(context, input),
  );
  return { task: isDone ? ((await findTask(context, input.taskId)) ?? null) : null, errors };
}

async function complete(context: LoaderContext, input: CompleteTaskInput): Promise<Outcome> {
  const { em, db, caller, today } = context;
  const refuse = (code: CompleteTaskErrorCode, field: string): Outcome => ({
    isDone: false,
    errors: [mutationError(CompleteTaskErrorEnum, code, field)],
  });
  const task = await findTask(context, input.taskId, true);
  const child = task && (await context.students.load(task.studentId));
  if (!task || !child || !holdsTask(caller, task)) return refuse('NOT_FOUND', 'taskId');
  if (task.endedOn !== null) return refuse('ENDED_ALREADY', 'taskId');
  const { visitedOn, visitorPost, finding = null, residenceDivisionCode: residence = null } = input;
  if (visitedOn < task.openedOn || visitedOn > today) return refuse('VISIT_DATE_INVALID', 'visitedOn');
  if (finding !== null && NO_FINDINGS.has(finding)) return refuse('FINDING_INVALID', 'finding');
  if (residence !== null && !(await isResidenceIn(db, await countyOf(db), residence)))
    return refuse('RESIDENCE_INVALID', 'residenceDivisionCode');
  const visitId = await em.insert(ScreeningVisitEntity, {
    studentId: child.id,
    visitedOn,
    visitorPost,
    proposedDisposition: finding,
    residenceDivisionCode: residence === null ? null : fullDivisionCode(residence),
    evidence: [],
  });
  await sql`update discrepancy_task set ended_on = ${today}::date, end_reason = 'DONE', ended_by = ${caller.subject},
    visit_id = ${String(visitId)}::bigint where id = ${task.id}`.execute(db);
  const policy = context.policies.policyFor(await countyOf(db), parseIsoDate(today));
  await asService(context, () => settleCases(db, child.memberIds, policy));
  await advanceRegister(context, 'CASEWORK', changeOf(child.id, today));
  return { isDone: true, errors: [] };
}

async function findTask(
  { em }: LoaderContext,
  id: string,
  isToChange = false,
): Promise<DiscrepancyTask | undefined> {
  if (!TASK_ID.test(id)) return undefined;
  return selectRows(em, DiscrepancyTaskEntity)
    .where(sql<boolean>`id = ${id}::bigint`)
    .$if(isToChange, (task) => task.forUpdate())
    .executeTakeFirst();
}
