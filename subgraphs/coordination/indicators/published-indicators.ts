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

export interface PublishedIndicator extends IndicatorDefinition {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isSuppressed: boolean;
  /** Of entry, or in which pupils came and went; null for what the register says of a day. */
  readonly academicYear: number | null;
  readonly gap: StatisticGap | null;
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
  return [...new Map(wanted.map((definition) => [keyOf(definition), definition])).values()];
}

/**
 * The indicators of one division as they may be published.
 * @param counts of the division.
 * @param definitions the same for every division: one more figure for some would give away what is hidden for others.
 * @param policy in force in the division, whose targets the figures are held against.
 * @param isHidden whether a unit of publication is hidden for it.
 * @param statisticOf what schools state of all their pupils together.
 */
export function publishedIndicators(
  counts: readonly EntryCount[],
  definitions: readonly IndicatorDefinition[],
  policy: Pick<ResolvedPolicy, 'targets'>,
  isHidden: (unit: string) => boolean,
  statisticOf: StatisticOf = () => null,
): PublishedIndicator[] {
  const targets = targetsOf(policy);
  return definitions.map((definition) => {
    const isSuppressed = isHidden(unitOfIndicator(definition));
    const { kind, stage } = definition;
    const statistic = isStatistic(kind) ? statisticOf({ kind, stage }) : null;
    const value = isStatistic(kind) ? statistic?.value : indicatorValue(definition, counts);
    const figure = value ? indicatorFigure(value) : null;
    const stated = targets.find((target) => keyOf(target.definition) === keyOf(definition));
    return {
      ...definition,
      value: isSuppressed ? null : figure,
      numerator: isSuppressed ? null : (value?.numerator ?? null),
      denominator: isSuppressed ? null : (value?.denominator ?? null),
      isSuppressed,
      academicYear: statistic?.academicYear ?? null,
      gap: statistic?.gap ?? null,
      target: stated
        ? { ...stated.published, verdict: verdictOf(isSuppressed ? null : figure, stated.target) }
        : null,
    };
  });
}

/** A limit of the dropout rate holds for both ways of counting it; a target of retention for the one with normal movers. */
const KINDS_OF_TARGET: Readonly<Record<TargetValue['indicator'], readonly IndicatorKind[]>> = {
  ENROLMENT_RATE: ['ENROLMENT_RATE'],
  RETENTION_RATE: ['RETENTION_RATE'],
  DROPOUT_RATE: ['DROPOUT_RATE_CONFIRMED', 'DROPOUT_RATE_STATISTICAL'],
  OPEN_DROPOUTS: ['OPEN_DROPOUTS'],
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

function keyOf({ kind, stage, disability, ages, reason }: IndicatorDefinition): string {
  return [kind, stage, disability, ages?.from, ages?.to, reason].join(' ');
}
