import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { advanceRegister, advanceRegisters, changeOf } from '../../_kit/changes/advance-register.js';
import { isReason } from '../../_kit/command/reason.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { RECORDED, refusal, type RecordedPayload } from '../../_kit/schema/recorded-payload.js';
import { DropoutReportEntity } from './dropout-report.entity.js';
import { GuardianContactEntity } from '../care/guardian-contact.entity.js';
import { InspectorCallEntity } from './inspector-call.entity.js';
import { StatusMarkEntity } from './status-mark.entity.js';
import { StatusChangeEntity } from '../status/status-change.entity.js';
import { ON_CLASS_LIST } from '../status/states-on-class-list.js';
import { holdOwnPupil, type Pupil, type Schools } from './own-pupil.js';
import {
  RecordContactErrorEnum,
  RecordInspectorCallErrorEnum,
  RecordMarkErrorEnum,
  SubmitReportErrorEnum,
} from './reporting.enums.js';
import type {
  RecordGuardianContactInput,
  RecordInspectorCallInput,
  RecordStatusMarkInput,
  SubmitDropoutReportInput,
} from './reporting.input.js';
import type { CallCode, ContactCode, MarkCode, SubmitCode } from './reporting.payload.js';

const REGISTER = 'DROPOUT_REPORTING';

export function recordGuardianContact(
  context: LoaderContext,
  schools: Schools,
  input: RecordGuardianContactInput,
): Promise<RecordedPayload<ContactCode>> {
  return runOnce(context, { name: 'recordGuardianContact', input }, async () => {
    const refuse = refusal(RecordContactErrorEnum);
    const { absentOn, contactedOn, channel, outcome } = input;
    const pupil = await holdOwnPupil(context, schools, input.studentId);
    if (!pupil) return refuse('CHILD_NOT_FOUND', 'studentId');
    if (contactedOn > context.today || contactedOn < absentOn) return refuse('DATE_INVALID', 'contactedOn');
    const { studentId, classTeacherName: teacherName } = pupil;
    const contact = { studentId, absentOn, contactedOn, channel, outcome, teacherName };
    const entered = { recordedBy: context.caller.subject, recordedOn: context.today };
    await context.em.insert(GuardianContactEntity, { ...contact, ...entered });
    await advanceRegister(context, 'ATTENDANCE', changeOf(studentId));
    return RECORDED;
  });
}

export function recordInspectorCall(
  context: LoaderContext,
  schools: Schools,
  input: RecordInspectorCallInput,
): Promise<RecordedPayload<CallCode>> {
  return runOnce(context, { name: 'recordInspectorCall', input }, async () => {
    const refuse = refusal(RecordInspectorCallErrorEnum);
    const pupil = await holdOwnPupil(context, schools, input.studentId);
    if (!pupil) return refuse('CHILD_NOT_FOUND', 'studentId');
    if (input.calledOn > context.today) return refuse('DATE_INVALID', 'calledOn');
    const { studentId, schoolCode } = pupil;
    const entered = { recordedBy: context.caller.subject, recordedOn: context.today };
    await context.em.insert(InspectorCallEntity, {
      studentId,
      schoolCode,
      calledOn: input.calledOn,
      ...entered,
    });
    await advanceRegister(context, REGISTER, changeOf(studentId));
    return RECORDED;
  });
}

/**
 * Records a mark that the clerk has set in the national system. A dropout or a return is a step of the student status
 * too; the status itself is kept (为其保留学籍), and a suspicion leaves it as it is.
 */
