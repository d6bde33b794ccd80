import { sql } from 'kysely';
import { dayInShanghai, parseIsoDate } from '../../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../../policies/resolve-policy.js';
import type { LoaderContext } from '../../../_kit/request-context.js';
import { DIGITS_OF_LEVEL } from '../../../_kit/schema/division-prefix.js';
import type { RunSource } from '../../comparison/run/comparison-run.js';
import { divisionWithinReach, schoolWithinReach } from '../indicator.list.js';
import type { IndicatorMonthGap } from '../indicator.enums.js';
import { unitOfIndicator } from '../indicator-unit.js';
import { publicationUnits } from '../publication-units.js';
import { judgedFigures, type PublishedIndicator, type ShownFigure } from '../published-indicators.js';
import { placeOfSchool } from '../published-statistics.js';
import { isStatistic } from '../school-statistics.js';
import { LEVELS_WITH_SCHOOLS } from '../statistics-publication.js';
import type { IndicatorMonth as KeptMonth } from './indicator-month.entity.js';
import { monthsAsked, type MonthRange } from './month-range.js';
import type { ProtectionOf } from './month-readings.js';
import { seriesSuppression } from './series-suppression.js';

export interface IndicatorMonth {
  /** YYYY-MM. */
  readonly month: string;
  readonly asOf: string | null;
  readonly registerAsOf: Date | null;
  readonly sources: readonly RunSource[] | null;
  readonly indicators: readonly PublishedIndicator[] | null;
  readonly gap: IndicatorMonthGap | null;
}

export interface IndicatorHistory {
  readonly divisionCode: string;
  readonly schoolCode: string | null;
  readonly schoolName: string | null;
  readonly months: readonly IndicatorMonth[];
}

/** Indicators of a division within reach, month by month as the last comparison run of each left them. */
export async function indicatorHistory(
  context: LoaderContext,
  division: string,
  range: MonthRange,
): Promise<IndicatorHistory> {
  const prefix = await divisionWithinReach(context, division);
  return {
    divisionCode: prefix.padEnd(12, '0'),
    schoolCode: null,
    schoolName: null,
    months: await monthsOf(context, prefix, monthsAsked(range, context.today)),
  };
}

/** The same of what a school within reach states of all its pupils together. */
export async function schoolIndicatorHistory(
  context: LoaderContext,
  school: string,
  range: MonthRange,
): Promise<IndicatorHistory> {
  const site = await schoolWithinReach(context, school);
  const place = placeOfSchool(site.divisionCode, site.code);
  return {
    divisionCode: site.divisionCode,
    schoolCode: site.code,
    schoolName: site.name,
    months: await monthsOf(context, place, monthsAsked(range, context.today)),
  };
}

type KeptPlace = Pick<KeptMonth, 'month' | 'place' | 'asOf' | 'figures'> & {
  readonly sources: readonly RunSource[] | null;
};

async function monthsOf(
  context: LoaderContext,
  place: string,
  asked: readonly string[],
): Promise<IndicatorMonth[]> {
  const kept = await readKept(context, place);
  const policyOn = (day: string) =>
    context.policies.policyFor(place.slice(0, DIGITS_OF_LEVEL.VILLAGE), parseIsoDate(day));
  const isHidden = seriesSuppression(kept, LEVELS_WITH_SCHOOLS, protectionBy(kept, policyOn(context.today)));
  const ran = new Set(kept.map(({ month }) => month));
  const own = new Map(kept.flatMap((each) => (each.place === place ? [[each.month, each] as const] : [])));
  return asked.map((month) => {
    const found = own.get(month);
    if (!found) return { ...NOTHING, month, gap: ran.has(month) ? 'NOT_LISTED' : 'NO_RUN' };
    const day = dayInShanghai(found.asOf);
    const shown = found.figures.map((figure) => (isHidden(month, place, figure) ? hidden(figure) : figure));
    return {
      month,
      asOf: day,
      registerAsOf: found.asOf,
      sources: found.sources,
      indicators: judgedFigures(shown, policyOn(day)),
      gap: null,
    };
  });
}

const NOTHING = { asOf: null, registerAsOf: null, sources: null, indicators: null };

/** A place with all that lie around it and beside these: what is hidden of it depends on them. */
async function readKept({ overAllRows }: LoaderContext, place: string): Promise<KeptPlace[]> {
  const levels = LEVELS_WITH_SCHOOLS.filter((digits) => digits <= place.length);
  const beside = levels.map(
    (digits, index) =>
      sql<boolean>`(length(place) = ${digits} and starts_with(place, ${place.slice(0, levels[index - 1] ?? 0)}))`,
  );
  const rows = await overAllRows(async (db) => {
    const found = await sql<Omit<KeptPlace, 'asOf'> & { readonly asOf: Date | string }>`
      select month, place, kept.as_of as "asOf", figures, run.sources
      from indicator_month kept left join comparison_run run on run.run_id = kept.run_id
      where ${sql.join(beside, sql` or `)}`.execute(db);
    return found.rows;
  });
  return rows.map((row) => ({ ...row, asOf: new Date(row.asOf) }));
}

/** As the policy of today has it, under which the series is shown. */
function protectionBy(kept: readonly KeptPlace[], policy: Pick<ResolvedPolicy, 'privacy'>): ProtectionOf {
  const thresholds = new Map(
    publicationUnits(
      kept.flatMap(({ figures }) => figures),
      policy,
    ).map(({ key, threshold }) => [key, threshold]),
  );
  const ordinary = policy.privacy.suppressCountsBelow.value;
  return (definition) => {
    const threshold = isStatistic(definition.kind)
      ? ordinary
      : (thresholds.get(unitOfIndicator(definition)) ?? ordinary);
    return { threshold, isSensitive: threshold > ordinary };
  };
}

function hidden(figure: ShownFigure): ShownFigure {
  return { ...figure, numerator: null, denominator: null, unknown: null, isSuppressed: true };
}
