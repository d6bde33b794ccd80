import { sql, type RawBuilder } from 'kysely';
import type { LoaderContext } from '../request-context.js';
import { studentWithinReach } from '../student/jurisdiction.js';

/**
 * SQL: table or query of a special group's records, with `id`, `student_id`, `started_on`, `ended_on`, `division_code`
 * and `last_visited_on` (null where a visit is no check).
 */
export type VerifiedRecords = RawBuilder<unknown>;

export interface HeldRecord {
  readonly studentId: string;
  readonly memberIds: readonly string[];
  /** YYYY-MM-DD; null where the register does not say. */
  readonly startedOn: string | null;
}

/**
 * The record of a group that holds today for a child within reach. Until the end of the transaction nobody else records
 * anything about such records of the child: two officers at once would both find nothing.
 */
export async function holdRecord(
  { db, students, today }: Pick<LoaderContext, 'db' | 'students' | 'today'>,
  records: VerifiedRecords,
  id: string,
): Promise<HeldRecord | undefined> {
  const child = await students.load(id);
  if (!child) return undefined;
  const { memberIds } = child;
  await sql`select pg_advisory_xact_lock(hashtext('record_verification'), hashtext(${child.id}))`.execute(db);
  const { rows } = await sql<Omit<HeldRecord, 'memberIds'>>`
    select student_id as "studentId", started_on::text as "startedOn" from ${records} record
    where student_id = any (${memberIds}::text[]) and coalesce(ended_on >= ${today}::date, true)
    order by started_on desc nulls last, id desc limit 1`.execute(db);
  return rows[0] && { ...rows[0], memberIds };
}

/**
 * SQL: each child within reach with the record of a group that holds today, and all ids of the child.
 * @param settled what makes a record that asks for nothing known by its own id, over `record`. Most are so, and of them
 * nothing more is looked up; whatever it says has to be true of the child as well.
 */
export function currentRecords(
  { caller, today }: Pick<LoaderContext, 'caller' | 'today'>,
  records: VerifiedRecords,
  settled: RawBuilder<boolean>,
): RawBuilder<unknown> {
  return sql`(
      select distinct on (child.canonical_id) child.canonical_id, member_of.ids, record.*
      from (select * from ${records} record where not ${settled} offset 0) record
      cross join lateral (
        select scope.canonical_id from student_scope scope where scope.student_id = record.student_id limit 1) child
      cross join lateral (
        select array_agg(distinct member.student_id) as ids from student_scope member
        where member.canonical_id = child.canonical_id) member_of
      where coalesce(record.ended_on >= ${today}::date, true)
        and ${studentWithinReach(caller, sql.ref('record.student_id'), today)}
      order by child.canonical_id, record.started_on desc nulls last, record.id desc) record`;
}
