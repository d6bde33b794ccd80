import { sql, type RawBuilder } from 'kysely';

/**
 * SQL array of the ids under which rows about one child may stand: each row keeps the id that it came with.
 * @param studentId column that holds one of them
 */
export function idsOfChild(studentId: RawBuilder<unknown>): RawBuilder<readonly string[]> {
  return sql`array(
    select member.student_id from student_scope named_id join student_scope member on member.canonical_id = named_id.canonical_id
    where named_id.student_id = ${studentId} collate "default"
    union all select ${studentId})`;
}
