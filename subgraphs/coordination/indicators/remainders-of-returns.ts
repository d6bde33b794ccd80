import { unitOfIndicator } from './indicator-unit.js';
import { indicatorParts, type EntryCount, type IndicatorDefinition } from './indicators.js';
import type { Remainder } from './suppression.js';

type Counts = (row: EntryCount) => boolean;

const RETURNS: IndicatorDefinition = {
  kind: 'RETURN_RATE',
  stage: 'COMPULSORY',
  disability: 'EVERYONE',
  ages: null,
  reason: null,
};
const ENROLMENT: IndicatorDefinition = { ...RETURNS, kind: 'ENROLMENT_RATE' };
const DROPOUTS: IndicatorDefinition = { ...RETURNS, kind: 'DROPOUT_RATE_CONFIRMED' };

/**
 * Who is confirmed and not back is out of school, and nearly all who are out of school are such: whoever is the one and
 * not the other can be read off where both are shown, and so can those who are out for another reason, of another age or
 * without the disability that a figure about dropouts is limited to.
 */
export function remaindersOfReturns(definition: IndicatorDefinition): Remainder<EntryCount>[] {
  const { kind, stage } = definition;
  const beside = (other: IndicatorDefinition, counts: Counts) => ({ beside: unitOfIndicator(other), counts });
  if (kind === 'RETURN_RATE')
    return [
      beside(DROPOUTS, (row) => isOut(row) && !isAway(row)),
      beside(DROPOUTS, (row) => isAway(row) && !isOut(row)),
      beside(ENROLMENT, (row) => isNotEnrolled(row) && !isAway(row)),
    ];
  const isOfDropouts = kind === 'DROPOUT_RATE_CONFIRMED' || kind === 'OPEN_DROPOUTS';
  if (!isOfDropouts || stage !== 'COMPULSORY' || unitOfIndicator(definition) === unitOfIndicator(DROPOUTS))
    return [];
  const isLimited = partOf(definition).isInNumerator;
  return [beside(RETURNS, (row) => isAway(row) && !isLimited(row))];
}

const isAway = restOf(RETURNS);
const isNotEnrolled = restOf(ENROLMENT);
const isOut = partOf(DROPOUTS).isInNumerator;

function restOf(definition: IndicatorDefinition): Counts {
  const { isInNumerator, isInDenominator } = partOf(definition);
  return (row) => Boolean(isInDenominator?.(row)) && !isInNumerator(row);
}

function partOf(definition: IndicatorDefinition) {
  const parts = indicatorParts(definition);
  if (!parts) throw new Error('It rests on the school-age register.');
  return parts;
}
