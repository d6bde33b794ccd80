import { sql, type RawBuilder } from 'kysely';
import type { ChildLabourCase } from './child-labour-case.entity.js';

/**
 * A case is open until the child has been returned and its school contacted: both are the bureau's own duties
 * (责令限期将童工送回原居住地; 督促联系学校入学). Whether the child then enrolled is the school's record.
 */
export function isOpenCase({
  returnedOn,
  schoolContactedOn,
}: Pick<ChildLabourCase, 'returnedOn' | 'schoolContactedOn'>): boolean {
  return returnedOn == null || schoolContactedOn == null;
}

/** The same rule as an SQL condition over the table `child_labour_case`. */
export const OPEN_CASE: RawBuilder<boolean> = sql<boolean>`(returned_on is null or school_contacted_on is null)`;
