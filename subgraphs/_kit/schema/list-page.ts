import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import {
  connectionOf,
  pageRequest,
  type Connection,
  type CursorKey,
  type CursorPart,
  type PageArgs,
} from './connection.js';

/** A column by its name, or what stands in its place where it may be empty: it must never be null. */
type OrderedColumn = string | RawBuilder<unknown>;

/** Order of a list: columns of its one table, the last of which is unique, all in the same direction. */
export interface ListOrder<Row> {
  readonly columns: readonly (readonly [column: OrderedColumn, part: CursorPart])[];
  readonly direction: 'asc' | 'desc';
  /** Values of the columns of a row. */
  readonly keyOf: (row: Row) => CursorKey;
}

interface IdentifiedRow {
  readonly id: string | number | bigint;
}

export function byDate<Row extends IdentifiedRow>(
  column: OrderedColumn,
  direction: 'asc' | 'desc',
  dateOf: (row: Row) => string,
): ListOrder<Row> {
  return {
    columns: [
      [column, 'date'],
      ['id', 'id'],
    ],
    direction,
    keyOf: (row) => [dateOf(row), String(row.id)],
  };
}

export function byCode<Row extends { readonly code: string }>(): ListOrder<Row> {
  return { columns: [['code', 'text']], direction: 'asc', keyOf: ({ code }) => [code] };
}

const CASTS: Readonly<Record<CursorPart, string>> = {
  text: 'text',
  date: 'date',
  id: 'bigint',
  integer: 'int',
  uuid: 'uuid',
  instant: 'timestamptz',
};

type ListQuery<Row> = SelectQueryBuilder<Record<string, Record<string, unknown>>, string, Row>;

/**
 * One page of a list: one statement, and one more to count where somebody asks for the total.
 *
 * @param query plain rows of one table with every condition of the list, without order and limit.
 * @throws {HubError} BAD_USER_INPUT when `first` or `after` is not acceptable.
 */
export async function listPage<Row extends object>(
  query: ListQuery<Row>,
  { columns, direction, keyOf }: ListOrder<Row>,
  page: PageArgs,
): Promise<Connection<Row>> {
  const { limit, after } = pageRequest(
    page,
    columns.map(([, part]) => part),
  );
  const ordered = columns.map(([column]) => (typeof column === 'string' ? sql.ref(column) : column));
  const names = sql.join(ordered);
  const onPage = after ? query.where(isBehind(names, direction, columns, after)) : query;
  const order = sql.join(ordered.map((column) => sql`${column} ${sql.raw(direction)}`));
  const rows = await onPage
    .orderBy(order)
    .limit(limit + 1)
    .execute();
  return connectionOf(rows as Row[], limit, keyOf, () => countOf(query));
}

function isBehind<Row>(
  names: RawBuilder<unknown>,
  direction: 'asc' | 'desc',
  columns: ListOrder<Row>['columns'],
  after: CursorKey,
): RawBuilder<boolean> {
  const values = sql.join(columns.map(([, part], index) => sql`${after[index]}::${sql.raw(CASTS[part])}`));
  return sql<boolean>`(${names}) ${sql.raw(direction === 'asc' ? '>' : '<')} (${values})`;
}

async function countOf<Row>(query: ListQuery<Row>): Promise<number> {
  const counted = await query
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirst();
  return counted?.count ?? 0;
}

/** A page of rows that are in memory already, in order of `date desc, id desc`. */
export function pageOfRows<Row extends IdentifiedRow>(
  rows: readonly Row[],
  page: PageArgs,
  dateOf: (row: Row) => string,
): Connection<Row> {
  const { limit, after } = pageRequest(page, ['date', 'id']);
  const rest = after
    ? rows.filter((row) => {
        const date = dateOf(row);
        return date < String(after[0]) || (date === after[0] && BigInt(row.id) < BigInt(after[1] ?? 0));
      })
    : rows;
  return connectionOf(rest, limit, (row) => [dateOf(row), String(row.id)], rows.length);
}
