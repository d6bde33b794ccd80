import { addDays, addMonths, daysBetween, type IsoDate } from '../../../policies/iso-date.js';

/** What the fine depends on. All days are in Asia/Shanghai. */
export interface ChildLabourFacts {
  readonly startedWorkOn: IsoDate;
  readonly foundOn: IsoDate;
  /** Null while no order is issued. */
  readonly orderIssuedOn: IsoDate | null;
  readonly returnDueOn: IsoDate | null;
  /** Null while the child has not been returned. */
  readonly returnedOn: IsoDate | null;
}

/** Rates in force; yuan per child and month. */
export interface ChildLabourRates {
  readonly yuanPerMonth: number;
  readonly yuanPerMonthAfterOrder: number;
  /** How a month that is not full counts; the regulation does not say. */
  readonly partMonth: 'CEILING' | 'FLOOR' | 'PROPORTIONAL';
  /** 1, or more for an employer without a licence. */
  readonly multiplier: number;
}

/** Months as counted and the amounts that follow from them; amounts in yuan, to the cent. */
export interface ChildLabourFine {
  readonly monthsOfUse: number;
  readonly yuanForUse: number;
  /** 0 unless the day by which the child was to be returned passed unmet. */
  readonly monthsAfterOrder: number;
  readonly yuanAfterOrder: number;
  readonly totalYuan: number;
}

/**
 * Basis of the fine for one child: the rate per month of use, and after an unmet order the higher rate per month
 * counted from the order itself (国务院令第364号 第六条); an employer without a licence pays a multiple of both
 * (第九条). Use runs from the first day of work to the day on which the child was found, both included.
 */
export function childLabourFine(
  facts: ChildLabourFacts,
  rates: ChildLabourRates,
  today: IsoDate,
): ChildLabourFine {
  const monthsOfUse = monthsIn(facts.startedWorkOn, facts.foundOn, rates.partMonth);
  const lastDay = facts.returnedOn ?? today;
  const { orderIssuedOn, returnDueOn } = facts;
  const unmetFrom = returnDueOn !== null && lastDay > returnDueOn ? orderIssuedOn : null;
  const monthsAfterOrder = unmetFrom === null ? 0 : monthsIn(unmetFrom, lastDay, rates.partMonth);
  const yuanForUse = toCents(monthsOfUse * rates.yuanPerMonth * rates.multiplier);
  const yuanAfterOrder = toCents(monthsAfterOrder * rates.yuanPerMonthAfterOrder * rates.multiplier);
  return {
    monthsOfUse,
    yuanForUse,
    monthsAfterOrder,
    yuanAfterOrder,
    totalYuan: toCents(yuanForUse + yuanAfterOrder),
  };
}

/** Months from the first to the last day, both included; 0 when the last day lies before the first. */
function monthsIn(first: IsoDate, last: IsoDate, partMonth: ChildLabourRates['partMonth']): number {
  const end = addDays(last, 1);
  let full = 0;
  while (addMonths(first, full + 1) <= end) full += 1;
  const restDays = daysBetween(addMonths(first, full), end);
  if (restDays <= 0 || partMonth === 'FLOOR') return full;
  if (partMonth === 'CEILING') return full + 1;
  return full + restDays / daysBetween(addMonths(first, full), addMonths(first, full + 1));
}

function toCents(yuan: number): number {
  return Math.round(yuan * 100) / 100;
}
