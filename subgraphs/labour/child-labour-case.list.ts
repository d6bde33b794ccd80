import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { ChildLabourCaseEntity, type ChildLabourCase } from './child-labour-case.entity.js';
import type { ChildLabourCaseFilter } from './child-labour-case.type.js';
import { OPEN_CASE } from './open-case.js';

/** Cases of children within reach, by the day on which the child is to be returned. */
export async function listChildLabourCases(
  { em, caller, today }: LoaderContext,
  { division, isOpen, foundFrom, foundTo }: ChildLabourCaseFilter,
  page: PageArgs,
): Promise<Connection<ChildLabourCase>> {
  const { limit, after } = pageRequest(page, ['date', 'id']);
  const rows = await selectRows(em, ChildLabourCaseEntity)
    .where(studentWithinReach(caller, sql.ref('child_labour_case.student_id'), today))
    .$if(Boolean(division), (query) =>
      query.where(
        sql<boolean>`exists (select from employer where employer.code = child_labour_case.employer_code
          and starts_with(employer.division_code, ${divisionPrefix(division ?? '')}))`,
      ),
    )
    .$if(isOpen != null, (query) => query.where(sql<boolean>`${OPEN_CASE} = ${isOpen}::boolean`))
    .$if(foundFrom != null, (query) => query.where(sql<boolean>`found_on >= ${foundFrom}::date`))
    .$if(foundTo != null, (query) => query.where(sql<boolean>`found_on <= ${foundTo}::date`))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(return_due_on, id) > (${after?.[0]}::date, ${after?.[1]}::bigint)`),
    )
    .orderBy('return_due_on')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ returnDueOn, id }) => [returnDueOn, String(id)]);
}
