import { sql, type RawBuilder } from 'kysely';
import { parseIsoDate } from '../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../policies/resolve-policy.js';
import { compulsoryBirthDates } from '../../policies/school-age.js';
import { academicYearOf } from '../../policies/school-calendar.js';
import type { LoaderContext } from '../_kit/request-context.js';
import { byPolicyArea } from '../_kit/schema/by-policy-area.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import type { WorkRows } from '../_kit/work/work-of-rows.js';

/**
 * Children within reach whose latest certificate is valid, who are of compulsory school age and for whom nobody has
 * recommended a placement: no rule says that a recommendation lapses, or by when it is made. The three categories are
 * first, since each of their children has a plan (一人一案; 青政办发〔2018〕49号), then the severest grade.
 */
export function withoutRecommendation(
  context: Pick<LoaderContext, 'caller' | 'policies' | 'today'>,
): WorkRows {
  const { caller, today } = context;
  const academicYear = academicYearOf(parseIsoDate(today));
  const inForce = <T>(valueOf: (policy: ResolvedPolicy) => RawBuilder<T>) =>
    byPolicyArea(context, sql.ref('holder.residence_division_code'), valueOf);
  const bornFrom = inForce((policy) => sql`${compulsoryBirthDates(academicYear, policy).from}::date`);
  const bornTo = inForce((policy) => sql`${compulsoryBirthDates(academicYear, policy).to}::date`);
  const threeCategories = inForce(({ disability }) => sql`${disability.threeCategories.value}::text[]`);
  return {
    from: sql`(
        select distinct on (child.canonical_id) child.canonical_id, certificate.*
        from disability_certificate certificate
        cross join lateral (
          select scope.canonical_id from student_scope scope
          where scope.student_id = certificate.student_id limit 1) child
        where ${studentWithinReach(caller, sql.ref('certificate.student_id'), today)}
        order by child.canonical_id, certificate.issued_on desc, certificate.id desc) holder
      left join registered_child registered on registered.source_key = holder.source_key`,
    // A child of whom the register does not say when it was born is among them: somebody has to look.
    where: sql`coalesce(holder.state, 'VALID') not in ('EXPIRED', 'CANCELLED') and holder.expires_on >= ${today}::date
      and coalesce(registered.birth_date between ${bornFrom} and ${bornTo}, true)
      and not exists (
        select from student_scope member
        join placement_recommendation placed on placed.student_id = member.student_id
        where member.canonical_id = holder.canonical_id)`,
    subject: sql`holder.student_id`,
    studentId: sql`holder.student_id`,
    within: sql`(array[holder.category] || holder.components) && ${threeCategories} desc, holder.grade,
      holder.issued_on, holder.id`,
  };
}
