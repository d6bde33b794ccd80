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
  await sql`
    with link as materialized (${links})
    update discrepancy moved set key = ${renamed('moved.key', 'link.canonical_id')}, student_id = link.canonical_id,
      version = version + 1
    from link
    where link.member_id = moved.student_id and moved.state <> 'GONE' and not exists (
      select from discrepancy known where known.key = ${renamed('moved.key', 'link.canonical_id')})
    and not exists (
      select from discrepancy beside join link other on other.member_id = beside.student_id
      where beside.key < moved.key and beside.state <> 'GONE'
        and ${renamed('beside.key', 'other.canonical_id')} = ${renamed('moved.key', 'link.canonical_id')})`.execute(
    db,
  );
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
