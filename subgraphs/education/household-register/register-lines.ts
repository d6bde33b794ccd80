import { sql, type Kysely } from 'kysely';
import type { RegisterArea } from './register-area.js';
import { visitsThatCount } from './visits-that-count.js';

/** One household of a register. Of who lives behind a door at which nobody was met, nothing is known. */
export interface RegisterLine {
  /** Place in the list, from 1. */
  readonly number: number;
  /** Of the visit that counts. */
  readonly visitId: string;
  /** Village, 12 digits. */
  readonly divisionCode: string;
  readonly householdId: string;
  readonly memberCount: number | null;
  /** Members whose level of education somebody has checked. */
  readonly checked: number | null;
  /** Children of whom nobody has checked where they study. */
  readonly schoolingUnknown: number | null;
}

/** The line before a page. */
export type LinePosition = Pick<RegisterLine, 'number' | 'divisionCode' | 'householdId'>;

/** Lines in order of village, then of household. */
export async function readRegisterLines(
  db: Kysely<unknown>,
  area: RegisterArea,
  { after, limit }: { readonly after: LinePosition | undefined; readonly limit: number },
): Promise<RegisterLine[]> {
  const behind = after
    ? sql`where (visit.division_code collate "C", visit.household_id collate "C")
        > (${after.divisionCode}, ${after.householdId})`
    : sql``;
  const { rows } = await sql<Omit<RegisterLine, 'number'>>`
    select page.id::text as "visitId", page.division_code as "divisionCode", page.household_id as "householdId",
      ${ifMet('members')} as "memberCount", ${ifMet('checked')} as checked,
      ${ifMet('schooling_unknown')} as "schoolingUnknown"
    from (select visit.* from ${visitsThatCount(area)} visit ${behind}
      order by visit.division_code collate "C", visit.household_id collate "C" limit ${limit}) page
    cross join lateral (
      select count(*)::int as members, count(education_level)::int as checked,
        count(*) filter (where student_id is not null and schooling is null)::int as schooling_unknown
      from household_member_screening
      where assignment_code = page.assignment_code and household_id = page.household_id) member
    order by page.division_code collate "C", page.household_id collate "C"`.execute(db);
  const before = after?.number ?? 0;
  return rows.map((row, index) => ({ number: before + index + 1, ...row }));
}

function ifMet(column: string) {
  return sql<number | null>`case when page.result = 'VISITED' then ${sql.ref(`member.${column}`)} end`;
}

export async function countRegisterLines(db: Kysely<unknown>, area: RegisterArea): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${visitsThatCount(area)} visit`.execute(db);
  return rows[0]?.count ?? 0;
}
