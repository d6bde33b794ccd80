import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../../_kit/schema/connection.js';
import { divisionPrefix } from '../../_kit/schema/division-prefix.js';
import { schoolWithinReach } from '../school/school-reach.js';
import { listSchoolPolicies } from '../school/school-policy.js';
import {
  campaignIn,
  latestCampaign,
  rollCallMonths,
  rollCallTaskState,
  type RollCallCampaign,
  type RollCallTaskState,
} from './roll-call-campaign.js';
import { idsOfChild } from '../status/ids-of-child.js';
import { CALLED } from './roll-call-roster.js';
import type { RollCallTaskFilter } from './roll-call-task.input.js';

/** The roll-call that one class owes in one campaign. */
export interface RollCallTask {
  readonly campaign: RollCallCampaign;
  readonly schoolCode: string;
  readonly classCode: string;
  readonly state: RollCallTaskState;
  readonly calledOn: string | null;
  /** Of the call, present and absent; before it, of the roll as it stands, which is null while no status is loaded. */
  readonly rosterCount: number | null;
  readonly presentCount: number | null;
  readonly absentCount: number | null;
  readonly extraCount: number | null;
  /** On the roll that day, and named by no call of the campaign; null before the call, and without the status. */
  readonly uncalledCount: number | null;
}

type TaskRow = Omit<RollCallTask, 'campaign' | 'state'>;

const CLASS_OF_TEACHER = (codes: readonly string[]) => sql<boolean>`own.code = any(${[...codes]}::text[])`;

/**
 * Every class within reach and how its roll-call of a campaign stands, in order of class code. Without a month, of the
 * campaign that began last.
 *
 * Counts are of the whole class, whoever asks, as on the roster that hangs in it.
 * @throws {HubError} BAD_USER_INPUT for a month in which no policy asks for roll-calls
 */
export async function listRollCallTasks(
  context: LoaderContext,
  { month, school, division, uncalledOnly }: RollCallTaskFilter,
  page: PageArgs,
): Promise<Connection<RollCallTask>> {
  const { caller, today, overAllRows } = context;
  const campaign = await campaignFor(context, month ?? null);
  const { limit, after } = pageRequest(page, ['text']);
  if (!campaign) return connectionOf([], limit, () => [''], 0);
  const classes = caller.jurisdiction.filter(({ kind }) => kind === 'CLASS').map(({ code }) => code);
  const isOnlyOfClasses = classes.length > 0 && classes.length === caller.jurisdiction.length;
  const { rows } = await overAllRows((db) =>
    sql<TaskRow>`
      select own.code as "classCode", own.school_code as "schoolCode", call.called_on::text as "calledOn",
        case when call.called_on is null then roll.pupils else call.present + call.absent end as "rosterCount",
        call.present as "presentCount", call.absent as "absentCount", call.extra as "extraCount",
        case when call.called_on is not null then roll.uncalled end as "uncalledCount"
      from school_class own join school on school.code = own.school_code
      left join lateral (
        select called_on, count(*) filter (where finding = 'PRESENT')::int as present,
          count(*) filter (where finding = 'ABSENT')::int as absent, count(*) filter (where finding = 'EXTRA')::int as extra
        from roll_call_finding
        where class_code = own.code and called_on >= ${campaign.opensOn}::date and called_on < ${campaign.endsBefore}::date
        group by called_on order by called_on limit 1) call on true
      cross join lateral (
        select count(distinct pupil.student_id)::int as pupils,
          (count(distinct pupil.student_id) filter (where pupil.enrolled_on <= call.called_on and not exists (
            select from roll_call_finding named
            where named.student_id = any(${idsOfChild(sql.ref('pupil.student_id'))}) and named.finding <> 'EXTRA'
              and named.called_on >= ${campaign.opensOn}::date and named.called_on < ${campaign.endsBefore}::date)))::int
            as uncalled
        from student_status pupil
        where pupil.class_code = own.code and pupil.status = any(${CALLED}::text[])) roll
      where ${isOnlyOfClasses ? CLASS_OF_TEACHER(classes) : schoolWithinReach(caller)}
        and own.code > ${String(after?.[0] ?? '')}
        and (${school ?? null}::text is null or own.school_code = ${school ?? null})
        and starts_with(school.division_code, ${divisionPrefix(division ?? '')})
        and (not ${uncalledOnly ?? false}::boolean or call.called_on is null)
      order by own.code limit ${limit + 1}`.execute(db),
  );
  const registers = await context.registers();
  const tasks = rows.map((row) => ({
    ...row,
    // What a call itself says of its roster is known without the status.
    rosterCount: registers.has('STUDENT_STATUS') || row.calledOn !== null ? row.rosterCount : null,
    uncalledCount: registers.has('STUDENT_STATUS') ? row.uncalledCount : null,
    campaign,
    state: rollCallTaskState(campaign, row.calledOn, today, registers.has('ROLL_CALL')),
  }));
  return connectionOf(tasks, limit, ({ classCode }) => [classCode], null);
}

/** Months of the policies at the county's schools: one county's are the same, so that a campaign is one. */
export async function campaignFor(
  context: LoaderContext,
  month: string | null,
): Promise<RollCallCampaign | null> {
  const months = [...new Set((await listSchoolPolicies(context)).flatMap(rollCallMonths))];
  if (month === null) return latestCampaign(parseIsoDate(context.today), months);
  const campaign = /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? campaignIn(month, months) : null;
  if (!campaign)
    throw new HubError('BAD_USER_INPUT', 'No policy asks for roll-calls in that month (YYYY-MM).');
  return campaign;
}
