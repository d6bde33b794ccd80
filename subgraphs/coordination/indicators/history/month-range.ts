import { addMonths, isIsoDate, parseIsoDate, type IsoDate } from '../../../../policies/iso-date.js';
import { HubError } from '../../../_kit/errors.js';
import { MONTHS_KEPT } from './keep-month.js';

export interface MonthRange {
  /** YYYY-MM; eleven months before `to` when not given. */
  readonly from: string | null;
  /** YYYY-MM; the current month when not given. */
  readonly to: string | null;
}

const MONTHS_BY_DEFAULT = 12;

const firstDayOf = (month: string): IsoDate => parseIsoDate(`${month}-01`);
const monthsLater = (month: string, months: number): string =>
  addMonths(firstDayOf(month), months).slice(0, 7);

/**
 * @param today YYYY-MM-DD
 * @returns months as YYYY-MM in their order
 * @throws {HubError} BAD_USER_INPUT for months to come, and for those of which nothing is kept any more
 */
export function monthsAsked({ from, to }: MonthRange, today: string): string[] {
  const current = today.slice(0, 7);
  const oldest = monthsLater(current, 1 - MONTHS_KEPT);
  const last = to ?? current;
  const byDefault = () => {
    const first = monthsLater(last, 1 - MONTHS_BY_DEFAULT);
    return first < oldest ? oldest : first;
  };
  if (!isMonth(last)) throw refused();
  const first = from ?? byDefault();
  if (!isMonth(first) || first < oldest || first > last || last > current) throw refused();
  const months: string[] = [];
  for (let month = first; month <= last; month = monthsLater(month, 1)) months.push(month);
  return months;
}

function isMonth(value: string): boolean {
  return /^\d{4}-\d{2}$/.test(value) && isIsoDate(`${value}-01`);
}

function refused(): HubError {
  return new HubError(
    'BAD_USER_INPUT',
    `"from" and "to" are written YYYY-MM, in this order, from ${MONTHS_KEPT - 1} months ago to the current month.`,
  );
}
