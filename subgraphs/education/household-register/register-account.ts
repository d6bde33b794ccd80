import { sql, type Kysely } from 'kysely';
import type { ScreenedSchooling } from '../screening/screening.enums.js';
import { isReturnOf, villagesOf, type RegisterArea } from './register-area.js';
import { visitsThatCount } from './visits-that-count.js';

export interface SchoolingTotal {
  /** Null: nobody has checked. */
  readonly schooling: ScreenedSchooling | null;
  readonly children: number;
}

/** What the visits have told, as they are counted. */
export interface RegisterCounts {
  readonly villages: number;
  /** Households on the lists of the villages that have said how many they have. */
  readonly householdsListed: number;
  /** Villages that have not said it, or that no campaign has asked. */
  readonly villagesNotCounted: number;
  readonly visited: number;
  readonly notMet: number;
  readonly movedAway: number;
  readonly notFound: number;
  /** Of visited households. */
  readonly members: number;
  readonly checked: number;
  readonly bySchooling: readonly SchoolingTotal[];
}

export interface RegisterAccount extends RegisterCounts {
  /** Null while one village has not said how many it has: then nobody knows. */
  readonly households: number | null;
  /** Listed households where nobody has been met; null where nobody knows how many there are. */
  readonly notVisited: number | null;
  /** Members whose level of education nobody has checked. */
  readonly unchecked: number;
  /** Children of visited households of whom nobody has checked where they study. */
  readonly schoolingUnknown: number;
  /** 文化户口 completeness: checked ÷ all members, 0 to 1; null before the first member. */
  readonly memberShare: number | null;
}

/** What a register adds up to. More households settled than listed means that the village's own list is short. */
export function accountOf(counts: RegisterCounts): RegisterAccount {
  const { villages, villagesNotCounted, householdsListed, visited, movedAway, notFound } = counts;
  const { members, checked, bySchooling } = counts;
  const households = villages > 0 && villagesNotCounted === 0 ? householdsListed : null;
  return {
    ...counts,
    households,
    notVisited: households === null ? null : Math.max(0, households - visited - movedAway - notFound),
    unchecked: members - checked,
    schoolingUnknown: bySchooling.find(({ schooling }) => schooling === null)?.children ?? 0,
    memberShare: members === 0 ? null : checked / members,
  };
}

/**
 * Of each village the number of households that its latest return gives, which a new campaign has not asked yet.
 * @param db sees all rows
 */
export async function readAccount(db: Kysely<unknown>, area: RegisterArea): Promise<RegisterAccount> {
  const { rows } = await sql<RegisterCounts>`
    with visit as materialized ${visitsThatCount(area)},
    member as materialized (select own.student_id, own.education_level, own.schooling
      from visit join household_member_screening own
        on own.assignment_code = visit.assignment_code and own.household_id = visit.household_id
      where visit.result = 'VISITED'),
    village as (select village.division_code, (
        select place.household_count from screening_assignment place
        where place.division_code = village.division_code and ${isReturnOf(area)}
          and place.household_count is not null
        order by place.due_on desc, place.code limit 1) as household_count
      from ${villagesOf(area)} village)
    select (select count(*)::int from village) as villages,
      (select coalesce(sum(household_count), 0)::int from village) as "householdsListed",
      (select count(*)::int from village where household_count is null) as "villagesNotCounted",
      ${countOf('VISITED')} as visited, ${countOf('NOBODY_AT_HOME')} as "notMet",
      ${countOf('MOVED_AWAY')} as "movedAway", ${countOf('NO_SUCH_HOUSEHOLD')} as "notFound",
      (select count(*)::int from member) as members,
      (select count(education_level)::int from member) as checked,
      coalesce((select jsonb_agg(total order by total.schooling nulls last) from (
        select schooling, count(*)::int as children from member where student_id is not null group by 1) total),
        '[]') as "bySchooling"`.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error('A count without a row.');
  return accountOf(counts);
}

function countOf(result: string) {
  return sql<number>`(select count(*)::int from visit where result = ${result})`;
}
