import type { EntityMetadata } from '@mikro-orm/postgresql';
import { DIVISION_CODE } from '../schema/division-prefix.js';
import { SESSION, SERVICE } from './session-context.js';

/**
 * Row-level security: what the database itself refuses, whatever the code above it asks.
 *
 * A row about a child is seen by whom one of the child's scopes gives reach; a session without a context reaches
 * nothing. `student_scope` is judged by its own columns, every other table through it, so that there is one rule.
 */

const setting = (name: string) => `current_setting('${name}', true)`;
/** In a subselect, which is read once for a statement and not for every row. */
const listed = (name: string) => `(select array_remove(string_to_array(${setting(name)}, ','), ''))::text[]`;
const isService = `(select ${setting(SESSION.context)}) = '${SERVICE}'`;
/** Null unless a case-level approval opens one child alone. */
const onlyStudent = `(select nullif(${setting(SESSION.onlyStudent)}, ''))`;
const day = `(select nullif(${setting(SESSION.today)}, '')::date)`;

/** A grant for a school must not open the child to the division whose digits the school's code happens to begin with. */
const isOfDivision = (scope: string) => `(${scope}.kind <> 'GRANT' or ${scope}.code ~ '${DIVISION_CODE}')`;

/** `^@` is starts_with, never LIKE: an area of "%" would otherwise open every row. */
function inReach(scope: string): string {
  return `(
    ${scope}.kind in ('REGISTERED', 'RESIDENCE', 'GRANT') and ${scope}.code ^@ any (${listed(SESSION.divisions)})
      and ${isOfDivision(scope)}
    or ${scope}.kind in ('SCHOOL', 'CATCHMENT', 'GRANT') and ${scope}.code = any (${listed(SESSION.schools)})
    or ${scope}.kind in ('CLASS', 'GRANT') and ${scope}.code = any (${listed(SESSION.classes)})
  ) and coalesce(${scope}.valid_from <= ${day}, true) and coalesce(${scope}.valid_to >= ${day}, true)
  and coalesce(${scope}.canonical_id = ${onlyStudent}, true)`;
}

/**
 * Looked up for each row that a statement comes to. Without `offset 0` the planner may read the whole of the other
 * table once instead, which for a single child is the scopes of a county.
 */
export const lookedUp = (from: string, condition: string) =>
  `exists (select from ${from} where ${condition} offset 0)`;

/** For a table whose rows name a child. @param column that holds an id of the child's set. */
export function childInReach(table: string, column = 'student_id'): string {
  // The index of the scopes has the default order of texts and serves only comparisons in it.
  const isTheirs = `scope.student_id = ${table}.${column} collate "default"`;
  return `${isService} or ${lookedUp('student_scope scope', isTheirs)}`;
}

/** For a table whose rows stand in a division, for example households. @param or further ways to a row. */
export function placeInReach(table: string, column: string, or: string): string {
  const inDivision = `${table}.${column} ^@ any (${listed(SESSION.divisions)}) and ${onlyStudent} is null`;
  return `${isService} or ${inDivision} or ${or}`;
}

/** A further way to such a row: it belongs to a school of the caller's. */
export function schoolInReach(table: string, column: string): string {
  return `${table}.${column} = any (${listed(SESSION.schools)}) and ${onlyStudent} is null`;
}

/**
 * For a table whose rows tell what bodies did at a place, and of no child. An approval for one child takes nothing from
 * them: what is hidden would look like something nobody did.
 * @param school column with the code of the place, where that can be a school
 */
export function deedInReach(table: string, division: string, school?: string): string {
  const inDivision = `${table}.${division} ^@ any (${listed(SESSION.divisions)})`;
  const atSchool = school === undefined ? '' : ` or ${table}.${school} = any (${listed(SESSION.schools)})`;
  return `${isService} or ${inDivision}${atSchool}`;
}

/** For a table whose rows belong to a row of another one, which has a policy of its own. */
export function parentInReach(parent: string, condition: string): string {
  return `${isService} or ${lookedUp(parent, condition)}`;
}

/**
 * The policy of one table, forced on its owner too.
 * @param using SQL over the table's own columns
 * @param check what a written row must meet; the same by default
 */
export function reachPolicy(using: string, check = using) {
  return { rowLevelSecurity: 'force' as const, policies: [{ name: 'reach', using, check }] };
}

/** For what an agency's own jobs keep to themselves. */
export const serviceOnly = reachPolicy(isService);

/** The owner reads scopes only inside the functions below, which look no further than the caller may. */
const isOwner = `(select pg_get_userbyid(relowner) from pg_class where oid = 'student_scope'::regclass) = current_user`;

/** Scopes are written by the agency's own jobs alone: a caller that could write one would open a child to itself. */
export const scopePolicy = reachPolicy(
  `${isService} or ${isOwner} or ${inReach('student_scope')}`,
  isService,
);

/** Gives each table with a `studentId` its policy, so that no agency can forget one. */
export function protectStudentTables(metadata: EntityMetadata): void {
  const isAboutChild = Object.hasOwn(metadata.properties, 'studentId');
  if (!isAboutChild || metadata.rowLevelSecurity !== undefined) return;
  Object.assign(metadata, reachPolicy(childInReach(metadata.tableName)));
}

/**
 * All that stands about the sets of some ids, for those children alone that are within reach. A row shows only the
 * scopes by which the caller reaches a child; whether a register covers the child depends on the others too.
 *
 * An id of nobody costs the work of its next child, so that the time says nothing of whether a child out of reach
 * exists; the ids are compared last, which `case` holds the planner to.
 */
export const STUDENT_IDENTITIES = `create or replace function student_identities(ids text[])
  returns table (requested_id text, canonical_id text, student_id text, kind text, code text, is_valid boolean)
  stable language sql security definer set search_path = public, pg_temp as $$
    select asked.id, member.canonical_id, member.student_id, member.kind, member.code,
      coalesce(member.valid_from <= ${day}, true) and coalesce(member.valid_to >= ${day}, true)
    from (select distinct unnest(ids) as id) asked
    cross join lateral (
      select scope.student_id, scope.canonical_id from student_scope scope
      where scope.student_id >= asked.id order by scope.student_id limit 1
    ) next_child
    cross join lateral (
      select exists (
        select from student_scope scope where scope.canonical_id = next_child.canonical_id and ${inReach('scope')}
      ) as is_reached offset 0
    ) reach
    join student_scope member on member.canonical_id = next_child.canonical_id
    where case when reach.is_reached then next_child.student_id = asked.id else false end
  $$`;

/**
 * Every place of some children that are within reach, with the days of which its source says that it holds: for questions
 * about another day than today, which a caller's own reach would leave without the school and without what has ended.
 * @remarks ids are canonical ones of children whom the caller was shown.
 */
export const STUDENT_PLACES = `create or replace function student_places(ids text[])
  returns table (canonical_id text, kind text, code text, valid_from date, valid_to date)
  stable language sql security definer set search_path = public, pg_temp as $$
    select distinct member.canonical_id, member.kind, member.code, member.valid_from, member.valid_to
    from student_scope member
    where member.canonical_id = any (ids)
      and exists (
        select from student_scope scope where scope.canonical_id = member.canonical_id and ${inReach('scope')})
  $$`;
