import { sql } from 'kysely';
import { parseIsoDate } from '../../policies/iso-date.js';
import { compulsoryBirthDates } from '../../policies/school-age.js';
import { academicYearOf } from '../../policies/school-calendar.js';
import type { LoaderContext } from '../_kit/request-context.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import type { WorkRows } from '../_kit/work/work-of-rows.js';

const COUNTY_DIGITS = 6;

/** What a county's policy says of its certificate holders. */
interface CountyPolicy {
  readonly county: string;
  readonly born_from: string;
  readonly born_to: string;
  readonly three_categories: readonly string[];
}

/** School age and the three categories (三类残疾) of the current academic year, in each county where a holder lives. */
export async function policyOfCounties({
  readRows,
  policies,
  today,
}: Pick<LoaderContext, 'readRows' | 'policies' | 'today'>): Promise<readonly CountyPolicy[]> {
  const rows = await readRows<{ county: string }>(sql`
    select distinct left(residence_division_code, ${COUNTY_DIGITS}) as county
    from disability_certificate`);
  const day = parseIsoDate(today);
  return rows.map(({ county }) => {
    const policy = policies.policyFor(county, day);
    const { from, to } = compulsoryBirthDates(academicYearOf(day), policy);
    const { threeCategories } = policy.disability;
    return { county, born_from: from, born_to: to, three_categories: threeCategories.value };
  });
}

/**
 * Children within reach whose latest certificate is valid, who are of compulsory school age and for whom nobody has
 * recommended a placement: no rule says that a recommendation lapses, or by when it is made. The three categories are
 * first, since each of their children has a plan (一人一案; 青政办发〔2018〕49号), then the severest grade.
 */
export function withoutRecommendation(
  { caller, today }: Pick<LoaderContext, 'caller' | 'today'>,
  counties: readonly CountyPolicy[],
): WorkRows {
  return {
    from: sql`(
        select distinct on (child.canonical_id) child.canonical_id, certificate.*
        from disability_certificate certificate
        cross join lateral (
          select scope.canonical_id from student_scope scope
          where scope.student_id = certificate.student_id limit 1) child
        where ${studentWithinReach(caller, sql.ref('certificate.student_id'), today)}
        order by child.canonical_id, certificate.issued_on desc, certificate.id desc) holder
      join jsonb_to_recordset(${JSON.stringify(counties)}::jsonb)
        as policy (county text, born_from date, born_to date, three_categories text[])
        on policy.county = left(holder.residence_division_code, ${COUNTY_DIGITS})
      left join registered_child registered on registered.source_key = holder.source_key`,
    // A child of whom the register does not say when it was born is among them: somebody has to look.
    where: sql`coalesce(holder.state, 'VALID') not in ('EXPIRED', 'CANCELLED') and holder.expires_on >= ${today}::date
      and coalesce(registered.birth_date between policy.born_from and policy.born_to, true)
      and not exists (
        select from student_scope member
        join placement_recommendation placed on placed.student_id = member.student_id
        where member.canonical_id = holder.canonical_id)`,
    subject: sql`holder.student_id`,
    studentId: sql`holder.student_id`,
    within: sql`(array[holder.category] || holder.components) && policy.three_categories desc, holder.grade,
      holder.issued_on, holder.id`,
  };
}
