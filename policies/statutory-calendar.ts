import arrangements from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { isoWeekday, partsOf, type IsoDate } from './iso-date.js';
import type { ResolvedPolicy } from './resolve-policy.js';

export type StatutoryDay = 'WORKDAY' | 'MAKE_UP_WORKDAY' | 'WEEKEND' | 'STATUTORY_HOLIDAY' | 'NOT_ANNOUNCED';

/** One year's arrangement by the State Council. */
interface Arrangement {
  readonly holidays: ReadonlySet<string>;
  readonly makeUpWorkdays: ReadonlySet<string>;
}

/**
 * The package's table, by year. Its functions are not used: they go through the machine's own time zone and are
 * a day off west of Greenwich, and for a year that is not in the table they answer with plain weekdays.
 */
function packageArrangements(): Map<number, Arrangement> {
  const holidays = Object.keys(arrangements.holidays);
  const workdays = Object.keys(arrangements.workdays);
  // 1 October is off in every arrangement; 1 January alone may belong to the arrangement of the year before.
  const years = holidays.filter((date) => date.endsWith('-10-01')).map((date) => date.slice(0, 4));
  return new Map(
    years.map((year) => {
      const ofYear = (dates: readonly string[]) => new Set(dates.filter((date) => date.startsWith(year)));
      return [Number(year), { holidays: ofYear(holidays), makeUpWorkdays: ofYear(workdays) }];
    }),
  );
}

const PACKAGE = packageArrangements();

/**
 * Holidays and make-up workdays by the State Council's yearly arrangement (国务院办公厅关于部分节假日安排的通知).
 * A year given by the policy replaces the package's; a year known to neither is NOT_ANNOUNCED, on weekdays and
 * weekends alike, since a weekend may yet be worked.
 */
export function createStatutoryCalendar(
  policy: Pick<ResolvedPolicy, 'statutoryHolidays'>,
): (date: IsoDate) => StatutoryDay {
  const supplied = new Map<number, Arrangement>();
  for (const [year, given] of Object.entries(policy.statutoryHolidays)) {
    if (!given) continue;
    const { holidays, makeUpWorkdays } = given.value;
    supplied.set(Number(year), { holidays: new Set(holidays), makeUpWorkdays: new Set(makeUpWorkdays) });
  }

  return (date) => {
    const { year } = partsOf(date);
    const arrangement = supplied.get(year) ?? PACKAGE.get(year);
    if (!arrangement) return 'NOT_ANNOUNCED';
    if (arrangement.makeUpWorkdays.has(date)) return 'MAKE_UP_WORKDAY';
    if (arrangement.holidays.has(date)) return 'STATUTORY_HOLIDAY';
    return isoWeekday(date) <= 5 ? 'WORKDAY' : 'WEEKEND';
  };
}
