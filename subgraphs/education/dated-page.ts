import { sql, type RawBuilder } from 'kysely';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';

/** Where a page of a list in order of date, newest first, begins. */
export interface DatedPage {
  readonly limit: number;
  readonly after: { readonly date: string; readonly id: string } | undefined;
}

interface IdentifiedRow {
  readonly id: string | number | bigint;
}

/** @throws {HubError} BAD_USER_INPUT when `first` or `after` is not acceptable. */
export function datedPage(page: PageArgs): DatedPage {
  const { limit, after } = pageRequest(page, ['date', 'id']);
  return { limit, after: after && { date: String(after[0]), id: String(after[1]) } };
}

/** SQL condition over a table's date column and its id, for rows in order of `date desc, id desc`. */
export function isAfterCursor(dateColumn: string, { after }: DatedPage): RawBuilder<boolean> {
  return after
    ? sql<boolean>`(${sql.ref(dateColumn)}, id) < (${after.date}::date, ${after.id}::bigint)`
    : sql<boolean>`true`;
}

export function datedConnection<Row extends IdentifiedRow>(
  rows: readonly Row[],
  { limit }: DatedPage,
  dateOf: (row: Row) => string,
  totalCount: number | null = null,
): Connection<Row> {
  return connectionOf(rows, limit, (row) => [dateOf(row), String(row.id)], totalCount);
}

/** A page of rows that are in memory already, in order of `date desc, id desc`. */
export function pageOfRows<Row extends IdentifiedRow>(
  rows: readonly Row[],
  page: PageArgs,
  dateOf: (row: Row) => string,
): Connection<Row> {
  const request = datedPage(page);
  const { after } = request;
  const rest = after
    ? rows.filter((row) => {
        const date = dateOf(row);
        return date < after.date || (date === after.date && BigInt(row.id) < BigInt(after.id));
      })
    : rows;
  return datedConnection(rest, request, dateOf, rows.length);
}
