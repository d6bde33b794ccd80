import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { AidAwardEntity, type AidAward } from './aid-award.entity.js';
import type { AidAwardFilter } from './aid-award.type.js';
import { datedConnection, datedPage, isAfterCursor } from './dated-page.js';

/** Awards to children within the caller's reach, by the day of decision, newest first. */
export async function listAidAwards(
  { em, caller, today }: LoaderContext,
  { school, academicYear, programme }: AidAwardFilter,
  page: PageArgs,
): Promise<Connection<AidAward>> {
  const request = datedPage(page);
  let query = selectRows(em, AidAwardEntity)
    .where(studentWithinReach(caller, sql.ref('aid_award.student_id'), today))
    .where(isAfterCursor('decided_on', request));
  if (school != null) query = query.where(sql<boolean>`school_code = ${school}`);
  if (academicYear != null) query = query.where(sql<boolean>`academic_year = ${academicYear}`);
  if (programme != null) query = query.where(sql<boolean>`programme = ${programme}`);
  const rows = await query
    .orderBy('decided_on', 'desc')
    .orderBy('id', 'desc')
    .limit(request.limit + 1)
    .execute();
  return datedConnection(rows, request, ({ decidedOn }) => decidedOn);
}
