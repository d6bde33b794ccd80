/**
 * A calendar day as 'YYYY-MM-DD', Gregorian, without a time or a zone.
 *
 * Every date of the hub is one of these. A JavaScript `Date` is an instant: built from a day's text it is
 * midnight in UTC, which is still the day before in the west and already eight hours old in Shanghai, so no
 * date arithmetic here goes through one. As text the values sort and compare as dates do.
 */
export type IsoDate = string & { readonly __isoDate: unique symbol };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const DAYS_PER_400_YEARS = 146_097;

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** True for the text of a day that exists, from 0001-01-01 to 9999-12-31. */
export function isIsoDate(value: unknown): value is IsoDate {
  if (typeof value !== 'string') return false;
  const match = PATTERN.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * Reads 'YYYY-MM-DD'. Throws a RangeError for any other text and for a day that does not exist; the message
 * does not repeat the text, which may be somebody's birth date.
 */
export function parseIsoDate(value: string): IsoDate {
  if (!isIsoDate(value)) throw new RangeError('Not a calendar date written YYYY-MM-DD.');
  return value;
}

/** Writes a day as 'YYYY-MM-DD'. Throws a RangeError for a day that does not exist. */
export function formatIsoDate(parts: DateParts): IsoDate {
  return parseIsoDate(write(parts));
}

function write({ year, month, day }: DateParts): string {
  const pad = (part: number, width: number) => String(part).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function partsOf(date: IsoDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Negative when `left` is the earlier day, 0 when equal, positive when later; fit for `sort`. */
export function compareIsoDates(left: IsoDate, right: IsoDate): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whole days since 0001-01-01, which is day 0. */
function dayNumber(date: IsoDate): number {
  const { year, month, day } = partsOf(date);
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return daysBeforeYear(year) + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay + day - 1;
}

function daysBeforeYear(year: number): number {
  const before = year - 1;
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
}

function fromDayNumber(days: number): IsoDate {
  let year = Math.floor((days * 400) / DAYS_PER_400_YEARS) + 1;
  while (daysBeforeYear(year) > days) year -= 1;
  while (year < 9999 && daysBeforeYear(year + 1) <= days) year += 1;
  let rest = days - daysBeforeYear(year);
  let month = 1;
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return formatIsoDate({ year, month, day: rest + 1 });
}

/** The day `days` later (earlier when negative). Throws a RangeError outside the years 1 to 9999. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const target = dayNumber(date) + days;
  if (!Number.isInteger(target) || target < 0 || target >= DAYS_PER_400_YEARS * 25) {
    throw new RangeError('The resulting day lies outside the years 0001 to 9999.');
  }
  return fromDayNumber(target);
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The same day of the month `months` later, or the last day of that month when it is shorter (31 January plus
 * one month is 28 or 29 February).
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return formatIsoDate({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/** Day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export function isoWeekday(date: IsoDate): number {
  // 0001-01-01 was a Monday in the proleptic Gregorian calendar.
  return (dayNumber(date) % 7) + 1;
}

/** China has one zone, without summer time since 1991; asking the system's calendar for it costs far more. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const LAST_SUMMER_TIME_ENDED = Date.UTC(1991, 8, 14, 17);

const SHANGHAI_DAY = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Shanghai',
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day on which an instant falls in Asia/Shanghai, whatever zone the machine is set to. */
export function dayInShanghai(instant: Date): IsoDate {
  if (instant.getTime() > LAST_SUMMER_TIME_ENDED)
    return parseIsoDate(new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10));
  const parts = new Map(SHANGHAI_DAY.formatToParts(instant).map(({ type, value }) => [type, value]));
  return parseIsoDate(`${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`);
}

/** Today's date in Asia/Shanghai. The clock is passed in, so that a run can be repeated at any date. */
export function today(clock: () => Date): IsoDate {
  return dayInShanghai(clock());
}
