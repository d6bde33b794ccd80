import { sql } from 'kysely';
import type { PageOf } from '../../_kit/page-loader.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { selectColumns } from '../../_kit/select-columns.js';
import { SchoolClassEntity, type SchoolClass } from './school-class.entity.js';

/** Classes of each school, in order of code. */
export async function listClasses(
  { db, em }: Pick<LoaderContext, 'db' | 'em'>,
  schoolCodes: readonly string[],
  { limit, after }: PageOf<string>,
): Promise<readonly SchoolClass[]> {
  const columns = sql.raw(selectColumns(em.getMetadata().get<SchoolClass>(SchoolClassEntity)));
  const { rows } = await sql<SchoolClass>`
    select page.* from unnest(${schoolCodes}::text[]) as asked(school)
    cross join lateral (
      select ${columns} from school_class
      where school_code = asked.school and code > ${after?.[0] ?? ''}
      order by code
      limit ${limit + 1}
    ) as page
    order by page.code`.execute(db);
  return rows;
}
