import { sql, type RawBuilder } from 'kysely';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import {
  connectionOf,
  pageRequest,
  type Connection,
  type CursorKey,
  type CursorPart,
  type PageArgs,
} from '../../_kit/schema/connection.js';
import { divisionPrefix } from '../../_kit/schema/division-prefix.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { nameKeyOf } from '../../_kit/identity/name-key.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { caseCutOff, hasCaseOutcome } from '../indicators/case-outcome.js';
import type { StudentFilter, StudentOrder } from './student-list.type.js';

interface ListedStudent {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
}

export interface StudentListRequest {
  readonly filter: StudentFilter;
  readonly orderBy: StudentOrder;
  readonly page: PageArgs;
}

/** Columns of each order, the cursor's shape, and how the next page continues. */
const ORDERS: Readonly<
  Record<
    StudentOrder,
    {
      readonly shape: readonly CursorPart[];
      readonly by: RawBuilder<unknown>;
      readonly after: (key: CursorKey) => RawBuilder<boolean>;
      readonly keyOf: (row: ListedStudent) => CursorKey;
    }
  >
> = {
  NAME: {
    shape: ['text', 'text'],
    by: sql`entry.name, entry.student_id`,
    after: ([name, id]) => sql<boolean>`(entry.name, entry.student_id) > (${name}, ${id})`,
    keyOf: ({ name, id }) => [name, id],
  },
  YOUNGEST_FIRST: {
    shape: ['date', 'text'],
    by: sql`entry.birth_date desc, entry.student_id desc`,
    after: ([day, id]) => sql<boolean>`(entry.birth_date, entry.student_id) < (${day}::date, ${id})`,
    keyOf: ({ birthDate, id }) => [birthDate, id],
  },
  OLDEST_FIRST: {
    shape: ['date', 'text'],
    by: sql`entry.birth_date, entry.student_id`,
    after: ([day, id]) => sql<boolean>`(entry.birth_date, entry.student_id) > (${day}::date, ${id})`,
    keyOf: ({ birthDate, id }) => [birthDate, id],
  },
  ID: {
    shape: ['text'],
    by: sql`entry.student_id`,
    after: ([id]) => sql<boolean>`entry.student_id > ${id}`,
    keyOf: ({ id }) => [id],
  },
};

/** Children within the caller's reach, from the school-age register alone: one statement, and one more to count. */
export async function listStudents(
  { db, caller, today, policies, registers }: LoaderContext,
  { filter, orderBy, page }: StudentListRequest,
): Promise<Connection<ListedStudent>> {
  if (filter.caseOutcome && !caller.scopes.has(COORDINATION_SCOPES.readCasework))
    throw new HubError('FORBIDDEN', '"caseOutcome" tells of casework.');
  const register = (await registers()).get('SCHOOL_AGE_REGISTER');
  const order = ORDERS[orderBy];
  const { limit, after } = pageRequest(page, order.shape);
  const conditions = [
    studentWithinReach(caller, sql.ref('entry.student_id'), today),
    ...conditionsOf(filter),
    ...(filter.caseOutcome && register
      ? [hasCaseOutcome(sql.ref('entry.student_id'), filter.caseOutcome, caseCutOff(policies, register))]
      : []),
  ];
  const where = sql.join(conditions, sql` and `);
  const onPage = after ? sql`${where} and ${order.after(after)}` : where;
  const { rows } = await sql<ListedStudent>`
    select entry.student_id as id, entry.name, entry.birth_date as "birthDate"
    from school_age_entry entry where ${onPage} order by ${order.by} limit ${limit + 1}`.execute(db);
  return connectionOf(rows, limit, order.keyOf, count);

  async function count(): Promise<number> {
    const counted = await sql<{ count: number }>`
      select count(*)::int as count from school_age_entry entry where ${where}`.execute(db);
    return counted.rows[0]?.count ?? 0;
  }
}

function conditionsOf(filter: StudentFilter): RawBuilder<unknown>[] {
  const within = (column: string, code: string) =>
    sql`starts_with(${sql.ref(`entry.${column}`)}, ${divisionPrefix(code)})`;
  const { division, registeredDivision, residenceDivision, standing, focusGroups, name } = filter;
  const conditions: (RawBuilder<unknown> | null | undefined | false)[] = [
    division != null &&
      sql`(${within('registered_division_code', division)} or ${within('residence_division_code', division)})`,
    registeredDivision != null && within('registered_division_code', registeredDivision),
    residenceDivision != null && within('residence_division_code', residenceDivision),
    standing && sql`entry.standing = any(${standing}::text[])`,
    focusGroups &&
      (filter.focusGroupsMatch === 'ALL'
        ? sql`entry.focus_groups @> ${focusGroups}::text[]`
        : sql`entry.focus_groups && ${focusGroups}::text[]`),
    filter.stage != null && sql`entry.stage = ${filter.stage}`,
    filter.school != null && sql`entry.school_code = ${filter.school}`,
    filter.schoolClass != null && sql`entry.class_code = ${filter.schoolClass}`,
    filter.grade != null && sql`entry.grade = ${filter.grade}`,
    filter.sex != null && sql`entry.sex = ${filter.sex}`,
    filter.ageFrom != null && sql`entry.age >= ${filter.ageFrom}`,
    filter.ageTo != null && sql`entry.age <= ${filter.ageTo}`,
    name != null && sql`starts_with(entry.name_key, ${nameStart(name)})`,
  ];
  return conditions.filter((condition): condition is RawBuilder<unknown> => Boolean(condition));
}

function nameStart(name: string): string {
  const key = nameKeyOf(name);
  if (key === '') throw new HubError('BAD_USER_INPUT', 'The beginning of a name has at least one character.');
  return key;
}
