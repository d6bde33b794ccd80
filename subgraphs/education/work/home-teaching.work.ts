import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { isVisitToBeMade } from '../../../policies/visit-plan.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { NOTHING, workOfFound } from '../../_kit/work/work-of-found.js';
import type { WorkRead, WorkSource } from '../../_kit/work/work-source.js';
import { planHomeTeaching } from '../care/home-teaching-plan.js';
import { policyAt } from '../school/school-policy.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { ON_CLASS_LIST } from '../status/states-on-class-list.js';
import { ownSchoolsOf } from './own-office.js';

/** Pupils of the caller's own school who are taught at home, and whom a teacher has to visit by a day. */
export function homeTeachingWork(context: LoaderContext): WorkSource {
  return {
    kind: 'TEACH_AT_HOME',
    scope: EDUCATION_SCOPES.recordHomeTeaching,
    holds: 'DISABILITY',
    registers: ['SPECIAL_EDUCATION', 'STUDENT_STATUS'],
    list: 'homeTeachingVisits',
    read: (limit) => readVisitsToMake(context, limit),
  };
}

interface TaughtAtHome {
  readonly studentId: string;
  readonly divisionCode: string | null;
  readonly decidedOn: string;
  readonly lastVisitedOn: string | null;
}

async function readVisitsToMake(context: LoaderContext, limit: number): Promise<WorkRead> {
  const { readRows, caller, today } = context;
  const { schools, classes } = ownSchoolsOf(caller);
  if (schools.length + classes.length === 0) return NOTHING;
  // A child may stand under several ids: what is decided and done under any of them counts.
  const memberIds = sql`(
    select member.student_id from student_scope member where member.canonical_id = child.canonical_id)`;
  // Few are taught at home: from them to their schools, not from all pupils of the school to what was decided.
  const rows = await readRows<TaughtAtHome>(sql`
    select child.canonical_id as "studentId", pupil.division_code as "divisionCode",
      placed.decided_on::text as "decidedOn", visited.last::text as "lastVisitedOn"
    from (
      select distinct scope.canonical_id from education_placement placement
      join student_scope scope on scope.student_id = placement.student_id
      where placement.mode = 'HOME_TEACHING') child
    cross join lateral (
      select mode, decided_on from education_placement placement where placement.student_id in ${memberIds}
      order by decided_on desc, placement.id desc limit 1) placed
    cross join lateral (
      select school.division_code from student_status status left join school on school.code = status.school_code
      where status.student_id in ${memberIds} and status.status = any (${ON_CLASS_LIST}::text[])
        and (status.school_code = any (${schools}::text[]) or status.class_code = any (${classes}::text[]))
      order by status.enrolled_on desc, status.id desc limit 1) pupil
    cross join lateral (
      select max(visited_on) as last from home_teaching_visit visit where visit.student_id in ${memberIds}) visited
    where placed.mode = 'HOME_TEACHING'`);
  const day = parseIsoDate(today);
  const found = rows.flatMap(({ studentId, divisionCode, decidedOn, lastVisitedOn }) => {
    const plan = planHomeTeaching(policyAt(context, divisionCode), { decidedOn }, lastVisitedOn, today);
    return isVisitToBeMade(plan, day) ? [{ studentId, subject: studentId, dueOn: plan.dueOn }] : [];
  });
  return workOfFound(found, { today, limit });
}
