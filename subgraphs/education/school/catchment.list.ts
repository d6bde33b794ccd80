import { sql } from 'kysely';
import type { PageOf } from '../../_kit/page-loader.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { selectColumns } from '../../_kit/select-columns.js';
import { CatchmentEntity, type Catchment } from './catchment.entity.js';

/** Villages of each school's catchment area, in order of code. */
export async function listCatchments(
  { db, em }: Pick<LoaderContext, 'db' | 'em'>,
  schoolCodes: readonly string[],
  { limit, after }: PageOf<string>,
): Promise<readonly Catchment[]> {
  const columns = sql.raw(selectColumns(em.getMetadata().get<Catchment>(CatchmentEntity)));
  const { rows } = await sql<Catchment>`
    select page.* from unnest(${schoolCodes}::text[]) as asked(school)
    cross join lateral (
      select ${columns} from catchment
      where school_code = asked.school and division_code > ${after?.[0] ?? ''}
      order by division_code
      limit ${limit + 1}
    ) as page
    order by page."divisionCode"`.execute(db);
  return rows;
}
