import { sql } from 'kysely';
import { advanceRegister, changeOf } from '../../_kit/changes/advance-register.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { RECORDED, refusal, type RecordedPayload } from '../../_kit/schema/recorded-payload.js';
import { RecordRelocationFollowUpErrorEnum, type RecordRelocationFollowUpCode } from './follow-up.enums.js';
import type { RecordRelocationFollowUpInput } from './follow-up.input.js';
import { RelocationFollowUpEntity } from './relocation-follow-up.entity.js';

const SCHOOL_CODE = /^\d{10}$/;

/** Records where the office saw a relocated child go to school (搬迁户子女入学跟踪; 印府办发〔2020〕19号). */
export function recordRelocationFollowUp(
  context: LoaderContext,
  input: RecordRelocationFollowUpInput,
): Promise<RecordedPayload<RecordRelocationFollowUpCode>> {
  return runOnce(context, { name: 'recordRelocationFollowUp', input }, async () => {
    const refuse = refusal(RecordRelocationFollowUpErrorEnum);
    const { followedOn, schoolPlace, schoolCode = null } = input;
    const child = await holdRelocatedChild(context, input.studentId);
    if (!child) return refuse('CHILD_NOT_FOUND', 'studentId');
    const isNamed = schoolCode !== null && SCHOOL_CODE.test(schoolCode);
    if (schoolPlace === 'NONE' ? schoolCode !== null : !isNamed)
      return refuse('SCHOOL_INVALID', 'schoolCode');
    const { studentId, memberIds, movedOn } = child;
    const { rows } = await sql<{ followedOn: string; schoolPlace: string; schoolCode: string | null }>`
      select followed_on::text as "followedOn", school_place as "schoolPlace", school_code as "schoolCode"
      from relocation_follow_up where student_id = any (${memberIds}::text[])
      order by followed_on desc, id desc limit 1`.execute(context.db);
    const [last] = rows;
    if (followedOn > context.today || followedOn < movedOn || (last && followedOn < last.followedOn))
      return refuse('DATE_INVALID', 'followedOn');
    if (last?.followedOn === followedOn && last.schoolPlace === schoolPlace && last.schoolCode === schoolCode)
      return refuse('ALREADY_RECORDED', 'followedOn');
    const recordedBy = context.caller.subject;
    await context.em.insert(RelocationFollowUpEntity, {
      studentId,
      followedOn,
      schoolPlace,
      schoolCode,
      recordedBy,
    });
    await advanceRegister(context, 'RELOCATION', changeOf(studentId));
    return RECORDED;
  });
}

/** Until the end of the transaction nobody else records anything of the child: two officers at once would both find nothing. */
async function holdRelocatedChild({ db, students }: LoaderContext, id: string) {
  const child = await students.load(id);
  if (!child) return undefined;
  const { memberIds } = child;
  const { rows } = await sql<{ studentId: string; movedOn: string }>`
    select student_id as "studentId", moved_on::text as "movedOn" from relocation_household
    where student_id = any (${memberIds}::text[]) order by moved_on desc, id desc limit 1 for update`.execute(
    db,
  );
  return rows[0] && { ...rows[0], memberIds };
}
