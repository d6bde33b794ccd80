import type pg from 'pg';
import { recordChanges, type RegisterAdvance } from '../changes/record-changes.js';
import type { ImportTables } from './import-tables.js';

/**
 * Tells the change feed whom an applied import concerns: those of whom the list says something for the first time,
 * something else, or nothing any more. `affected` has every id that a row had before or has now.
 */
export async function recordImportChanges(
  client: pg.Client,
  { list }: Pick<ImportTables, 'list'>,
  advance: RegisterAdvance,
): Promise<void> {
  await recordChanges(
    client,
    advance,
    `select student_id, case when not was_listed then 'ADDED' when is_listed then 'CHANGED' else 'REMOVED' end as kind
     from (
       select student_id, bool_or(was_listed) as was_listed,
         exists (select from imported_row own where own.list = '${list}' and own.student_id = affected.student_id) as is_listed
       from affected group by student_id) told
     where was_listed or is_listed`,
  );
}
