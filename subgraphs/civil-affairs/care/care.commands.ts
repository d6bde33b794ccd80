import { sql } from 'kysely';
import { advanceRegister, changeOf } from '../../_kit/changes/advance-register.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { RECORDED, refusal, type RecordedPayload } from '../../_kit/schema/recorded-payload.js';
import { VerifyRecordErrorEnum, type VerifyRecordCode } from './care.enums.js';
import type { VerifyRecordInput } from './care.input.js';
import { holdRecord } from './held-record.js';
import { RecordVerificationEntity } from './record-verification.entity.js';

/** Records that somebody saw whether a record of a special group holds (逐一核查; 昌市政办发〔2020〕16号). */
export function verifyRecord(
  context: LoaderContext,
  input: VerifyRecordInput,
): Promise<RecordedPayload<VerifyRecordCode>> {
  return runOnce(context, { name: 'verifySpecialGroupRecord', input }, async () => {
    const refuse = refusal(VerifyRecordErrorEnum);
    const { group, verifiedOn, outcome } = input;
    const record = await holdRecord(context, input);
    if (!record) return refuse('RECORD_NOT_FOUND', 'studentId');
    const { studentId, memberIds, startedOn } = record;
    const { rows } = await sql<{ verifiedOn: string; outcome: string }>`
      select verified_on::text as "verifiedOn", outcome from record_verification
      where student_id = any (${memberIds}::text[]) and special_group = ${group}
      order by verified_on desc, id desc limit 1`.execute(context.db);
    const [last] = rows;
    if (verifiedOn > context.today || verifiedOn < startedOn || (last && verifiedOn < last.verifiedOn))
      return refuse('DATE_INVALID', 'verifiedOn');
    if (last?.verifiedOn === verifiedOn && last.outcome === outcome)
      return refuse('ALREADY_RECORDED', 'verifiedOn');
    const recordedBy = context.caller.subject;
    await context.em.insert(RecordVerificationEntity, {
      studentId,
      specialGroup: group,
      verifiedOn,
      outcome,
      recordedBy,
    });
    await advanceRegister(context, 'CHILD_FILES', changeOf(studentId));
    return RECORDED;
  });
}
