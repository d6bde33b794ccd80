import { sql, type RawBuilder } from 'kysely';
import { isIsoDate, type IsoDate } from '../../policies/iso-date.js';
import { HubError } from '../_kit/errors.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';

/** Where a page of a list in order of date, newest first, begins. */
export interface DatedPage {
  readonly limit: number;
  readonly after: { readonly date: IsoDate; readonly id: string } | undefined;
}

interface IdentifiedRow {
  readonly id: string | number | bigint;
}

/** @throws {HubError} BAD_USER_INPUT for a cursor that holds no date and row number, before it reaches a statement. */
export function datedPage(page: PageArgs): DatedPage {
  const { limit, after } = pageRequest(page, 2);
  if (!after) return { limit, after: undefined };
  const [date, id] = after;
  if (!isIsoDate(date) || !isRowId(id)) throw new HubError('BAD_USER_INPUT', '"after" is not a cursor of this list.');
  return { limit, after: { date, id } };
}

/** Row numbers of the database: at most 18 digits always fit its 64 bits. */
export function isRowId(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,18}$/.test(value);
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
