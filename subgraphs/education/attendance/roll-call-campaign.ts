import { addDays, parseIsoDate, partsOf, type IsoDate } from '../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';

/** A month in which every class is called by its roster (每年3月和9月). */
export interface RollCallCampaign {
  /** YYYY-MM. */
  readonly month: string;
  readonly opensOn: IsoDate;
  /** Last day of the month. */
  readonly dueOn: IsoDate;
  /** First day of the next campaign: a call up to there is still this one's, late. */
  readonly endsBefore: IsoDate;
}

const MONTHS_OF_YEAR = 12;

/** Months of the policy's duties to call the roll; empty where none asks for it. */
export function rollCallMonths({ duties }: Pick<ResolvedPolicy, 'duties'>): readonly number[] {
  return Object.values(duties).flatMap((duty) =>
    duty?.value.kind === 'ROLL_CALL' && 'inMonths' in duty.value.occurs ? duty.value.occurs.inMonths : [],
  );
}

/** The campaign of a month; null where the policy asks for none in it. @param month YYYY-MM */
export function campaignIn(month: string, months: readonly number[]): RollCallCampaign | null {
  const [year = 0, number = 0] = month.split('-').map(Number);
  if (!months.includes(number)) return null;
  const dates = [year, year + 1].flatMap((each) =>
    months.toSorted((a, b) => a - b).map((m) => firstDay(each, m)),
  );
  const opensOn = firstDay(year, number);
  const isLast = number === MONTHS_OF_YEAR;
  const endsBefore = dates.find((day) => day > opensOn) ?? opensOn;
  return {
    month,
    opensOn,
    dueOn: addDays(firstDay(isLast ? year + 1 : year, isLast ? 1 : number + 1), -1),
    endsBefore,
  };
}

/** The campaign that has begun last. @param today YYYY-MM-DD; null where the policy asks for none */
export function latestCampaign(today: IsoDate, months: readonly number[]): RollCallCampaign | null {
  const { year } = partsOf(today);
  const [latest] = [year, year - 1]
    .flatMap((each) => months.toSorted((a, b) => b - a).map((month) => firstDay(each, month)))
    .filter((day) => day <= today);
  return latest === undefined ? null : campaignIn(latest.slice(0, 7), months);
}

function firstDay(year: number, month: number): IsoDate {
  return parseIsoDate(`${year}-${String(month).padStart(2, '0')}-01`);
}

export type RollCallTaskState = 'NOT_YET' | 'DUE' | 'DONE' | 'DONE_LATE' | 'OVERDUE' | 'UNKNOWN';

/**
 * @param calledOn day of the first call of the class within the campaign; null without one
 * @param isLoaded whether the schools' calls are loaded: else a class may have been called on paper
 */
export function rollCallTaskState(
  { opensOn, dueOn }: Pick<RollCallCampaign, 'opensOn' | 'dueOn'>,
  calledOn: string | null,
  today: string,
  isLoaded: boolean,
): RollCallTaskState {
  if (calledOn !== null) return calledOn <= dueOn ? 'DONE' : 'DONE_LATE';
  if (today < opensOn) return 'NOT_YET';
  if (today <= dueOn) return 'DUE';
  return isLoaded ? 'OVERDUE' : 'UNKNOWN';
}
