import { sql } from 'kysely';
import { ON_THE_ROLL } from '../../../policies/current-status.js';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { academicYearOf } from '../../../policies/school-calendar.js';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { divisionPrefix, isDivisionCode } from '../../_kit/schema/division-prefix.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { policyAt } from '../school/school-policy.js';
import { campaignClause, visitCoverage, type CampaignPupil } from './visit-coverage.js';
import type { HomeVisitCoverageFilter, HomeVisitCoverageType } from './visit-coverage.type.js';

/** Coverage of the pupils on the roll within reach; each child once, by its latest status. */
export async function readVisitCoverage(
  context: LoaderContext,
  { division, school, since: asked }: HomeVisitCoverageFilter,
): Promise<HomeVisitCoverageType> {
  const { db, caller, today } = context;
  if (division != null && !isDivisionCode(division))
    throw new HubError('BAD_USER_INPUT', '"division" is a code of 2, 4, 6, 9 or 12 digits.');
  const since = asked ?? `${academicYearOf(parseIsoDate(today))}-09-01`;
  const registers = await context.registers();
  const policyClause = campaignClause(policyAt(context, await placeOf(context, { division, school })));
  if (!registers.has('STUDENT_STATUS')) return { since, pupils: null, groups: null, policyClause };
  const { rows } = await sql<CampaignPupil>`
    select pupil.is_orphan as "isOrphan", pupil.needs_aid as "needsAid", pupil.recorded_disability as "recordedDisability",
      pupil.is_accompanying_migrant_child as "isAccompanyingMigrantChild",
      pupil.school_left_behind_type as "schoolLeftBehindType", exists (
        select from home_visit visit where visit.visited_on between ${since}::date and ${today}::date
          and visit.student_id in (
            select member.student_id from student_scope member where member.canonical_id = pupil.canonical_id)
      ) as "isVisited"
    from (
      select distinct on (child.canonical_id) child.canonical_id, status.* from student_status status
      join school on school.code = status.school_code
      cross join lateral (
        select scope.canonical_id from student_scope scope where scope.student_id = status.student_id limit 1) child
      where status.status = any (${ON_THE_ROLL}::text[])
        and ${studentWithinReach(caller, sql.ref('status.student_id'), today)}
        and (${school ?? null}::text is null or status.school_code = ${school ?? null})
        and starts_with(school.division_code, ${divisionPrefix(division ?? '')})
      order by child.canonical_id, status.enrolled_on desc, status.id desc) pupil`.execute(db);
  return {
    since,
    pupils: rows.length,
    groups: visitCoverage(rows, registers.has('HOME_VISITS')),
    policyClause,
  };
}

/** Division by whose policy the campaign is asked for: of what is filtered by, else the caller's own. */
async function placeOf(
  { db, caller }: LoaderContext,
  { division, school }: HomeVisitCoverageFilter,
): Promise<string | null> {
  if (division != null) return division;
  const own = caller.jurisdiction.find(({ kind }) => kind === 'DIVISION')?.code;
  const code = school ?? caller.jurisdiction.find(({ kind }) => kind === 'SCHOOL')?.code;
  if (code === undefined) return own ?? null;
  const { rows } = await sql<{ division: string }>`
    select division_code as division from school where code = ${code}`.execute(db);
  return rows[0]?.division ?? own ?? null;
}
