import type { TargetValue } from '../../policies/policy-values.js';

/** How many entries of a division have the same facts; the input of every indicator. */
export interface EntryCount {
  readonly division: string;
  readonly stage: string | null;
  /** Grade attended decides the stage of the gross rate. */
  readonly attendedStage: string | null;
  readonly age: number;
  readonly standing: string;
  readonly isDisabled: boolean;
  readonly isThreeCategory: boolean;
  /** An open dropout case has poverty as its reason. */
  readonly isOutForPoverty: boolean;
  readonly children: number;
}

export type IndicatorKind =
  'ENROLMENT_RATE' | 'GROSS_ENROLMENT_RATE' | 'DROPOUT_RATE_CONFIRMED' | 'OPEN_DROPOUTS' | 'RETENTION_RATE';
export type IndicatorStage = 'PRIMARY' | 'JUNIOR_SECONDARY' | 'COMPULSORY';
export type DisabilityScope = TargetValue['disability'];
export type IndicatorVerdict = 'MET' | 'NOT_MET' | 'NOT_ASSESSED';

export interface IndicatorDefinition {
  readonly kind: IndicatorKind;
  readonly stage: IndicatorStage;
  readonly disability: DisabilityScope;
  readonly ages: { readonly from: number; readonly to: number } | null;
  readonly reason: 'POVERTY' | null;
}

/** A ratio of children; the value is in per cent, or a number of children where there is no denominator. */
export interface IndicatorValue {
  readonly numerator: number;
  readonly denominator: number | null;
}

const STAGES: readonly IndicatorStage[] = ['PRIMARY', 'JUNIOR_SECONDARY', 'COMPULSORY'];

/** What is published for every division, whether or not its policy sets a target. */
export const STANDARD_INDICATORS: readonly IndicatorDefinition[] = [
  ...STAGES.map((stage) => define('ENROLMENT_RATE', stage)),
  ...STAGES.map((stage) => define('GROSS_ENROLMENT_RATE', stage)),
  ...STAGES.map((stage) => define('DROPOUT_RATE_CONFIRMED', stage)),
  define('ENROLMENT_RATE', 'COMPULSORY', 'ALL_CATEGORIES'),
  define('ENROLMENT_RATE', 'COMPULSORY', 'THREE_CATEGORIES'),
  define('OPEN_DROPOUTS', 'COMPULSORY'),
];

/** A suspected dropout keeps its student status, so it still counts as enrolled; suspended pupils do not until they return. */
const ENROLLED = new Set(['IN_SCHOOL', 'SUSPECTED']);
const NOT_COUNTED = new Set(['OUT_OF_SCOPE', 'NOT_YET_COMPULSORY']);

/**
 * The parts of one indicator of one division.
 *
 * Net enrolment = enrolled of the cohort ÷ cohort. Gross = all who attend the stage, of any age ÷ cohort. Confirmed
 * dropout rate = out of school ÷ cohort. Children who left the scope (deceased, abroad, finished) count in neither.
 * Retention needs the entrants of earlier years, which this register does not hold: null.
 */
export function indicatorValue(
  { kind, stage, disability, ages, reason }: IndicatorDefinition,
  counts: readonly EntryCount[],
): IndicatorValue | null {
  if (kind === 'RETENTION_RATE') return null;
  const counted = counts.filter(
    (count) =>
      !NOT_COUNTED.has(count.standing) &&
      (disability === 'EVERYONE' ||
        (disability === 'ALL_CATEGORIES' ? count.isDisabled : count.isThreeCategory)) &&
      (ages === null || (ages.from <= count.age && count.age <= ages.to)),
  );
  const cohort = counted.filter((count) => isOfStage(count.stage, stage));
  const out = cohort.filter(({ standing }) => standing === 'OUT_OF_SCHOOL');
  switch (kind) {
    case 'ENROLMENT_RATE':
      return ratio(
        cohort.filter(({ standing }) => ENROLLED.has(standing)),
        cohort,
      );
    case 'GROSS_ENROLMENT_RATE':
      return ratio(
        counted.filter((count) => ENROLLED.has(count.standing) && isOfStage(count.attendedStage, stage)),
        cohort,
      );
    case 'DROPOUT_RATE_CONFIRMED':
      return ratio(out, cohort);
    case 'OPEN_DROPOUTS':
      return {
        numerator: sum(reason === 'POVERTY' ? out.filter(({ isOutForPoverty }) => isOutForPoverty) : out),
        denominator: null,
      };
  }
}

/** In per cent, or in children; null when there is nobody to count. */
export function indicatorFigure({ numerator, denominator }: IndicatorValue): number | null {
  if (denominator === null) return numerator;
  return denominator === 0 ? null : (numerator / denominator) * 100;
}

/** Whether a figure meets a target. Nothing to measure is not "met". */
export function verdictOf(figure: number | null, target: TargetValue): IndicatorVerdict {
  if (figure === null) return 'NOT_ASSESSED';
  switch (target.operator) {
    case 'GTE':
      return figure >= target.value ? 'MET' : 'NOT_MET';
    case 'LTE':
      return figure <= target.value ? 'MET' : 'NOT_MET';
    case 'EQ':
      return figure === target.value ? 'MET' : 'NOT_MET';
  }
}

function define(
  kind: IndicatorKind,
  stage: IndicatorStage,
  disability: DisabilityScope = 'EVERYONE',
): IndicatorDefinition {
  return { kind, stage, disability, ages: null, reason: null };
}

function isOfStage(actual: string | null, wanted: IndicatorStage): boolean {
  return wanted === 'COMPULSORY' ? actual === 'PRIMARY' || actual === 'JUNIOR_SECONDARY' : actual === wanted;
}

function ratio(part: readonly EntryCount[], whole: readonly EntryCount[]): IndicatorValue {
  return { numerator: sum(part), denominator: sum(whole) };
}

function sum(counts: readonly EntryCount[]): number {
  return counts.reduce((total, { children }) => total + children, 0);
}
