import type { IndicatorDefinition } from './indicators.js';
import { isRetention } from './school-statistics.js';

/**
 * Indicators of one subject, whose stages add up, are shown together; a rate and its number of children are one. The
 * stages of retention are about other children each, and stand by themselves.
 */
export function unitOfIndicator(definition: IndicatorDefinition): string {
  const { kind, stage, disability, ages, reason } = definition;
  const subject = isRetention(kind) ? `${kind} ${stage}` : subjectOf(definition);
  return [subject, disability, ages?.from, ages?.to, reason].join(' ');
}

export function subjectOf({ kind }: Pick<IndicatorDefinition, 'kind'>): string {
  return kind === 'OPEN_DROPOUTS' ? 'DROPOUT_RATE_CONFIRMED' : kind;
}
