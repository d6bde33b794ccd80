import { sql } from 'kysely';
import { parseIsoDate } from '../../policies/iso-date.js';
import { isVisitToBeMade } from '../../policies/visit-plan.js';
import type { LoaderContext } from '../_kit/request-context.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { workOfFound } from '../_kit/work/work-of-found.js';
import type { WorkRead } from '../_kit/work/work-source.js';
import { AT_HOME, type HomeBoundChild } from './home-medical-plan.js';
import type { DisabilityLoaders } from './loaders.js';

type HomeBoundRow = HomeBoundChild['certificate'] &
  HomeBoundChild['recommendation'] &
  Pick<HomeBoundChild, 'lastVisitedOn'> & { readonly studentId: string };

/** Severely disabled children within reach who are not to go to a school, and to whom a health worker has to go by a day. */
export async function readVisitsToMake(
  { readRows, caller, today }: LoaderContext,
  { homeMedicalPlanOf }: Pick<DisabilityLoaders, 'homeMedicalPlanOf'>,
  limit: number,
): Promise<WorkRead> {
  // A child may stand under several ids: what is held, advised and done under any of them counts.
  const memberIds = sql`(
    select member.student_id from student_scope member where member.canonical_id = child.canonical_id)`;
  const rows = await readRows<HomeBoundRow>(sql`
    select child.canonical_id as "studentId", held.category, held.components, held.grade, held.state,
      held.expires_on::text as "expiresOn", held.residence_division_code as "residenceDivisionCode",
      advised.mode, advised.recommended_on::text as "recommendedOn", visited.last::text as "lastVisitedOn"
    from (
      select distinct scope.canonical_id from placement_recommendation placed
      join student_scope scope on scope.student_id = placed.student_id
      where placed.mode = any (${AT_HOME}::text[])
        and ${studentWithinReach(caller, sql.ref('placed.student_id'), today)}) child
    cross join lateral (
      select mode, recommended_on from placement_recommendation placed where placed.student_id in ${memberIds}
      order by recommended_on desc, placed.id desc limit 1) advised
    cross join lateral (
      select * from disability_certificate certificate where certificate.student_id in ${memberIds}
      order by issued_on desc, certificate.id desc limit 1) held
    cross join lateral (
      select max(visited_on) as last from home_medical_visit visit where visit.student_id in ${memberIds}) visited
    where advised.mode = any (${AT_HOME}::text[])`);
  const day = parseIsoDate(today);
  const found = rows.flatMap(({ studentId, mode, recommendedOn, lastVisitedOn, ...certificate }) => {
    const plan = homeMedicalPlanOf({ certificate, recommendation: { mode, recommendedOn }, lastVisitedOn });
    return plan && isVisitToBeMade(plan, day) ? [{ studentId, subject: studentId, dueOn: plan.dueOn }] : [];
  });
  return workOfFound(found, { today, limit });
}
