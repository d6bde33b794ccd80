import { reachedIdsSql } from '../support/areas.js';
import type { TestCaller } from '../support/callers.js';

/** `StudentFilter` as a test writes it; absent and null mean that it is not asked for. */
export interface Filter {
  readonly division?: string | null;
  readonly registeredDivision?: string | null;
  readonly residenceDivision?: string | null;
  readonly standing?: readonly string[] | null;
  readonly focusGroups?: readonly string[] | null;
  readonly focusGroupsMatch?: 'ANY' | 'ALL';
  readonly stage?: string | null;
  readonly school?: string | null;
  readonly schoolClass?: string | null;
  readonly grade?: number | null;
  readonly sex?: string | null;
  readonly ageFrom?: number | null;
  readonly ageTo?: number | null;
  readonly name?: string | null;
}

export const ORDERS = {
  // The server's own Chinese order, not the collation that the migration makes: CLDR's order for "zh" is pinyin.
  NAME: 'e.name collate "zh-x-icu", e.student_id collate "C"',
  YOUNGEST_FIRST: 'e.birth_date desc, e.student_id collate "C" desc',
  OLDEST_FIRST: 'e.birth_date, e.student_id collate "C"',
  ID: 'convert_to(e.student_id, $$UTF8$$)',
} as const;
export type Order = keyof typeof ORDERS;
export const ORDER_NAMES = Object.keys(ORDERS) as Order[];

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;
const listed = (values: readonly string[]) => `(${['null', ...values.map(quoted)].join()})`;

/** Whether a column lies in a division, whose level the divisions' own table tells. */
const inside = (column: string, code: string) =>
  `exists (select from division d where d.code = ${quoted(code)} and left(e.${column}, case d.level
     when 'PROVINCE' then 2 when 'PREFECTURE' then 4 when 'COUNTY' then 6 when 'TOWNSHIP' then 9 when 'VILLAGE' then 12
     end) = left(d.code, case d.level
     when 'PROVINCE' then 2 when 'PREFECTURE' then 4 when 'COUNTY' then 6 when 'TOWNSHIP' then 9 when 'VILLAGE' then 12
     end))`;

/** Completed years on 31 August before the academic year, from the day of birth alone. */
const AGE = `extract(year from age(make_date(e.academic_year, 8, 31), e.birth_date))`;

function conditions(filter: Filter): string[] {
  const { focusGroups } = filter;
  const held = (group: string) => `${quoted(group)} = any(e.focus_groups)`;
  return [
    filter.division != null &&
      `(${inside('registered_division_code', filter.division)} or ${inside('residence_division_code', filter.division)})`,
    filter.registeredDivision != null && inside('registered_division_code', filter.registeredDivision),
    filter.residenceDivision != null && inside('residence_division_code', filter.residenceDivision),
    filter.standing != null && `e.standing in ${listed(filter.standing)}`,
    focusGroups != null &&
      (filter.focusGroupsMatch === 'ALL'
        ? `(${['true', ...focusGroups.map(held)].join(' and ')})`
        : `(${['false', ...focusGroups.map(held)].join(' or ')})`),
    filter.stage != null && `e.stage = ${quoted(filter.stage)}`,
    filter.school != null && `e.school_code = ${quoted(filter.school)}`,
    filter.schoolClass != null && `e.class_code = ${quoted(filter.schoolClass)}`,
    filter.grade != null && `e.grade = ${filter.grade}`,
    filter.sex != null && `e.sex = ${quoted(filter.sex)}`,
    filter.ageFrom != null && `${AGE} >= ${filter.ageFrom}`,
    filter.ageTo != null && `${AGE} <= ${filter.ageTo}`,
    filter.name != null && `position(${quoted(filter.name)} in e.name) = 1`,
  ].filter((condition) => condition !== false);
}

/** The list in SQL of its own, straight over coordination's tables: ids of all that fit, in order. */
export function studentListSql(caller: TestCaller, filter: Filter, orderBy: Order): string {
  const where = [`e.student_id in (${reachedIdsSql(caller)})`, ...conditions(filter)];
  return `select e.student_id as id from school_age_entry e where ${where.join(' and ')} order by ${ORDERS[orderBy]}`;
}
