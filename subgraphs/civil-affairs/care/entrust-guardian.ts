import { sql } from 'kysely';
import { advanceRegister, changeOf } from '../../_kit/changes/advance-register.js';
import { commandAboutPeople } from '../../_kit/command/command-about-people.js';
import { runOnce } from '../../_kit/command/run-once.js';
import { maskPhone } from '../../_kit/identity/mask-phone.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { RECORDED, refusal, type RecordedPayload } from '../../_kit/schema/recorded-payload.js';
import { ChildGuardianEntity } from '../child-guardian.entity.js';
import { EntrustGuardianErrorEnum, type EntrustGuardianCode } from './care.enums.js';
import type { EntrustGuardianInput } from './care.input.js';
import { entrustmentFault } from './entrustment-fault.js';
import { holdRecord } from '../../_kit/verification/verified-records.js';
import { specialGroupRecords } from './special-group-records.js';

/**
 * Records who looks after a left-behind child in the place of its parents (代理监护人; 国发〔2016〕13号: entrusted in
 * writing). Whom the file names already stays: the family says who looks after the child, nobody is put out here.
 */
export function entrustGuardian(
  context: LoaderContext,
  input: EntrustGuardianInput,
): Promise<RecordedPayload<EntrustGuardianCode>> {
  const command = commandAboutPeople(context, 'civil-affairs', { name: 'entrustGuardian', input });
  return runOnce(context, command, async () => {
    const refuse = refusal(EntrustGuardianErrorEnum);
    const { relation, entrustedOn, commitmentSignedOn = null } = input;
    const phone = input.phone?.replaceAll(/[\s-]/g, '') ?? null;
    const name = input.name.trim();
    const record = await holdRecord(context, specialGroupRecords('LEFT_BEHIND'), input.studentId);
    const file = record && (await fileOf(context, record.memberIds));
    if (!file) return refuse('CHILD_NOT_FOUND', 'studentId');
    const fault = entrustmentFault({ name, phone, relation, entrustedOn, commitmentSignedOn }, context.today);
    if (fault) return refuse(...fault);
    const { rows: known } = await sql`
      select from child_guardian where file_key = ${file.fileKey} and name = ${name} and relation = ${relation}
        and is_actual_guardian and not is_legal_guardian
        and commitment_signed_on is not distinct from ${commitmentSignedOn}::date`.execute(context.db);
    if (known.length > 0) return refuse('ALREADY_RECORDED', 'name');
    await context.em.insert(ChildGuardianEntity, {
      ...file,
      name,
      relation,
      isActualGuardian: true,
      isLegalGuardian: false,
      guardianId: null,
      phoneSealed: phone && context.cipher.seal(phone, 'child_guardian.phone_sealed'),
      maskedPhone: phone && maskPhone(phone),
      entrustedOn,
      commitmentSignedOn,
      recordedBy: context.caller.subject,
    });
    await advanceRegister(context, 'CHILD_FILES', changeOf(file.studentId));
    return RECORDED;
  });
}

async function fileOf({ db }: LoaderContext, memberIds: readonly string[]) {
  const { rows } = await sql<{ studentId: string; fileKey: string }>`
    select student_id as "studentId", source_key as "fileKey" from child_file
    where student_id = any (${memberIds}::text[]) order by id desc limit 1`.execute(db);
  return rows[0];
}
