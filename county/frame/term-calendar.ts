import chineseDays from 'chinese-days';
import type { IsoDate } from '../../policies/iso-date.js';
import { dayNumber, dayNumberOf, isoOf, type DayNumber } from '../day-numbers.js';

/** The academic year and term in which the registers are read. */
export interface TermCalendar {
  readonly asOf: DayNumber;
  /** Year in which the academic year began on 1 September. */
  readonly academicYear: number;
  readonly yearStart: DayNumber;
  readonly term: 'AUTUMN' | 'SPRING';
  readonly termStart: DayNumber;
  /** School days of the term up to `asOf`, oldest first; never empty. */
  readonly schoolDays: readonly DayNumber[];
  /** Day of the March or September roll-call, or the first school day while that is still to come. */
  readonly rollCall: DayNumber;
  /** Day of the roll-call of the term before. */
  readonly earlierRollCall: DayNumber;
}

/** The roll is called on the ninth school day, when the registers of the new term stand. */
const ROLL_CALL_DAY = 9;
const SPRING_START = [2, 20] as const;

/** Day of the roll-call of a term that is over. */
function pastRollCall(termStart: DayNumber): DayNumber {
  let day = termStart - 1;
  for (let schoolDays = 0; schoolDays < ROLL_CALL_DAY;) {
    day += 1;
    if (chineseDays.isWorkday(isoOf(day))) schoolDays += 1;
  }
  return day;
}

/**
 * Terms of the synthetic county: 1 September to 20 January and 20 February to 5 July; in the holidays the term before
 * them counts. Statutory holidays and make-up days come from the national calendar; years that it does not know yet
 * have plain weekdays.
 */
export function termCalendar(asOf: IsoDate): TermCalendar {
  const today = dayNumberOf(asOf);
  const year = Number(asOf.slice(0, 4));
  const academicYear = today >= dayNumber(year, 9, 1) ? year : year - 1;
  const springStart = dayNumber(academicYear + 1, ...SPRING_START);
  const term = today >= springStart ? 'SPRING' : 'AUTUMN';
  const termStart = term === 'AUTUMN' ? dayNumber(academicYear, 9, 1) : springStart;
  const termEnd = term === 'AUTUMN' ? dayNumber(academicYear + 1, 1, 20) : dayNumber(academicYear + 1, 7, 5);

  const schoolDays: DayNumber[] = [];
  for (let day = termStart; day <= Math.min(today, termEnd); day += 1) {
    if (chineseDays.isWorkday(isoOf(day))) schoolDays.push(day);
  }
  if (schoolDays.length === 0) schoolDays.push(termStart);
  return {
    asOf: today,
    academicYear,
    yearStart: dayNumber(academicYear, 9, 1),
    term,
    termStart,
    schoolDays,
    rollCall: schoolDays[ROLL_CALL_DAY - 1] ?? schoolDays[0] ?? termStart,
    earlierRollCall: pastRollCall(
      term === 'AUTUMN' ? dayNumber(academicYear, ...SPRING_START) : dayNumber(academicYear, 9, 1),
    ),
  };
}
