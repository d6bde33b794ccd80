import type { IsoDate } from '../policies/iso-date.js';

/**
 * Days as whole numbers since 1900-01-01, and their text from a table.
 *
 * The generator does millions of date sums; on numbers they cost an addition each, and every text is made once.
 */
export type DayNumber = number;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2069;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const firstDayOfMonth: number[] = [];
const texts: IsoDate[] = [];
for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  DAYS_IN_MONTH.forEach((length, month) => {
    firstDayOfMonth.push(texts.length);
    for (let day = 1; day <= length + (month === 1 && isLeap ? 1 : 0); day += 1) {
      const text = `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      texts.push(text as IsoDate);
    }
  });
}

/** Throws a RangeError outside 1900–2069. `month` is 1 to 12; a day past the end of its month runs on. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const first = firstDayOfMonth[(year - FIRST_YEAR) * 12 + month - 1];
  if (first === undefined) throw new RangeError(`Year ${year} lies outside ${FIRST_YEAR}–${LAST_YEAR}.`);
  return first + day - 1;
}

export function dayNumberOf(date: IsoDate): DayNumber {
  return dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

export function isoOf(day: DayNumber): IsoDate {
  const text = texts[day];
  if (text === undefined) throw new RangeError(`Day outside ${FIRST_YEAR}–${LAST_YEAR}.`);
  return text;
}
