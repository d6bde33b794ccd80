import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../_kit/schema/connection.js';
import { byDate, listPage } from '../../_kit/schema/list-page.js';
import { selectRows } from '../../_kit/select-rows.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { AidAwardEntity, type AidAward } from './aid-award.entity.js';
import type { AidAwardFilter } from './aid-award.type.js';

const ORDER = byDate<AidAward>('decided_on', 'desc', ({ decidedOn }) => decidedOn);

/** Awards to children within the caller's reach, by the day of decision, newest first. */
export function listAidAwards(
  { em, caller, today }: LoaderContext,
  { school, academicYear, programme }: AidAwardFilter,
  page: PageArgs,
): Promise<Connection<AidAward>> {
  let query = selectRows(em, AidAwardEntity).where(
    studentWithinReach(caller, sql.ref('aid_award.student_id'), today),
  );
  if (school != null) query = query.where(sql<boolean>`school_code = ${school}`);
  if (academicYear != null) query = query.where(sql<boolean>`academic_year = ${academicYear}`);
  if (programme != null) query = query.where(sql<boolean>`programme = ${programme}`);
  return listPage(query, ORDER, page);
}