export function recordStatusMark(
  context: LoaderContext,
  schools: Schools,
  input: RecordStatusMarkInput,
): Promise<RecordedPayload<MarkCode>> {
  return runOnce(context, { name: 'recordStatusMark', input }, async () => {
    const refuse = refusal(RecordMarkErrorEnum);
    const { mark, markedOn } = input;
    const pupil = await holdOwnPupil(context, schools, input.studentId);
    if (!pupil) return refuse('CHILD_NOT_FOUND', 'studentId');
    const last = await lastMark(context, pupil);
    if (markedOn > context.today || (last && markedOn < last.markedOn))
      return refuse('DATE_INVALID', 'markedOn');
    const standing = last?.mark === 'RETURNED' ? undefined : last?.mark;
    if (standing === mark || (standing === 'DROPPED_OUT' && mark === 'SUSPECTED_DROPOUT'))
      return refuse('ALREADY_MARKED', 'mark');
    if (mark === 'RETURNED' && standing === undefined) return refuse('NOT_MARKED', 'mark');
    const { studentId, schoolCode } = pupil;
    const entered = { markedBy: context.caller.subject, recordedOn: context.today };
    await context.em.insert(StatusMarkEntity, { studentId, schoolCode, mark, markedOn, ...entered });
    const change = changeOf(studentId);
    if (mark === 'DROPPED_OUT' || (mark === 'RETURNED' && standing === 'DROPPED_OUT')) {
      await changeStatus(context, pupil, mark, markedOn);
      await advanceRegisters(context, { [REGISTER]: change, STUDENT_STATUS: change });
    } else await advanceRegister(context, REGISTER, change);
    return RECORDED;
  });
}

async function lastMark({ db }: LoaderContext, { memberIds }: Pupil) {
  const { rows } = await sql<{ mark: string; markedOn: string }>`
    select mark, marked_on::text as "markedOn" from status_mark where student_id = any (${memberIds}::text[])
    order by marked_on desc, id desc limit 1`.execute(db);
  return rows[0];
}

async function changeStatus(
  context: LoaderContext,
  { studentId, schoolCode }: Pupil,
  kind: 'DROPPED_OUT' | 'RETURNED',
  changedOn: string,
): Promise<void> {
  await context.em.insert(StatusChangeEntity, {
    studentId,
    sourceKey: `mark:${randomUUID()}`,
    kind,
    changedOn,
    fromSchoolCode: schoolCode,
    toSchoolCode: kind === 'RETURNED' ? schoolCode : null,
    completedOn: changedOn,
    recordedBy: context.caller.subject,
  });
  await sql`
    update student_status set status = ${kind} where student_id = ${studentId} and school_code = ${schoolCode}
      and status = any (${ON_CLASS_LIST}::text[])`.execute(context.db);
}

/** Reports a child to the township of its residence and to the bureau, each with a receipt of its own. */
export function submitDropoutReport(
  context: LoaderContext,
  schools: Schools,
  input: SubmitDropoutReportInput,
): Promise<RecordedPayload<SubmitCode>> {
  return runOnce(context, { name: 'submitDropoutReport', input }, async () => {
    const refuse = refusal(SubmitReportErrorEnum);
    const { today, caller, em, db } = context;
    const { leftOn, recommendation } = input;
    const recipients = [...new Set(input.recipients)];
    const pupil = await holdOwnPupil(context, schools, input.studentId);
    if (!pupil) return refuse('CHILD_NOT_FOUND', 'studentId');
    if (leftOn > today) return refuse('DATE_INVALID', 'leftOn');
    if (recipients.length === 0) return refuse('RECIPIENTS_MISSING', 'recipients');
    if (recommendation != null && !isReason(recommendation)) return refuse('TEXT_INVALID', 'recommendation');
    const { rows: known } = await sql`
      select from dropout_report where student_id = any (${pupil.memberIds}::text[]) and left_on = ${leftOn}::date
        and recipient = any (${recipients}::text[])`.execute(db);
    if (known.length > 0) return refuse('ALREADY_REPORTED', 'recipients');
    const { studentId, schoolCode } = pupil;
    for (const recipient of recipients)
      await em.insert(DropoutReportEntity, {
        studentId,
        schoolCode,
        recipient,
        leftOn,
        reportedOn: today,
        reportedBy: caller.subject,
        recommendation: recommendation?.trim() ?? null,
        receivedOn: null,
        receivedBy: null,
        recorded: {},
      });
    await advanceRegister(context, REGISTER, changeOf(studentId));
    return RECORDED;
  });
}
