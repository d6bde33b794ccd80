import { sql, type Kysely } from 'kysely';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { findLedgerArea, holdsArea, type NamedArea } from '../ledger/ledger-area.js';
import type { LedgerScope } from '../ledger/ledger.enums.js';

/** How well suspicions are verified and children brought back (核查和劝返复学工作成效); counts alone. */
export interface CaseFigures {
  readonly cases: number;
  readonly verified: number;
  readonly confirmed: number;
  /** Of the confirmed, those who are back: in follow-up, or closed by their return. */
  readonly returned: number;
  readonly closed: number;
  /** From opening to closing; null while none is closed. */
  readonly averageDaysToClose: number | null;
}

/** `code` of a township (12 digits) or school; null in a total, and for children who never went to a school. */
export interface PlaceFigures extends CaseFigures {
  readonly code: string | null;
}

export interface FiguresRequest {
  readonly scope: LedgerScope;
  readonly code: string;
  readonly openedFrom: string | null;
  readonly openedTo: string | null;
}

export interface FiguresOfArea {
  readonly total: CaseFigures;
  readonly townships: readonly PlaceFigures[];
  readonly schools: readonly PlaceFigures[];
}

/**
 * Over all cases of the area, which has to be held entirely by one of the caller's: like a ledger's totals they are not
 * suppressed, and so are for nobody who holds less.
 *
 * @throws {HubError} NOT_FOUND alike for an area that is not there and one that the caller's does not hold
 */
export async function caseFigures(
  { caller, overAllRows, registers }: LoaderContext,
  request: FiguresRequest,
): Promise<FiguresOfArea> {
  const register = (await registers()).get('SCHOOL_AGE_REGISTER');
  const { scope, code } = request;
  if (!register || scope === 'CLASS' || scope === 'VILLAGE') throw new HubError('NOT_FOUND');
  const area = await overAllRows((db) => findLedgerArea(db, { scope, code, county: register.division }));
  if (!holdsArea(caller.jurisdiction, area)) throw new HubError('NOT_FOUND');
  return overAllRows(async (db) => {
    const [total] = await figuresBy(db, 'null::text', area, request);
    if (!total) throw new Error('An aggregate has one row.');
    const townships = await figuresBy(db, 'township_code', area, request);
    return { total, townships, schools: await figuresBy(db, 'school_code', area, request) };
  });
}

async function figuresBy(
  db: Kysely<unknown>,
  place: 'null::text' | 'township_code' | 'school_code',
  { scope, code }: NamedArea,
  { openedFrom, openedTo }: FiguresRequest,
): Promise<PlaceFigures[]> {
  const isIn = scope === 'SCHOOL' ? sql`school_code = ${code}` : sql`starts_with(township_code, ${code})`;
  const grouped = place === 'null::text' ? sql`` : sql`group by ${sql.ref(place)} order by ${sql.ref(place)}`;
  const { rows } = await sql<PlaceFigures>`
    select ${sql.raw(place)} as code, count(*)::int as cases, count(verified_on)::int as verified,
      count(confirmed_on)::int as confirmed,
      (count(*) filter (where confirmed_on is not null and returned_on is not null))::int as returned,
      count(closed_on)::int as closed, avg(closed_on - opened_on)::float8 as "averageDaysToClose"
    from dropout_case
    where ${isIn} and (${openedFrom}::date is null or opened_on >= ${openedFrom}::date)
      and (${openedTo}::date is null or opened_on <= ${openedTo}::date) ${grouped}`.execute(db);
  return rows;
}
