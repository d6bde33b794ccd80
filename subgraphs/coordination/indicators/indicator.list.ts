import { sql } from 'kysely';
import { dayInShanghai, isIsoDate, parseIsoDate } from '../../../policies/iso-date.js';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { DIGITS_OF_LEVEL } from '../../_kit/schema/division-prefix.js';
import { reachesDivision } from '../../_kit/student/jurisdiction.js';
import { divisionByCode } from '../divisions/division.list.js';
import { FocusGroupEnum, type FocusGroup } from '../standing/focus-group.enum.js';
import type { RunSource } from '../comparison/run/comparison-run.js';
import type { DutyPlace } from '../duties/duty-places.js';
import { placesWithinReach } from '../duties/duty-reach.js';
import { publishedRegister } from './entry-counts.js';
import { unitOfGroup } from './publication-units.js';
import { publishedIndicators, type PublishedIndicator } from './published-indicators.js';
import { placeOfSchool } from './published-statistics.js';
import { isStatistic } from './school-statistics.js';

export interface IndicatorReport {
  readonly divisionCode: string;
  readonly schoolCode: string | null;
  readonly schoolName: string | null;
  readonly asOf: string;
  readonly registerAsOf: Date | null;
  readonly sources: readonly RunSource[];
  readonly indicators: readonly PublishedIndicator[];
}

/**
 * Indicators of a division within reach, from the register as it stands; what schools state, by where the schools are.
 * @param asOf day whose targets apply; neither before the register's own date nor after today, since the register
 *   keeps no past.
 */
export async function indicatorReport(
  context: LoaderContext,
  division: string,
  asOf: string | null,
): Promise<IndicatorReport> {
  const prefix = await divisionWithinReach(context, division);
  const { day, ...report } = await reportFrame(context, asOf);
  const { countsIn, definitions, suppression, statistics } = await publishedRegister(context, day);
  return {
    ...report,
    divisionCode: prefix.padEnd(12, '0'),
    schoolCode: null,
    schoolName: null,
    indicators: publishedIndicators(
      countsIn(prefix),
      definitions,
      context.policies.policyFor(prefix, day),
      (unit) => suppression.isHidden(prefix, unit) || statistics.suppression.isHidden(prefix, unit),
      statistics.of(prefix),
    ),
  };
}

/**
 * What a school within reach states of all its pupils together.
 * @throws {HubError} NOT_FOUND alike for a school that is not on the list and one out of reach
 */
export async function schoolIndicatorReport(
  context: LoaderContext,
  school: string,
  asOf: string | null,
): Promise<IndicatorReport> {
  const site = await schoolWithinReach(context, school);
  const { day, ...report } = await reportFrame(context, asOf);
  const { definitions, statistics } = await publishedRegister(context, day);
  const place = placeOfSchool(site.divisionCode, site.code);
  return {
    ...report,
    divisionCode: site.divisionCode,
    schoolCode: site.code,
    schoolName: site.name,
    indicators: publishedIndicators(
      [],
      definitions.filter(({ kind }) => isStatistic(kind)),
      context.policies.policyFor(site.divisionCode, day),
      (unit) => statistics.suppression.isHidden(place, unit),
      statistics.of(place),
    ),
  };
}

/** @throws {HubError} NOT_FOUND alike for a school that is not on the list and one out of reach */
export async function schoolWithinReach(context: LoaderContext, school: string): Promise<DutyPlace> {
  const [site] = await placesWithinReach(context, { school });
  if (!site) throw new HubError('NOT_FOUND');
  return site;
}

async function reportFrame({ registers, today, db }: LoaderContext, asOf: string | null) {
  const register = (await registers()).get('SCHOOL_AGE_REGISTER');
  const day = asOf ?? today;
  const oldest = register ? dayInShanghai(register.asOf) : today;
  if (!isIsoDate(day) || day < oldest || day > today)
    throw new HubError(
      'BAD_USER_INPUT',
      '"asOf" lies between the date of the school-age register and today.',
    );
  const { rows } = await sql<{ sources: readonly RunSource[] }>`
    select sources from comparison_run where state = 'COMPLETED'
    order by finished_at desc limit 1`.execute(db);
  return { day, asOf: day, registerAsOf: register?.asOf ?? null, sources: rows[0]?.sources ?? [] };
}

export interface FocusGroupCount {
  readonly group: FocusGroup;
  readonly children: number | null;
  readonly isSuppressed: boolean;
  readonly isComplete: boolean;
}

/** Children of each focus group in a division within reach; small counts, and what would give them away, are hidden. */
export async function focusGroupCounts(context: LoaderContext, division: string): Promise<FocusGroupCount[]> {
  const prefix = await divisionWithinReach(context, division);
  const { countsIn, unknownIn, suppression } = await publishedRegister(context, parseIsoDate(context.today));
  const counts = countsIn(prefix);
  const unknown = unknownIn(prefix);
  return FocusGroupEnum.values.map((group) => {
    const isSuppressed = suppression.isHidden(prefix, unitOfGroup(group));
    const children = counts
      .filter(({ focusGroups }) => focusGroups.includes(group))
      .reduce((sum, row) => sum + row.children, 0);
    return {
      group,
      children: isSuppressed ? null : children,
      isSuppressed,
      isComplete: !unknown.has(group),
    };
  });
}

/** @throws {HubError} NOT_FOUND alike for a division that is not on the list and one out of reach. */
export async function divisionWithinReach(context: LoaderContext, division: string): Promise<string> {
  const { code, level } = await divisionByCode(context, division);
  const prefix = code.slice(0, DIGITS_OF_LEVEL[level ?? 'VILLAGE']);
  if (!reachesDivision(context.caller, prefix)) throw new HubError('NOT_FOUND');
  return prefix;
}
