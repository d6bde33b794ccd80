import type { TargetValue } from '../../policies/policy-values.js';
import type { ResolvedPolicy } from '../../policies/resolve-policy.js';
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
import { suppressedDivisions } from './suppression.js';

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

/**
 * The indicators of one division as they may be published.
 * @param counts of the division and of all others under the same parent, which decide what can be told apart.
 */
export function publishedIndicators(
  division: string,
  counts: readonly EntryCount[],
  policy: Pick<ResolvedPolicy, 'targets' | 'privacy'>,
): PublishedIndicator[] {
  const byDivision = Map.groupBy(counts, (count) => count.division);
  const targets = targetsOf(policy);
  const wanted = [...STANDARD_INDICATORS, ...targets.map(({ definition }) => definition)];
  const definitions = [...new Map(wanted.map((definition) => [keyOf(definition), definition])).values()];
  return definitions.map((definition) => {
    const cells = [...byDivision].flatMap(([code, rows]) => {
      const value = indicatorValue(definition, rows);
      return value ? [{ division: code, count: value.numerator, outOf: value.denominator }] : [];
    });
    const { suppressCountsBelow, suppressSensitiveCountsBelow } = policy.privacy;
    const isSensitive = definition.disability !== 'EVERYONE' || definition.reason === 'POVERTY';
    const threshold = (isSensitive ? suppressSensitiveCountsBelow : suppressCountsBelow).value;
    const isSuppressed = suppressedDivisions(cells, threshold).has(division);
    const value = indicatorValue(definition, byDivision.get(division) ?? []);
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
    const { value: target, provenance } = stated;
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
      policyClause: `${provenance[0].document} ${provenance[0].clause}`,
    };
    return [{ definition, target, published }];
  });
}

function keyOf({ kind, stage, disability, ages, reason }: IndicatorDefinition): string {
  return [kind, stage, disability, ages?.from, ages?.to, reason].join(' ');
}
