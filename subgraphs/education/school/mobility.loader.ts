import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { addDays, addMonths, dayInShanghai, isIsoDate, parseIsoDate } from '../../../policies/iso-date.js';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';

export interface SchoolMobility {
  readonly month: string;
  readonly movedIn: number;
  readonly movedOut: number;
  readonly lost: number;
  readonly returned: number;
  readonly suspended: number;
  readonly isComplete: boolean;
}

/** The month that ended last. */
export function lastMonth(today: string): string {
  return addMonths(parseIsoDate(`${today.slice(0, 7)}-01`), -1).slice(0, 7);
}

/** @throws {HubError} BAD_USER_INPUT for what is no month, and for one that has not begun */
export function assertMonth(month: string, today: string): void {
  if (!/^\d{4}-\d{2}$/.test(month) || !isIsoDate(`${month}-01`) || month > today.slice(0, 7))
    throw new HubError('BAD_USER_INPUT', '"month" is written YYYY-MM and has begun.');
}

/** What a school and a month are asked for under. */
export function mobilityKey(schoolCode: string, month: string): string {
  return `${schoolCode} ${month}`;
}

/**
 * Status changes of a school by month, whoever asks: one statement for all schools and months of a request. Null while
 * student status is not loaded, which says nothing about movements.
 */
export function createMobilityLoader({
  overAllRows,
  createLoader,
  registers,
}: Pick<LoaderContext, 'overAllRows' | 'createLoader' | 'registers'>): DataLoader<
  string,
  SchoolMobility | null
> {
  return createLoader(async (keys) => {
    const register = (await registers()).get('STUDENT_STATUS');
    if (!register) return keys.map(() => null);
    const asOf = dayInShanghai(register.asOf);
    const asked = keys.map((key) => key.split(' '));
    const { rows } = await overAllRows((db) =>
      sql<Omit<SchoolMobility, 'month' | 'isComplete'> & { readonly key: string }>`
        select asked.code || ' ' || asked.month as key,
          (count(*) filter (where kind = 'TRANSFERRED_IN' and to_school_code = asked.code))::int as "movedIn",
          (count(*) filter (where kind = 'TRANSFERRED_OUT' and from_school_code = asked.code))::int as "movedOut",
          (count(*) filter (where kind in ('DROPPED_OUT', 'WITHDRAWN', 'EXPELLED')
            and from_school_code = asked.code))::int as lost,
          (count(*) filter (where kind = 'RETURNED' and to_school_code = asked.code))::int as returned,
          (count(*) filter (where kind = 'SUSPENDED' and from_school_code = asked.code))::int as suspended
        from unnest(${asked.map(([code]) => code)}::text[], ${asked.map(([, month]) => month)}::text[]) asked (code, month)
        join status_change change on asked.code in (change.from_school_code, change.to_school_code)
          and change.changed_on >= (asked.month || '-01')::date
          and change.changed_on < (asked.month || '-01')::date + interval '1 month'
        group by 1`.execute(db),
    );
    const found = new Map(rows.map((row) => [row.key, row]));
    return keys.map((key, index) => {
      const month = asked[index]?.[1] ?? '';
      const last = addDays(addMonths(parseIsoDate(`${month}-01`), 1), -1);
      const { movedIn = 0, movedOut = 0, lost = 0, returned = 0, suspended = 0 } = found.get(key) ?? {};
      return { month, movedIn, movedOut, lost, returned, suspended, isComplete: asOf > last };
    });
  });
}
