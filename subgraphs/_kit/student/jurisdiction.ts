import { sql, type RawBuilder } from 'kysely';
import type { Caller, Jurisdiction } from '../access/caller.js';
import { DIVISION_CODE, divisionPrefix, isDivisionCode } from '../schema/division-prefix.js';

const COUNTY_DIGITS = 6;

/** Whether one of the caller's areas holds one of the child's scopes. */
export function canReach(
  jurisdiction: readonly Jurisdiction[],
  scopes: readonly { readonly kind: string; readonly code: string }[],
): boolean {
  return scopes.some((scope) => jurisdiction.some((area) => holds(area, scope)));
}

function holds(area: Jurisdiction, scope: { readonly kind: string; readonly code: string }): boolean {
  switch (area.kind) {
    case 'DIVISION':
      return isDivisionScope(scope) && scope.code.startsWith(area.code);
    case 'SCHOOL':
      return (
        (scope.kind === 'SCHOOL' || scope.kind === 'CATCHMENT' || scope.kind === 'GRANT') &&
        scope.code === area.code
      );
    case 'CLASS':
      return (scope.kind === 'CLASS' || scope.kind === 'GRANT') && scope.code === area.code;
    case 'AGENCY':
      return false;
  }
}

/** A grant may be for a school or a class, whose codes can begin with the digits of some division. */
function isDivisionScope({ kind, code }: { readonly kind: string; readonly code: string }): boolean {
  return kind === 'REGISTERED' || kind === 'RESIDENCE' || (kind === 'GRANT' && isDivisionCode(code));
}

/** Whether a division lies in one of the caller's areas (for records of places, not of children). */
export function reachesDivision(
  { jurisdiction }: Pick<Caller, 'jurisdiction'>,
  divisionCode: string,
): boolean {
  return jurisdiction.some(({ kind, code }) => kind === 'DIVISION' && divisionCode.startsWith(code));
}

/**
 * SQL condition for lists: the row's child is within the caller's reach today.
 * `starts_with`, never LIKE: a code of "%" would otherwise open every row.
 * @param studentId column that holds the child's id, for example `sql.ref('absence.student_id')`.
 */
export function studentWithinReach(
  caller: Caller,
  studentId: RawBuilder<unknown>,
  today: string,
): RawBuilder<boolean> {
  // The planner takes either reach for a handful of children. Of nearly everybody, a list in its own order is looked
  // through until a page is full; of a few, their rows are fetched by their ids.
  return caller.jurisdiction.some(isWide)
    ? eachWithinReach(caller, studentId, today)
    : sql<boolean>`${studentId} = any (array(
        select reach.student_id from student_scope reach where ${isReached(caller, today)}))`;
}

/** The same, looked up for each row: for rows that are few whoever asks, such as what is open at one office. */
export function eachWithinReach(
  caller: Caller,
  studentId: RawBuilder<unknown>,
  today: string,
): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from student_scope reach
    where reach.student_id = ${studentId} collate "default" and ${isReached(caller, today)} offset 0)`;
}

function isReached({ jurisdiction }: Pick<Caller, 'jurisdiction'>, today: string): RawBuilder<unknown> {
  const areas = jurisdiction.map(({ kind, code }) => areaCondition(kind, code));
  const anyArea = areas.length > 0 ? sql.join(areas, sql` or `) : sql`false`;
  return sql`(${anyArea})
    and coalesce(reach.valid_from <= ${today}::date, true) and coalesce(reach.valid_to >= ${today}::date, true)`;
}

/** A county or more: most children of the agency's registers. */
function isWide({ kind, code }: Jurisdiction): boolean {
  return kind === 'DIVISION' && code.length <= COUNTY_DIGITS;
}

function areaCondition(kind: Jurisdiction['kind'], code: string): RawBuilder<unknown> {
  switch (kind) {
    case 'DIVISION':
      return sql`reach.kind in ('REGISTERED', 'RESIDENCE', 'GRANT') and starts_with(reach.code, ${code})
        and (reach.kind <> 'GRANT' or reach.code ~ ${DIVISION_CODE})`;
    case 'SCHOOL':
      return sql`reach.kind in ('SCHOOL', 'CATCHMENT', 'GRANT') and reach.code = ${code}`;
    case 'CLASS':
      return sql`reach.kind in ('CLASS', 'GRANT') and reach.code = ${code}`;
    case 'AGENCY':
      return sql`false`;
  }
}

/** SQL condition for lists of places: the division code lies in one of the caller's areas. */
export function divisionWithinReach(
  caller: Pick<Caller, 'jurisdiction'>,
  divisionCode: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const areas = caller.jurisdiction
    .filter(({ kind }) => kind === 'DIVISION')
    .map(({ code }) => sql`starts_with(${divisionCode}, ${code})`);
  return areas.length > 0 ? sql<boolean>`(${sql.join(areas, sql` or `)})` : sql<boolean>`false`;
}

/** SQL condition for filters: the row's child lives or is registered in a division of any level. */
export function belongsToDivision(studentId: RawBuilder<unknown>, division: string): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from student_scope place
    where place.student_id = ${studentId} and place.kind in ('REGISTERED', 'RESIDENCE')
      and starts_with(place.code, ${divisionPrefix(division)}))`;
}
