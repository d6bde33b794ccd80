import { sql } from 'kysely';
import { addDays, parseIsoDate } from '../../../policies/iso-date.js';
import { policyAreas } from '../../../policies/policy-areas.js';
import { ANNOUNCED_DAYS } from '../../../policies/visit-plan.js';
import type { LoaderContext } from '../request-context.js';
import { byPolicyArea } from '../schema/by-policy-area.js';
import { workOfRows } from '../work/work-of-rows.js';
import type { WorkRead } from '../work/work-source.js';
import { currentRecords, type VerifiedRecords } from './verified-records.js';

/** Records of a group that somebody has to check by a day (逐一核查), as `verificationPlan` tells of one. */
export function readVerificationsDue(
  context: Pick<LoaderContext, 'caller' | 'policies' | 'readRows' | 'today'>,
  { group, records }: { readonly group: string; readonly records: VerifiedRecords },
  limit: number,
): Promise<WorkRead> {
  const { policies, today } = context;
  const lastDue = addDays(parseIsoDate(today), ANNOUNCED_DAYS);
  const fewestDays = Math.min(
    ...policyAreas(policies, parseIsoDate(today)).map(({ policy }) => policy.care.verifyEveryDays.value),
  );
  const isLatelyChecked = sql<boolean>`exists (
    select from record_verification lately
    where lately.student_id = record.student_id and lately.special_group = ${group}
      and lately.verified_on > ${addDays(lastDue, -fewestDays)}::date)`;
  const days = byPolicyArea(
    context,
    sql.ref('record.division_code'),
    ({ care }) => sql<number>`${care.verifyEveryDays.value}::int`,
  );
  const dueOn = sql.ref('due.day');
  return workOfRows(
    context,
    {
      from: sql`${currentRecords(context, records, isLatelyChecked)}
        cross join lateral (
          select max(verified_on) as last from record_verification verified
          where verified.student_id = any (record.ids) and verified.special_group = ${group}) verified
        cross join lateral (
          select greatest(record.started_on, record.last_visited_on, verified.last) + ${days} as day) due`,
      // A day that nobody can tell is due to be looked at.
      where: sql`coalesce(${dueOn} <= ${lastDue}::date, true)`,
      subject: sql`record.canonical_id`,
      studentId: sql`record.canonical_id`,
      dueOn,
    },
    limit,
  );
}
