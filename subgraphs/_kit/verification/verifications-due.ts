import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { ANNOUNCED_DAYS } from '../../../policies/visit-plan.js';
import type { LoaderContext } from '../request-context.js';
import { workOfRows } from '../work/work-of-rows.js';
import type { WorkRead } from '../work/work-source.js';
import { currentRecords, type VerifiedRecords } from './verified-records.js';

/** Records of a group that somebody has to check by a day (逐一核查), as `verificationPlan` tells of one. */
export async function readVerificationsDue(
  context: Pick<LoaderContext, 'caller' | 'policies' | 'readRows' | 'today'>,
  { group, records }: { readonly group: string; readonly records: VerifiedRecords },
  limit: number,
): Promise<WorkRead> {
  const { policies, readRows, today } = context;
  const rows = await readRows<{ division_code: string }>(sql`
    select distinct division_code from ${records} record`);
  const day = parseIsoDate(today);
  const intervals = rows.map(({ division_code }) => ({
    division_code,
    days: policies.policyFor(division_code, day).care.verifyEveryDays.value,
  }));
  const dueOn = sql`(greatest(record.started_on, record.last_visited_on, verified.last) + interval.days)`;
  return workOfRows(
    context,
    {
      from: sql`${currentRecords(context, records)}
        join jsonb_to_recordset(${JSON.stringify(intervals)}::jsonb) as interval (division_code text, days int)
          using (division_code)
        cross join lateral (
          select max(verified_on) as last from record_verification verified
          where verified.student_id = any (record.ids) and verified.special_group = ${group}) verified`,
      // A day that nobody can tell is due to be looked at.
      where: sql`coalesce(${dueOn} <= ${today}::date + ${ANNOUNCED_DAYS}::int, true)`,
      subject: sql`record.canonical_id`,
      studentId: sql`record.canonical_id`,
      dueOn,
    },
    limit,
  );
}
