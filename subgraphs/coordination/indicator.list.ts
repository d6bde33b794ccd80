import { sql, type RawBuilder } from 'kysely';
import { dayInShanghai, isIsoDate, parseIsoDate } from '../../policies/iso-date.js';
import { HubError } from '../_kit/errors.js';
import type { LoaderContext } from '../_kit/request-context.js';
import { DIGITS_OF_LEVEL } from '../_kit/schema/division-prefix.js';
import { reachesDivision } from '../_kit/student/jurisdiction.js';
import { divisionByCode } from './division.list.js';
import { FocusGroupEnum, type FocusGroup } from './focus-group.enum.js';
import type { EntryCount } from './indicators.js';
import { publishedIndicators, type PublishedIndicator } from './published-indicators.js';
import { suppressedDivisions } from './suppression.js';

export interface IndicatorReport {
  readonly divisionCode: string;
  readonly asOf: string;
  readonly registerAsOf: Date | null;
  readonly indicators: readonly PublishedIndicator[];
}

/**
 * Indicators of a division within reach, from the register as it stands.
 * @param asOf day whose targets apply; neither before the register's own date nor after today, since the register
 *   keeps no past.
 */
export async function indicatorReport(
  context: LoaderContext,
  division: string,
  asOf: string | null,
): Promise<IndicatorReport> {
  const prefix = await divisionWithinReach(context, division);
  const { registers, today, policies, overAllRows } = context;
  const register = (await registers()).get('SCHOOL_AGE_REGISTER');
  const day = asOf ?? today;
  const oldest = register ? dayInShanghai(register.asOf) : today;
  if (!isIsoDate(day) || day < oldest || day > today)
    throw new HubError(
      'BAD_USER_INPUT',
      '"asOf" lies between the date of the school-age register and today.',
    );
  const { rows } = await overAllRows((db) =>
    sql<EntryCount>`
    select left(entry.counted_division_code, ${prefix.length}) as division, entry.stage,
      case when entry.grade between 1 and 6 then 'PRIMARY' when entry.grade between 7 and 9 then 'JUNIOR_SECONDARY' end
        as "attendedStage",
      entry.age, entry.standing,
      entry.focus_groups @> '{DISABLED}' as "isDisabled",
      entry.focus_groups @> '{THREE_CATEGORY_DISABLED}' as "isThreeCategory",
      exists (select from dropout_case open where open.student_id = entry.student_id and open.reason = 'POVERTY'
        and open.returned_on is null and open.closed_on is null) as "isOutForPoverty",
      count(*)::int as children
    from school_age_entry entry where ${besideOf(prefix)}
    group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(db),
  );
  return {
    divisionCode: prefix.padEnd(12, '0'),
    asOf: day,
    registerAsOf: register?.asOf ?? null,
    indicators: publishedIndicators(prefix, rows, policies.policyFor(prefix, parseIsoDate(day))),
  };
}

export interface FocusGroupCount {
  readonly group: FocusGroup;
  readonly children: number | null;
  readonly isSuppressed: boolean;
}

/** Groups about disability, poverty and what may not be told need more children before they are shown. */
const SENSITIVE: ReadonlySet<FocusGroup> = new Set([
  'DISABLED',
  'THREE_CATEGORY_DISABLED',
  'SEVERELY_DISABLED',
  'CHILD_OF_DISABLED_PERSON',
  'FINANCIAL_HARDSHIP',
  'REGISTERED_POVERTY',
  'MONITORED',
  'SUBSISTENCE_ALLOWANCE',
  'EXTREME_POVERTY',
  'SUPPORT_NEED',
  // The poverty office's register too.
  'RELOCATED',
]);

/** Children of each focus group in a division within reach, small counts hidden. */
export async function focusGroupCounts(context: LoaderContext, division: string): Promise<FocusGroupCount[]> {
  const prefix = await divisionWithinReach(context, division);
  const { rows } = await context.overAllRows((db) =>
    sql<{ division: string; group: string; children: number }>`
    select left(entry.counted_division_code, ${prefix.length}) as division, "group", count(*)::int as children
    from school_age_entry entry, unnest(entry.focus_groups) "group"
    where ${besideOf(prefix)} group by 1, 2`.execute(db),
  );
  const { privacy } = context.policies.policyFor(prefix, parseIsoDate(context.today));
  return FocusGroupEnum.values.map((group) => {
    const cells = rows
      .filter((row) => row.group === group)
      .map((row) => ({ division: row.division, count: row.children, outOf: null }));
    const threshold = SENSITIVE.has(group)
      ? privacy.suppressSensitiveCountsBelow
      : privacy.suppressCountsBelow;
    const isSuppressed = suppressedDivisions(cells, threshold.value).has(prefix);
    const children = cells.find((cell) => cell.division === prefix)?.count ?? 0;
    return { group, children: isSuppressed ? null : children, isSuppressed };
  });
}

/** @throws {HubError} NOT_FOUND alike for a division that is not on the list and one out of reach. */
async function divisionWithinReach(context: LoaderContext, division: string): Promise<string> {
  const { code, level } = await divisionByCode(context, division);
  const prefix = code.slice(0, DIGITS_OF_LEVEL[level ?? 'VILLAGE']);
  if (!reachesDivision(context.caller, prefix)) throw new HubError('NOT_FOUND');
  return prefix;
}

/** Levels of a code, in digits. */
const LEVELS = [0, 2, 4, 6, 9, 12];

/** Entries of all divisions under the same parent as this one. */
function besideOf(prefix: string): RawBuilder<boolean> {
  const parentLength = LEVELS[LEVELS.indexOf(prefix.length) - 1] ?? 0;
  return sql<boolean>`starts_with(entry.counted_division_code, ${prefix.slice(0, parentLength)})`;
}
