import type { PlaceInMonth } from '../../../subgraphs/coordination/indicators/history/series-suppression.js';
import type { ShownFigure } from '../../../subgraphs/coordination/indicators/published-indicators.js';
import { namesOf } from './interval-attacker.js';

/** A change between two months that follows from what is shown. */
export interface ChangeReadOff {
  readonly what: string;
  readonly change: number;
  readonly isSensitive: boolean;
  /** Of those beside all places that are shown. */
  readonly isLeftOver: boolean;
}

type Known = ReadonlyMap<string, number>;

/**
 * Everything that somebody reads off who subtracts: each count that is shown of two months and of none between them, and
 * what is left of a place beside the places inside it that are shown, as soon as the same places are shown of both months.
 * @param shown of the places of every month, the figures that are shown alone
 */
export function changesReadOff(shown: readonly PlaceInMonth[], levels: readonly number[]): ChangeReadOff[] {
  const months = [...new Set(shown.map(({ month }) => month))].toSorted();
  const places = [...new Set(shown.map(({ place }) => place))];
  const knownAt = (month: string, place: string): Known =>
    new Map(
      shown
        .filter((each) => each.month === month && each.place === place)
        .flatMap(({ figures }) => figures.flatMap(countsOf)),
    );
  const known = new Map(
    months.map((month) => [month, new Map(places.map((place) => [place, knownAt(month, place)]))]),
  );
  const names = [
    ...new Set(
      months.flatMap((month) => [...(known.get(month)?.values() ?? [])].flatMap((each) => [...each.keys()])),
    ),
  ];
  const at = (month: string, place: string, name: string) => known.get(month)?.get(place)?.get(name);

  return names.flatMap((name) => {
    const isSensitive = !name.includes('EVERYONE') || name.includes('POVERTY');
    const read = (what: string, isLeftOver: boolean, valueIn: (month: string) => number | undefined) => {
      const values = months.flatMap((month) => valueIn(month) ?? []);
      return values.slice(1).map((value, index) => ({
        what: `${what} ${name}`,
        change: value - (values[index] ?? value),
        isSensitive,
        isLeftOver,
      }));
    };
    return places.flatMap((place) => {
      const parts = places.filter(
        (part) => part.startsWith(place) && part.length === levels[levels.indexOf(place.length) + 1],
      );
      const shownTogether = new Set(
        months.map((month) => parts.filter((part) => at(month, part, name) !== undefined).join(' ')),
      );
      const leftOver = [...shownTogether].flatMap((list) => {
        const some = list.split(' ').filter(Boolean);
        if (some.length === parts.length || parts.length === 0) return [];
        // Without any of them it is the place itself.
        if (some.length === 0) return [];
        return read(`${place} beside ${list}`, true, (month) => {
          const whole = at(month, place, name);
          const values = some.map((part) => at(month, part, name));
          if (whole === undefined || values.includes(undefined)) return undefined;
          return values.reduce<number>((left, value) => left - (value ?? 0), whole);
        });
      });
      return [...read(place, false, (month) => at(month, place, name)), ...leftOver];
    });
  });
}

function countsOf(figure: ShownFigure): [name: string, value: number][] {
  const { numerator, denominator, kind } = figure;
  const names = namesOf(figure);
  if (numerator === null) return [];
  if (denominator === null) return [[names.numerator, numerator]];
  return [
    [names.numerator, numerator],
    [names.denominator, denominator],
    ...(kind === 'GROSS_ENROLMENT_RATE' ? [] : [[names.rest, denominator - numerator] as [string, number]]),
  ];
}
