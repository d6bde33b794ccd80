import { hasOwnDenominator, type IndicatorDefinition } from '../indicators.js';
import { subjectOf, unitOfIndicator } from '../indicator-unit.js';
import { isWider } from '../publication-units.js';
import { keyOfDefinition, type ShownFigure } from '../published-indicators.js';

/** How an indicator's counts are protected. */
export interface Protection {
  readonly threshold: number;
  /** Rests on a register that the policy lists as sensitive. */
  readonly isSensitive: boolean;
}
export type ProtectionOf = (definition: IndicatorDefinition) => Protection;

/** A number that can be read off what is shown of one month. */
export interface Reading {
  readonly key: string;
  readonly value: number;
  readonly threshold: number;
}

/** Places side by side in a month, and the one around them. */
export interface MonthOfPlaces {
  /** Null at the top. */
  readonly around: readonly ShownFigure[] | null;
  /** Without figures where the place was not on the list. */
  readonly beside: ReadonlyMap<string, readonly ShownFigure[]>;
}

interface NamedCount extends Protection {
  readonly value: number;
}

/**
 * Of a month, the numbers whose change may not be small: counts about a sensitive register of each place, also beside
 * the same of more children, and whoever is left over where some of the places side by side are never shown.
 * @param isOpen whether an indicator of a place is hidden in no month
 */
export function readingsOf(
  { around, beside }: MonthOfPlaces,
  isOpen: (place: string, unit: string) => boolean,
  protectionOf: ProtectionOf,
): Reading[] {
  const openFigures = new Map(
    [...beside].map(([place, figures]) => [
      place,
      figures.filter((figure) => isOpen(place, unitOfIndicator(figure))),
    ]),
  );
  const sensitive = [...openFigures].flatMap(([place, figures]) =>
    sensitiveReadings(place, figures, protectionOf),
  );
  if (!around) return sensitive;
  const counts = new Map(
    [...openFigures].map(([place, figures]) => [place, namedCounts(figures, protectionOf)]),
  );
  const leftOver = [...namedCounts(around, protectionOf)].flatMap(([name, { value, threshold }]) => {
    const shown = [...counts].filter(([, known]) => known.has(name));
    const absent = [...beside.values()].filter((figures) => figures.length === 0).length;
    if (shown.length + absent === counts.size) return [];
    const key = `${name} beside ${shown.map(([place]) => place).join(' ')}`;
    const sum = shown.reduce((total, [, known]) => total + (known.get(name)?.value ?? 0), 0);
    return [{ key, value: value - sum, threshold }];
  });
  return [...sensitive, ...leftOver];
}

function sensitiveReadings(
  place: string,
  figures: readonly ShownFigure[],
  protectionOf: ProtectionOf,
): Reading[] {
  return figures.flatMap((figure) => {
    const { threshold, isSensitive } = protectionOf(figure);
    if (!isSensitive) return [];
    const own = partsOf(figure);
    const alone = own.map(([part, value]) => ({ part, value }));
    const nested = figures
      .filter((other) => isWider(other, figure))
      .flatMap((wider) => {
        const around = new Map(partsOf(wider));
        return own.flatMap(([part, value]) => {
          const more = around.get(part);
          return more === undefined
            ? []
            : [{ part: `${part} less than ${keyOfDefinition(wider)}`, value: more - value }];
        });
      });
    return [...alone, ...nested].map(({ part, value }) => ({
      key: `${place} ${keyOfDefinition(figure)} ${part}`,
      value,
      threshold,
    }));
  });
}

/** By what is counted: indicators with the same cohort have the same denominator. */
function namedCounts(
  figures: readonly ShownFigure[],
  protectionOf: ProtectionOf,
): ReadonlyMap<string, NamedCount> {
  return new Map(
    figures.flatMap((figure) => {
      const { stage, disability, ages, reason } = figure;
      const whom = [stage, disability, ages?.from, ages?.to].join(' ');
      const protection = protectionOf(figure);
      return partsOf(figure).map(([part, value]) => {
        const of = part === 'denominator' ? cohortOf(figure) : `${subjectOf(figure)} ${reason} ${part}`;
        return [`${of} ${whom}`, { ...protection, value }] as const;
      });
    }),
  );
}

/** Of what schools state, of aid and of cases, each figure has its own. */
function cohortOf({ kind, academicYear }: ShownFigure): string {
  return academicYear === null && !hasOwnDenominator(kind) ? 'cohort' : `${kind} ${academicYear}`;
}

function partsOf({ kind, numerator, denominator, unknown }: ShownFigure): [part: string, value: number][] {
  if (numerator === null) return [];
  if (denominator === null) return [['numerator', numerator]];
  // Pupils of any age attend a stage, so they are no part of its cohort.
  const rest = kind === 'GROSS_ENROLMENT_RATE' ? null : denominator - numerator;
  const parts = { numerator, denominator, rest, unknown };
  return Object.entries(parts).flatMap(([part, value]) => (value === null ? [] : [[part, value]]));
}
