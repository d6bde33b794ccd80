import { sql, type RawBuilder } from 'kysely';

/** SQL over `school_age_entry entry`: all ids under which its child is known here. */
export const IDS_OF_ENTRY: RawBuilder<readonly string[]> = sql`array(
  select entry.student_id collate "default" union
  select member.student_id from student_scope own join student_scope member on member.canonical_id = own.canonical_id
  where own.student_id = entry.student_id)`;
