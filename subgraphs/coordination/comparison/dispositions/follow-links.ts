import { sql, type Kysely } from 'kysely';

type Db = Kysely<unknown>;

/**
 * Lets differences, decisions and tasks follow their child to the id under which a run knows it: a child that is found to
 * be one with another is not asked after anew, and gets back what was its own when the link is undone. Of two decisions
 * that meet on one matter the later one holds, and of two tasks that are the same the one that is due first.
 *
 * To be called before the differences of the run are stored.
 */
export async function followLinks(
  db: Db,
  { runId, today }: { readonly runId: string; readonly today: string },
): Promise<void> {
  // One whom the run still found by itself is linked from the next run on.
  const links = sql`select member_id, canonical_id from student_link link where not exists (
    select from comparison_result own where own.run_id = ${runId} and own.canonical_id = link.member_id
    union all select from comparison_confirmed own where own.run_id = ${runId} and own.canonical_id = link.member_id)`;
  // The id stands second in keys and matters alike.
  const renamed = (column: string, id: string) =>
    sql`regexp_replace(${sql.ref(column)}, '^([^:]+):[^:]+', '\\1:' || ${sql.ref(id)})`;
  // Of two that would bear one key the first moves; the other stays, and the run finds it no more.
  await sql`
    with link as materialized (${links}), moving as materialized (
      select moved.key, link.canonical_id, ${renamed('moved.key', 'link.canonical_id')} as new_key
      from discrepancy moved join link on link.member_id = moved.student_id where moved.state <> 'GONE'),
    first as materialized (select distinct on (new_key) * from moving order by new_key, key)
    update discrepancy moved set key = first.new_key, student_id = first.canonical_id, version = version + 1
    from first
    where first.key = moved.key and not exists (
      select from discrepancy known where known.key = first.new_key)`.execute(db);
  for (const table of ['disposition_record', 'discrepancy_task'])
    await sql`
      with link as materialized (${links}), child as (
        select row.id, coalesce(link.canonical_id, row.student_id) as canonical_id
        from ${sql.table(table)} row left join link on link.member_id = row.student_id)
      update ${sql.table(table)} moved set matter = ${renamed('moved.matter', 'child.canonical_id')}
      from child where child.id = moved.id and moved.ended_on is null
        and moved.matter <> ${renamed('moved.matter', 'child.canonical_id')}`.execute(db);
  await sql`
    update disposition_record record set ended_on = ${today}::date, end_reason = 'SUPERSEDED', superseded_by = later.id
    from (select matter, max(id) as id from disposition_record where ended_on is null group by matter having count(*) > 1) later
    where record.matter = later.matter and record.ended_on is null and record.id <> later.id`.execute(db);
  await sql`
    update discrepancy_task task set ended_on = ${today}::date, end_reason = 'MOVED'
    from (
      select id, row_number() over (
        partition by matter, body, step, division_code, school_code order by due_on, id) as place
      from discrepancy_task where ended_on is null) same
    where same.id = task.id and same.place > 1`.execute(db);
}
