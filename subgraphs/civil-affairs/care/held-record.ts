import { sql, type RawBuilder } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { ChildInDifficultyEntity } from '../child-in-difficulty.entity.js';
import { DeFactoUnattendedChildEntity } from '../de-facto-unattended-child.entity.js';
import { LeftBehindChildEntity } from '../left-behind-child.entity.js';
import { OrphanRecordEntity } from '../orphan-record.entity.js';
import type { SpecialGroup } from './special-group.enums.js';

const TABLES = {
  LEFT_BEHIND: LeftBehindChildEntity,
  ORPHAN: OrphanRecordEntity,
  DE_FACTO_UNATTENDED: DeFactoUnattendedChildEntity,
  CHILD_IN_DIFFICULTY: ChildInDifficultyEntity,
} as const satisfies Record<SpecialGroup, unknown>;

/** SQL: table of the records of a group. */
export function tableOf(group: SpecialGroup): RawBuilder<unknown> {
  return sql.table(TABLES[group].meta.tableName);
}

export interface HeldRecord {
  readonly studentId: string;
  readonly memberIds: readonly string[];
  /** YYYY-MM-DD. */
  readonly startedOn: string;
}

/**
 * The record of a group that holds today for a child within reach. Until the end of the transaction nobody else records
 * anything about it: two officers at once would both find nothing.
 */
export async function holdRecord(
  { db, students, today }: LoaderContext,
  { group, studentId: id }: { readonly group: SpecialGroup; readonly studentId: string },
): Promise<HeldRecord | undefined> {
  const child = await students.load(id);
  if (!child) return undefined;
  const { memberIds } = child;
  const { rows } = await sql<Omit<HeldRecord, 'memberIds'>>`
    select student_id as "studentId", started_on::text as "startedOn" from ${tableOf(group)}
    where student_id = any (${memberIds}::text[]) and coalesce(ended_on >= ${today}::date, true)
    order by started_on desc, id desc limit 1 for update`.execute(db);
  return rows[0] && { ...rows[0], memberIds };
}
