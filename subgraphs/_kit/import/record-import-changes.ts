import type pg from 'pg';
import { recordChanges, type RegisterAdvance } from '../changes/record-changes.js';
import type { ImportTables } from './import-tables.js';

/**
 * Tells the change feed whom an applied import concerns: those of whom the list says something for the first time,
 * something else, or nothing any more. `affected` has every id that a row had before or has now.
 *
 * The list is read once and joined: of rows that this transaction has stored the planner knows nothing, and looked up
 * one by one it may go through the whole list for each child.
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
       select affected.student_id, bool_or(was_listed) as was_listed, bool_or(own.student_id is not null) as is_listed
       from affected left join (select distinct student_id from imported_row where list = '${list}') own using (student_id)
       group by affected.student_id) told
     where was_listed or is_listed`,
  );
}
