import type pg from 'pg';

/**
 * LOCAL scopes of every child that the import touched, from all lists of the agency.
 *
 * Ids that scopes of another origin group with others are looked up for all children at once: one by one, each lookup
 * would be judged row by row under row-level security. In the order of the keys the indexes grow at their end.
 */
export async function placeChildren(client: pg.Client): Promise<void> {
  await client.query('analyze affected');
  await client.query(`
    delete from student_scope scope using affected
    where scope.student_id = affected.student_id and scope.origin = 'LOCAL'`);
  await client.query(`
    insert into student_scope (student_id, kind, code, origin, canonical_id)
    select placed.student_id, placed.kind, placed.code, 'LOCAL', coalesce(known.canonical_id, placed.student_id)
    from (
      select distinct own.student_id, place.kind, place.code
      from imported_row own, jsonb_to_recordset(own.scopes) place (kind text, code text)
      where own.student_id in (select student_id from affected)) placed
    left join (
      select student_id, min(canonical_id) as canonical_id from student_scope
      where student_id in (select student_id from affected) group by student_id) known using (student_id)
    order by placed.student_id`);
}
