import { sql } from 'kysely';
import { addDays, dayInShanghai, parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
import type { SchoolCalendar } from '../../../policies/school-calendar.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { asService } from '../../_kit/student/as-service.js';
import { ON_CLASS_LIST } from '../status/states-on-class-list.js';

/**
 * The last school day up to which the sheets of every class are in: up to it the attendance register speaks of all
 * pupils, as an import would have it. Null where it speaks no further than before, or was never loaded.
 */
export async function completeUpTo(
  context: LoaderContext,
  calendar: Pick<SchoolCalendar, 'isSchoolDay'>,
): Promise<IsoDate | null> {
  const register = (await context.registers()).get('ATTENDANCE');
  if (!register) return null;
  const today = parseIsoDate(context.today);
  let reached: IsoDate | null = null;
  for (let day = addDays(dayInShanghai(register.asOf), 1); day <= today; day = addDays(day, 1)) {
    const lessons = calendar.isSchoolDay(day);
    if (!lessons.known) break;
    if (!lessons.value) continue;
    if (!(await isComplete(context, day))) break;
    reached = day;
  }
  return reached;
}

/** Over all classes, whichever of them the caller reaches. */
function isComplete(context: LoaderContext, day: IsoDate): Promise<boolean> {
  return asService(context, async () => {
    const { rows } = await sql`
      select from student_status pupil
      where pupil.class_code is not null and pupil.status = any (${ON_CLASS_LIST}::text[]) and not exists (
        select from attendance_sheet sheet where sheet.class_code = pupil.class_code and sheet.date = ${day}::date)
      limit 1`.execute(context.db);
    return rows.length === 0;
  });
}
