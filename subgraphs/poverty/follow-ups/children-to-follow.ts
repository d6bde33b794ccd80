import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { isVisitToBeMade } from '../../../policies/visit-plan.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { workOfFound } from '../../_kit/work/work-of-found.js';
import type { WorkRead } from '../../_kit/work/work-source.js';
import { followUpPlan } from './follow-up-plan.js';

interface RelocatedRow {
  readonly studentId: string;
  readonly movedOn: string;
  readonly divisionCode: string;
  readonly birthDate: string | null;
  readonly followedOn: string | null;
  readonly schoolPlace: string | null;
}

/** Relocated children within reach at whose schooling the office has to look by a day, as `followUpPlan` tells of one. */
export async function readChildrenToFollow(
  { readRows, caller, policies, today }: LoaderContext,
  limit: number,
): Promise<WorkRead> {
  const rows = await readRows<RelocatedRow>(sql`
    select moved.canonical_id as "studentId", moved.moved_on::text as "movedOn",
      coalesce(site.division_code, left(moved.from_division_code, 6)) as "divisionCode",
      born.birth_date::text as "birthDate", seen.followed_on::text as "followedOn", seen.school_place as "schoolPlace"
    from (
      select distinct on (child.canonical_id) child.canonical_id, member_of.ids, relocation.*
      from relocation_household relocation
      cross join lateral (
        select scope.canonical_id from student_scope scope where scope.student_id = relocation.student_id limit 1) child
      cross join lateral (
        select array_agg(distinct member.student_id) as ids from student_scope member
        where member.canonical_id = child.canonical_id) member_of
      where ${studentWithinReach(caller, sql.ref('relocation.student_id'), today)}
      order by child.canonical_id, relocation.moved_on desc, relocation.id desc) moved
    left join resettlement_site site on site.code = moved.site_code
    left join lateral (
      select birth_date from poverty_household_member known where known.student_id = any (moved.ids)
      order by known.id limit 1) born on true
    left join lateral (
      select followed_on, school_place from relocation_follow_up seen
      where seen.student_id = any (moved.ids) and followed_on >= moved.moved_on
      order by followed_on desc, seen.id desc limit 1) seen on true`);
  const day = parseIsoDate(today);
  const found = rows.flatMap(({ studentId, divisionCode, movedOn, birthDate, followedOn, schoolPlace }) => {
    const last = followedOn !== null && schoolPlace !== null ? { followedOn, schoolPlace } : null;
    const plan = followUpPlan({ movedOn, birthDate, last }, policies.policyFor(divisionCode, day), today);
    return plan && isVisitToBeMade(plan, day) ? [{ studentId, subject: studentId, dueOn: plan.dueOn }] : [];
  });
  return workOfFound(found, { today, limit });
}
