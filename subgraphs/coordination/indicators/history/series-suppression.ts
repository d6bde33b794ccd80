import type { IndicatorDefinition } from '../indicators.js';
import { subjectOf, unitOfIndicator } from '../indicator-unit.js';
import { keyOfDefinition, type ShownFigure } from '../published-indicators.js';
import { isStatistic } from '../school-statistics.js';
import { readingsOf, type ProtectionOf, type Reading } from './month-readings.js';

/** What was published of a place with the last run of a month. */
export interface PlaceInMonth {
  /** YYYY-MM. */
  readonly month: string;
  /** A division's code cut by level; of a school, its village and then its own code. */
  readonly place: string;
  readonly figures: readonly ShownFigure[];
}

export type IsHiddenInSeries = (month: string, place: string, definition: IndicatorDefinition) => boolean;

/**
 * What of former months may not be shown beside one another and beside the latest, which is the present publication and
 * stands as it is.
 *
 * 1. What was hidden in its own month stays hidden.
 * 2. What is hidden of a place in any month is hidden of it in all former months: months in which nothing changed would
 *    else complete one another, each showing what the other hides.
 * 3. A change since the next later month that is shown may not be small, from 1 to one less than the threshold, where it
 *    is one of a count about a sensitive register, or of the children left over beside all places that are shown, who
 *    are those whose counts are hidden. Else the month is hidden for all places side by side and all inside them, so
 *    that nothing is left to subtract it from.
 *
 * The change of an ordinary count that is large enough to be shown in both months may be small: children come and go
 * between, so that it counts nobody.
 *
 * @param kept places with all that lie beside them and around them, of every month that is kept
 * @param levels digits of each level of places, the largest first
 */
export function seriesSuppression(
  kept: readonly PlaceInMonth[],
  levels: readonly number[],
  protectionOf: ProtectionOf,
): IsHiddenInSeries {
  const months = [...new Set(kept.map(({ month }) => month))].toSorted().toReversed();
  const [latest] = months;
  const figuresAt = new Map(kept.map(({ month, place, figures }) => [`${month} ${place}`, figures]));
  const hiddenEver = new Set(
    kept.flatMap(({ place, figures }) =>
      figures.flatMap((figure) => (figure.isSuppressed ? [`${place} ${unitOfIndicator(figure)}`] : [])),
    ),
  );
  const isOpen = (place: string, unit: string) => !hiddenEver.has(`${place} ${unit}`);
  const aroundOf = (place: string): string | null => {
    const level = levels.indexOf(place.length);
    return level > 0 ? place.slice(0, levels[level - 1]) : null;
  };
  const togetherOf = (definition: IndicatorDefinition) =>
    shownTogether(definition, protectionOf(definition).isSensitive);
  const together = new Set(kept.flatMap(({ figures }) => figures.map(togetherOf)));
  /** By what is shown together and the place around. */
  const shownMonths = new Map<string, ReadonlySet<string>>();

  const groups = Map.groupBy(new Set(kept.map(({ place }) => place)), aroundOf);
  for (const [around, beside] of [...groups].toSorted(([a], [b]) => (a?.length ?? 0) - (b?.length ?? 0))) {
    for (const name of together) {
      const outer = around === null ? undefined : shownMonths.get(`${name} ${aroundOf(around)}`);
      const ofMonth = (month: string, place: string) =>
        figuresAt.get(`${month} ${place}`)?.filter((figure) => togetherOf(figure) === name) ?? [];
      const readingsIn = (month: string) =>
        readingsOf(
          {
            around: around === null ? null : ofMonth(month, around),
            beside: new Map(beside.map((place) => [place, ofMonth(month, place)])),
          },
          isOpen,
          protectionOf,
        );
      const candidates = months.filter((month) => outer?.has(month) ?? true);
      shownMonths.set(`${name} ${around}`, monthsWithoutSmallChange(candidates, readingsIn));
    }
  }

  return (month, place, definition) => {
    const own = figuresAt.get(`${month} ${place}`) ?? [];
    const key = keyOfDefinition(definition);
    if (own.some((figure) => figure.isSuppressed && keyOfDefinition(figure) === key)) return true;
    if (month === latest) return false;
    return (
      !isOpen(place, unitOfIndicator(definition)) ||
      !shownMonths.get(`${togetherOf(definition)} ${aroundOf(place)}`)?.has(month)
    );
  };
}

/** From the latest month back: each is held against the next later one that is shown. */
function monthsWithoutSmallChange(
  months: readonly string[],
  readingsIn: (month: string) => readonly Reading[],
): ReadonlySet<string> {
  const shown = new Set<string>();
  const later = new Map<string, number>();
  for (const month of months) {
    const readings = readingsIn(month);
    const isSmall = readings.some(({ key, value, threshold }) => {
      const change = Math.abs(value - (later.get(key) ?? value));
      return change > 0 && change < threshold;
    });
    if (isSmall) continue;
    shown.add(month);
    for (const { key, value } of readings) later.set(key, value);
  }
  return shown;
}

/** What shares a count, or lies inside one another, is shown of the same months, or one would tell of the other's. */
function shownTogether(definition: IndicatorDefinition, isSensitive: boolean): string {
  const { kind, disability, ages, reason } = definition;
  if (isStatistic(kind)) return 'statistics';
  if (disability !== 'EVERYONE') return 'disability';
  return [ages?.from, ages?.to, reason, isSensitive ? subjectOf(definition) : ''].join(' ');
}
