import type { IndicatorDefinition } from '../../../subgraphs/coordination/indicators/indicators.js';
import type { ShownFigure } from '../../../subgraphs/coordination/indicators/published-indicators.js';

export const LEVELS = [2, 4, 6, 9, 12];
export const COUNTY = '520625';
export const A = '520625101';
export const B = '520625102';
export const C = '520625103';

export const protectionOf = ({ disability, reason }: IndicatorDefinition) =>
  disability === 'EVERYONE' && reason === null
    ? { threshold: 5, isSensitive: false }
    : { threshold: 10, isSensitive: true };

export type Scope = IndicatorDefinition['disability'];

/** Enrolment of a place; null for what was hidden in its month. */
export function enrolment(counts: readonly [number, number] | null, disability: Scope): ShownFigure {
  return {
    kind: 'ENROLMENT_RATE',
    stage: 'COMPULSORY',
    disability,
    ages: null,
    reason: null,
    numerator: counts?.[0] ?? null,
    denominator: counts?.[1] ?? null,
    unknown: null,
    isComplete: null,
    isSuppressed: counts === null,
    academicYear: null,
    gap: null,
  };
}
