import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { ANNOUNCED_DAYS } from '../../../policies/visit-plan.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { workOfRows } from '../../_kit/work/work-of-rows.js';
import type { WorkRead } from '../../_kit/work/work-source.js';
import { tableOf } from './held-record.js';
import type { SpecialGroup } from './special-group.enums.js';

type Context = Pick<LoaderContext, 'db' | 'caller' | 'policies' | 'readRows' | 'today'>;

/** SQL: each child within reach with the record of a group that holds today, and all ids of the child. */
function currentRecords({ caller, today }: Context, group: SpecialGroup) {
  return sql`(
      select distinct on (child.canonical_id) child.canonical_id, member_of.ids, record.* from ${tableOf(group)} record
      cross join lateral (
        select scope.canonical_id from student_scope scope where scope.student_id = record.student_id limit 1) child
      cross join lateral (
        select array_agg(distinct member.student_id) as ids from student_scope member
        where member.canonical_id = child.canonical_id) member_of
      where coalesce(record.ended_on >= ${today}::date, true)
        and ${studentWithinReach(caller, sql.ref('record.student_id'), today)}
      order by child.canonical_id, record.started_on desc, record.id desc) record`;
}

/** Records of a group that somebody has to check by a day (逐一核查), as `verificationPlan` tells of one. */
export async function readVerificationsDue(
  context: Context,
  group: SpecialGroup,
  limit: number,
): Promise<WorkRead> {
  const { db, policies, today } = context;
  const { rows } = await sql<{ division_code: string }>`
    select distinct division_code from ${tableOf(group)}`.execute(db);
  const day = parseIsoDate(today);
  const intervals = rows.map(({ division_code }) => ({
    division_code,
    days: policies.policyFor(division_code, day).care.verifyEveryDays.value,
  }));
  const visited = group === 'LEFT_BEHIND' ? sql`record.last_visited_on` : sql`record.started_on`;
  const dueOn = sql`(greatest(record.started_on, ${visited}, verified.last) + interval.days)`;
  return workOfRows(
    context,
    {
      from: sql`${currentRecords(context, group)}
        join jsonb_to_recordset(${JSON.stringify(intervals)}::jsonb) as interval (division_code text, days int)
          using (division_code)
        cross join lateral (
          select max(verified_on) as last from record_verification verified
          where verified.student_id = any (record.ids) and verified.special_group = ${group}) verified`,
      where: sql`${dueOn} <= ${today}::date + ${ANNOUNCED_DAYS}::int`,
      subject: sql`record.canonical_id`,
      studentId: sql`record.canonical_id`,
      dueOn,
    },
    limit,
  );
}

/** Left-behind children within reach whose file names nobody who stands in for the parents (代理监护人). */
export function readWithoutSubstitute(context: Context, limit: number): Promise<WorkRead> {
  return workOfRows(
    context,
    {
      from: currentRecords(context, 'LEFT_BEHIND'),
      where: sql`not exists (
        select from child_file file join child_guardian guardian on guardian.file_key = file.source_key
        where file.student_id = any (record.ids) and guardian.is_actual_guardian and not guardian.is_legal_guardian)`,
      subject: sql`record.canonical_id`,
      studentId: sql`record.canonical_id`,
      // Nobody looks after these at all.
      within: sql`record.carer <> 'ALONE', record.started_on, record.id`,
    },
    limit,
  );
}
