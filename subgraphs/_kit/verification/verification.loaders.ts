import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { advanceRegister, changeOf } from '../changes/advance-register.js';
import { runOnce } from '../command/run-once.js';
import { createRegisterLoader } from '../register/register-loader.js';
import type { LoaderContext } from '../request-context.js';
import { RECORDED, refusal, type RecordedPayload } from '../schema/recorded-payload.js';
import { RecordVerificationEntity } from './record-verification.entity.js';
import type { VerifyInput } from './verification.schema.js';
import type { VerifyCode, VerifyErrorEnum } from './verification.enums.js';
import { verificationPlan, type VerificationPlan, type VerifiedRecord } from './verification-plan.js';
import { holdRecord, type VerifiedRecords } from './verified-records.js';

export interface VerificationSource<Group extends string> {
  /** Register that the verifications belong to. */
  readonly register: string;
  readonly mutation: string;
  readonly errors: VerifyErrorEnum;
  readonly recordsOf: (group: Group) => VerifiedRecords;
}

/** Checks of special groups' records, for one request. */
export function createVerificationLoaders<Group extends string>(
  context: LoaderContext,
  source: VerificationSource<Group>,
) {
  const { students, policies } = context;
  const today = parseIsoDate(context.today);
  const verifications = createRegisterLoader(context, RecordVerificationEntity, {
    register: source.register,
    orderBy: 'verified_on desc, id desc',
  });
  const careOf = (divisionCode: string) => policies.policyFor(divisionCode, today).care;
  return {
    async verificationOf(
      record: VerifiedRecord & { readonly studentId: string },
      group: Group,
    ): Promise<VerificationPlan | null> {
      const child = await students.load(record.studentId);
      const { rows } = child ? await verifications.load(child) : { rows: [] };
      const last = rows.find(({ specialGroup }) => specialGroup === group);
      return verificationPlan(record, last?.verifiedOn ?? null, careOf(record.divisionCode), context.today);
    },
    verifyRecord: (input: VerifyInput<Group>) => verifyRecord(context, source, input),
  };
}

/** Records that somebody saw whether a record of a special group holds (逐一核查; 昌市政办发〔2020〕16号). */
function verifyRecord<Group extends string>(
  context: LoaderContext,
  { register, mutation, errors, recordsOf }: VerificationSource<Group>,
  input: VerifyInput<Group>,
): Promise<RecordedPayload<VerifyCode>> {
  return runOnce(context, { name: mutation, input }, async () => {
    const refuse = refusal(errors);
    const { group, verifiedOn, outcome } = input;
    const record = await holdRecord(context, recordsOf(group), input.studentId);
    if (!record) return refuse('RECORD_NOT_FOUND', 'studentId');
    const { studentId, memberIds, startedOn } = record;
    const { rows } = await sql<{ verifiedOn: string; outcome: string }>`
      select verified_on::text as "verifiedOn", outcome from record_verification
      where student_id = any (${memberIds}::text[]) and special_group = ${group}
      order by verified_on desc, id desc limit 1`.execute(context.db);
    const [last] = rows;
    const earliest = [startedOn ?? '', last?.verifiedOn ?? ''].toSorted().at(-1) ?? '';
    if (verifiedOn > context.today || verifiedOn < earliest) return refuse('DATE_INVALID', 'verifiedOn');
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
    await advanceRegister(context, register, changeOf(studentId));
    return RECORDED;
  });
}
