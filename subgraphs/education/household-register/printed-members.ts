import { sql, type Kysely } from 'kysely';
import type { HouseholdScreening } from '../screening/household-screening.entity.js';
import type { ScreenedMember } from '../screening/screened-member.entity.js';
import type { RegisterLine } from './register-lines.js';

type PrintedPerson = Pick<
  ScreenedMember,
  | 'studentId'
  | 'relation'
  | 'name'
  | 'sex'
  | 'birthDate'
  | 'educationLevel'
  | 'schooling'
  | 'studyPlace'
  | 'grade'
  | 'checkedBy'
  | 'checkedOn'
> & { readonly schoolName: string | null };

/** A household as it is printed: a row for each member, or one row where nobody was met. */
export interface PrintedHousehold
  extends RegisterLine, Pick<HouseholdScreening, 'householderName' | 'visitedOn' | 'result'> {
  readonly members: readonly PrintedPerson[];
}

/** @param db sees the rows of the lines */
export async function withPrintedMembers(
  db: Kysely<unknown>,
  lines: readonly RegisterLine[],
): Promise<PrintedHousehold[]> {
  const { rows } = await sql<Omit<PrintedHousehold, keyof RegisterLine> & Pick<RegisterLine, 'visitId'>>`
    select visit.id::text as "visitId", visit.householder_name as "householderName",
      visit.visited_on::text as "visitedOn", visit.result,
      coalesce(jsonb_agg(jsonb_build_object('studentId', own.student_id, 'relation', own.relation,
        'name', own.name, 'sex', own.sex, 'birthDate', own.birth_date, 'educationLevel', own.education_level,
        'schooling', own.schooling, 'studyPlace', own.study_place, 'grade', own.grade,
        'checkedBy', own.checked_by, 'checkedOn', own.checked_on, 'schoolName', school.name)
        order by own.position) filter (where own.id is not null), '[]') as members
    from household_screening visit
    left join household_member_screening own on visit.result = 'VISITED'
      and own.assignment_code = visit.assignment_code and own.household_id = visit.household_id
    left join school on school.code = own.school_code
    where visit.id = any(${lines.map(({ visitId }) => visitId)}::bigint[])
    group by visit.id`.execute(db);
  const byVisit = new Map(rows.map((row) => [row.visitId, row]));
  return lines.flatMap((line) => {
    const printed = byVisit.get(line.visitId);
    return printed ? [{ ...line, ...printed }] : [];
  });
}
