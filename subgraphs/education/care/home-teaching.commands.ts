import { sql } from 'kysely';
import { advanceRegister, changeOf } from '../../_kit/changes/advance-register.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { RECORDED, refusal, type RecordedPayload } from '../../_kit/schema/recorded-payload.js';
import { holdOwnPupil, type Pupil, type Schools } from '../reporting/own-pupil.js';
import { HomeTeachingVisitEntity } from './home-teaching-visit.entity.js';
import { RecordHomeTeachingErrorEnum, type RecordHomeTeachingCode } from './home-teaching.enums.js';
import type { RecordHomeTeachingVisitInput } from './home-teaching.input.js';

const MOST_HOURS = 8;

/** Records that a teacher of the pupil's school taught it at home (送教上门). */
export function recordHomeTeachingVisit(
  context: LoaderContext,
  schools: Schools,
  input: RecordHomeTeachingVisitInput,
): Promise<RecordedPayload<RecordHomeTeachingCode>> {
  return runOnce(context, { name: 'recordHomeTeachingVisit', input }, async () => {
    const refuse = refusal(RecordHomeTeachingErrorEnum);
    const { visitedOn, hours, content } = input;
    const pupil = await holdOwnPupil(context, schools, input.studentId);
    if (!pupil) return refuse('CHILD_NOT_FOUND', 'studentId');
    if (visitedOn > context.today) return refuse('DATE_INVALID', 'visitedOn');
    if (!(hours > 0 && hours <= MOST_HOURS)) return refuse('HOURS_INVALID', 'hours');
    const { mode, isListed } = await whatStands(context, pupil, input);
    if (mode !== 'HOME_TEACHING') return refuse('NOT_TAUGHT_AT_HOME', 'visitedOn');
    if (isListed) return refuse('ALREADY_RECORDED', 'visitedOn');
    const { studentId, schoolCode } = pupil;
    const recordedBy = context.caller.subject;
    await context.em.insert(HomeTeachingVisitEntity, {
      studentId,
      visitedOn,
      schoolCode,
      hours,
      content,
      recordedBy,
    });
    await advanceRegister(context, 'SPECIAL_EDUCATION', changeOf(studentId));
    return RECORDED;
  });
}

/** How the pupil was taught on the day of the visit, and whether that visit is known; a list tells it by day and content. */
async function whatStands(
  { db }: LoaderContext,
  { memberIds }: Pupil,
  { visitedOn, content }: RecordHomeTeachingVisitInput,
) {
  const { rows } = await sql<{ mode: string | null; isListed: boolean }>`
    select (
        select mode from education_placement
        where student_id = any (${memberIds}::text[]) and decided_on <= ${visitedOn}::date
        order by decided_on desc, id desc limit 1) as mode,
      exists (
        select from home_teaching_visit
        where student_id = any (${memberIds}::text[]) and visited_on = ${visitedOn}::date and content = ${content}
      ) as "isListed"`.execute(db);
  return rows[0] ?? { mode: null, isListed: false };
}
