import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../_kit/schema/connection.js';
import { divisionPrefix } from '../../_kit/schema/division-prefix.js';
import { byDate, listPage } from '../../_kit/schema/list-page.js';
import { selectRows } from '../../_kit/select-rows.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { ChildLabourCaseEntity, type ChildLabourCase } from './child-labour-case.entity.js';
import type { ChildLabourCaseFilter } from './child-labour-case.type.js';
import { OPEN_CASE, UNORDERED_CASE } from './open-case.js';

/** A child not yet ordered back should be at once: its case stands under the day on which the child was found. */
const ORDER = byDate<ChildLabourCase>(
  sql`coalesce(return_due_on, found_on)`,
  'asc',
  ({ returnDueOn, foundOn }) => returnDueOn ?? foundOn,
);

/** Cases of children within reach, by the day on which the child is to be returned, else was found. */
export function listChildLabourCases(
  { em, caller, today }: LoaderContext,
  { division, isOpen, isOrdered, foundFrom, foundTo }: ChildLabourCaseFilter,
  page: PageArgs,
): Promise<Connection<ChildLabourCase>> {
  const query = selectRows(em, ChildLabourCaseEntity)
    .where(studentWithinReach(caller, sql.ref('child_labour_case.student_id'), today))
    .$if(Boolean(division), (query) =>
      query.where(
        sql<boolean>`exists (select from employer where employer.code = child_labour_case.employer_code
          and starts_with(employer.division_code, ${divisionPrefix(division ?? '')}))`,
      ),
    )
    .$if(isOpen != null, (query) => query.where(sql<boolean>`${OPEN_CASE} = ${isOpen}::boolean`))
    .$if(isOrdered != null, (query) => query.where(sql<boolean>`${UNORDERED_CASE} <> ${isOrdered}::boolean`))
    .$if(foundFrom != null, (query) => query.where(sql<boolean>`found_on >= ${foundFrom}::date`))
    .$if(foundTo != null, (query) => query.where(sql<boolean>`found_on <= ${foundTo}::date`));
  return listPage(query, ORDER, page);
}
