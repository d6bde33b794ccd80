import type { DataClass } from '../../../policies/purposes.js';
import type { WorkKind } from './work.enums.js';

/** One thing that somebody has to do. */
export interface WorkFound {
  /** Null where it is about no single child. */
  readonly studentId: string | null;
  /** Number or code under which the record is found, such as of a case, a task or a class. */
  readonly subject: string;
  /** YYYY-MM-DD; null where no rule sets a day. */
  readonly dueOn: string | null;
}

export interface WorkRead {
  /** Of all, and of those past their day. */
  readonly open: number;
  readonly overdue: number;
  /** Those due first, the latest last; those without a day after them. */
  readonly items: readonly WorkFound[];
}

/** Work that an agency's records give to somebody: one kind of it. */
export interface WorkSource {
  readonly kind: WorkKind;
  /** Right by which it is done: whoever lacks it does not have the work. */
  readonly scope: string;
  /** Class of the records that it follows from. */
  readonly holds: DataClass | 'NONE';
  /** Registers without which it is unknown. */
  readonly registers: readonly string[];
  /** Root field that lists all of it. */
  readonly list: string;
  /**
   * Reads in a fixed number of statements.
   * @param limit most items
   * @returns what is open for the caller's own office, and nobody else's; null where another agency's register that it
   * follows from was not loaded when this agency last read it
   */
  read(limit: number): Promise<WorkRead | null>;
}
