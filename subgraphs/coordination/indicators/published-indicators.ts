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
import { unitOfIndicator } from './publication-units.js';

export interface PublishedIndicator extends IndicatorDefinition {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isSuppressed: boolean;
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
 */
export function publishedIndicators(
  counts: readonly EntryCount[],
  definitions: readonly IndicatorDefinition[],
  policy: Pick<ResolvedPolicy, 'targets'>,
  isHidden: (unit: string) => boolean,
): PublishedIndicator[] {
  const targets = targetsOf(policy);
  return definitions.map((definition) => {
    const isSuppressed = isHidden(unitOfIndicator(definition));
    const value = indicatorValue(definition, counts);
    const figure = value && indicatorFigure(value);
    const stated = targets.find((target) => keyOf(target.definition) === keyOf(definition));
    return {
      ...definition,
      value: isSuppressed ? null : figure,
      numerator: isSuppressed ? null : (value?.numerator ?? null),
      denominator: isSuppressed ? null : (value?.denominator ?? null),
      isSuppressed,
      target: stated
        ? { ...stated.published, verdict: verdictOf(isSuppressed ? null : figure, stated.target) }
        : null,
    };
  });
}

const KIND_OF_TARGET: Readonly<Record<TargetValue['indicator'], IndicatorKind>> = {
  ENROLMENT_RATE: 'ENROLMENT_RATE',
  RETENTION_RATE: 'RETENTION_RATE',
  DROPOUT_RATE: 'DROPOUT_RATE_CONFIRMED',
  OPEN_DROPOUTS: 'OPEN_DROPOUTS',
};

function targetsOf({ targets }: Pick<ResolvedPolicy, 'targets'>) {
  return Object.values(targets).flatMap((stated) => {
    if (!stated) return [];
    const { value: target } = stated;
    const definition: IndicatorDefinition = {
      kind: KIND_OF_TARGET[target.indicator],
      stage: target.stage,
      disability: target.disability,
      ages: target.ages ?? null,
      reason: target.reason ?? null,
    };
    const published = {
      operator: target.operator,
      value: target.value,
      reachBy: target.reachBy ?? null,
      policyClause: policyClause(stated),
    };
    return [{ definition, target, published }];
  });
}

function keyOf({ kind, stage, disability, ages, reason }: IndicatorDefinition): string {
  return [kind, stage, disability, ages?.from, ages?.to, reason].join(' ');
}
