import type { TargetValue } from '../../../policies/policy-values.js';
import { policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';
import {
  indicatorFigure,
  indicatorValue,
  STANDARD_INDICATORS,
  verdictOf,
  type EntryCount,
  type IndicatorDefinition,
  type IndicatorKind,
  type IndicatorVerdict,
} from './indicators.js';
import { unitOfIndicator } from './indicator-unit.js';
import { isStatistic, type Statistic, type StatisticGap, type StatisticKind } from './school-statistics.js';

/** What may be shown of one indicator of one place; nothing else is kept of a month that is over. */
export interface ShownFigure extends IndicatorDefinition {
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Children of whom something is unknown, apart from the two; null where the indicator does not ask. */
  readonly unknown: number | null;
  /** Whether nothing is unknown of anybody; null where the indicator does not ask. */
  readonly isComplete: boolean | null;
  readonly isSuppressed: boolean;
  /** Of entry, or in which pupils came and went; null for what the register says of a day. */
  readonly academicYear: number | null;
  readonly gap: StatisticGap | null;
}

export interface PublishedIndicator extends ShownFigure {
  readonly value: number | null;
  readonly target: PublishedTarget | null;
}

export interface PublishedTarget {
  readonly operator: TargetValue['operator'];
  readonly value: number;
  readonly reachBy: string | null;
  readonly verdict: IndicatorVerdict;
  /** Document and clause. */
  readonly policyClause: string;
}

export type StatisticOf = (
  definition: Pick<IndicatorDefinition, 'stage'> & { readonly kind: StatisticKind },
) => Statistic | null;

/** What is published of every division under a policy: the standard indicators, and those that its targets ask for. */
export function publishedDefinitions(policy: Pick<ResolvedPolicy, 'targets'>): IndicatorDefinition[] {
  const wanted = [...STANDARD_INDICATORS, ...targetsOf(policy).map(({ definition }) => definition)];
  return [...new Map(wanted.map((definition) => [keyOfDefinition(definition), definition])).values()];
}

/**
 * What may be shown of one place.
 * @param counts of the division.
 * @param definitions the same for every division: one more figure for some would give away what is hidden for others.
 * @param isHidden whether a unit of publication is hidden for it.
 * @param statisticOf what schools state of all their pupils together.
 */
export function shownFigures(
  counts: readonly EntryCount[],
  definitions: readonly IndicatorDefinition[],
  isHidden: (unit: string) => boolean,
  statisticOf: StatisticOf = () => null,
): ShownFigure[] {
  return definitions.map((definition) => {
    const isSuppressed = isHidden(unitOfIndicator(definition));
    const { kind, stage } = definition;
    const statistic = isStatistic(kind) ? statisticOf({ kind, stage }) : null;
    const value = isStatistic(kind) ? statistic?.value : indicatorValue(definition, counts);
    return {
      ...definition,
      numerator: isSuppressed ? null : (value?.numerator ?? null),
      denominator: isSuppressed ? null : (value?.denominator ?? null),
      unknown: isSuppressed ? null : (value?.unknown ?? null),
      isComplete: value?.unknown == null ? null : value.unknown === 0,
      isSuppressed,
      academicYear: statistic?.academicYear ?? null,
      gap: statistic?.gap ?? null,
    };
  });
}

/** @param policy in force in the place, whose targets the figures are held against. */
export function judgedFigures(
  figures: readonly ShownFigure[],
  policy: Pick<ResolvedPolicy, 'targets'>,
): PublishedIndicator[] {
  const targets = targetsOf(policy);
  return figures.map((figure) => {
    const { numerator, denominator } = figure;
    const value = numerator === null ? null : indicatorFigure({ numerator, denominator });
    const stated = targets.find((target) => keyOfDefinition(target.definition) === keyOfDefinition(figure));
    return {
      ...figure,
      value,
      target: stated ? { ...stated.published, verdict: verdictOf(value, stated.target) } : null,
    };
  });
}

/** The indicators of one place as they may be published, with the targets of its policy. */
export function publishedIndicators(
  counts: readonly EntryCount[],
  definitions: readonly IndicatorDefinition[],
  policy: Pick<ResolvedPolicy, 'targets'>,
  isHidden: (unit: string) => boolean,
  statisticOf?: StatisticOf,
): PublishedIndicator[] {
  return judgedFigures(shownFigures(counts, definitions, isHidden, statisticOf), policy);
}

/** A limit of the dropout rate holds for both ways of counting it; a target of retention for the one with normal movers. */
const KINDS_OF_TARGET: Readonly<Record<TargetValue['indicator'], readonly IndicatorKind[]>> = {
  ENROLMENT_RATE: ['ENROLMENT_RATE'],
  RETENTION_RATE: ['RETENTION_RATE'],
  DROPOUT_RATE: ['DROPOUT_RATE_CONFIRMED', 'DROPOUT_RATE_STATISTICAL'],
  OPEN_DROPOUTS: ['OPEN_DROPOUTS'],
  AID_COVERAGE: ['AID_COVERAGE'],
};

function targetsOf({ targets }: Pick<ResolvedPolicy, 'targets'>) {
  return Object.values(targets).flatMap((stated) => {
    if (!stated) return [];
    const { value: target } = stated;
    const published = {
      operator: target.operator,
      value: target.value,
      reachBy: target.reachBy ?? null,
      policyClause: policyClause(stated),
    };
    return KINDS_OF_TARGET[target.indicator].map((kind) => {
      const { stage, disability, ages = null, reason = null } = target;
      const definition: IndicatorDefinition = { kind, stage, disability, ages, reason };
      return { definition, target, published };
    });
  });
}

export function keyOfDefinition({ kind, stage, disability, ages, reason }: IndicatorDefinition): string {
  return [kind, stage, disability, ages?.from, ages?.to, reason].join(' ');
}
