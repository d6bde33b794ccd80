import { p } from '@mikro-orm/postgresql';

/** Columns that every table of records about a child begins with. */
export const studentRecord = {
  id: p.bigint().primary().autoincrement(),
  /** Id under which the row was imported; it may be any member of the child's set. */
  studentId: p.text().index(),
};
