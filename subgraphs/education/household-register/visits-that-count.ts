import { sql, type RawBuilder } from 'kysely';
import { isReturnOf, type RegisterArea } from './register-area.js';

/**
 * The visit that each household of the area stands by, whichever campaign sent it: the latest that settled something, or
 * the latest at all where nobody has ever been met. That nobody was at home a second time takes nothing back.
 *
 * A household is one of its village: who lives in two villages' returns is found by the check of the campaign (不重).
 * @returns a statement with `id`, `assignment_code`, `household_id`, `result` and `division_code`
 */
export function visitsThatCount(area: RegisterArea): RawBuilder<unknown> {
  return sql`(
    select distinct on (place.division_code collate "C", visit.household_id collate "C")
      visit.id, visit.assignment_code, visit.household_id, visit.result, place.division_code
    from screening_assignment place join household_screening visit on visit.assignment_code = place.code
    where ${isReturnOf(area)}
    order by place.division_code collate "C", visit.household_id collate "C",
      visit.result = 'NOBODY_AT_HOME', visit.visited_on desc, visit.id desc)`;
}
