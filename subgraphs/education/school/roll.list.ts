import { sql } from 'kysely';
import type { PageOf } from '../../_kit/page-loader.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { selectColumns } from '../../_kit/select-columns.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { ON_THE_ROLL } from '../../../policies/current-status.js';
import { StudentStatusEntity, type StudentStatus } from '../status/student-status.entity.js';

export interface RollFilter {
  readonly grade: number | null;
}

/** Pupils on the roll of each school, by grade; those alone whom the caller reaches (a teacher: the own class). */
export async function listRolls(
  { db, em, caller, today }: LoaderContext,
  schoolCodes: readonly string[],
  { limit, after, filter: { grade } }: PageOf<string, RollFilter>,
): Promise<readonly StudentStatus[]> {
  const columns = sql.raw(selectColumns(em.getMetadata().get<StudentStatus>(StudentStatusEntity)));
  const isAfter = after ? sql`(grade, id) > (${after[0]}::int, ${after[1]}::bigint)` : sql`true`;
  const { rows } = await sql<StudentStatus>`
    select page.* from unnest(${schoolCodes}::text[]) as asked(code)
    cross join lateral (
      select ${columns} from student_status
      where school_code = asked.code and status = any(${ON_THE_ROLL}::text[]) and ${isAfter}
        and (${grade}::int is null or grade = ${grade}::int)
        and ${studentWithinReach(caller, sql.ref('student_status.student_id'), today)}
      order by grade, id
      limit ${limit + 1}
    ) as page
    order by page."schoolCode", page.grade, page.id`.execute(db);
  return rows;
}
