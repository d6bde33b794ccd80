import { sql, type RawBuilder } from 'kysely';

/**
 * SQL array of the ids under which rows about one child may stand: each row keeps the id that it came with.
 * @param studentId column that holds one of them
 */
export function idsOfChild(studentId: RawBuilder<unknown>): RawBuilder<readonly string[]> {
  return sql`array(
    select member.student_id from (
      select canonical_id from student_scope where student_id = ${studentId} collate "default" limit 1) child
    join student_scope member on member.canonical_id = child.canonical_id
    union all select ${studentId})`;
}
