import { sql, type RawBuilder } from 'kysely';

/** The rule `isOpenLabourCase` of the policies as an SQL condition over the table `child_labour_case`. */
export const OPEN_CASE: RawBuilder<boolean> = sql<boolean>`(returned_on is null or school_contacted_on is null)`;

/** A child at work whom nobody has ordered back: what comes next is the order, and the return after it. */
export const UNORDERED_CASE: RawBuilder<boolean> = sql<boolean>`(order_issued_on is null and returned_on is null)`;
