import type { TargetValue } from '../../../policies/policy-values.js';
import type { CaseOutcome } from './case-outcome.js';
import type { AlikeChildren } from './division-tree.js';
import type { FocusGroup } from '../standing/focus-group.enum.js';

/** How many entries of a division have the same facts; the input of every published count. */
export interface EntryCount extends AlikeChildren {
  readonly stage: string | null;
  /** Grade attended decides the stage of the gross rate. */
  readonly attendedStage: string | null;
  readonly age: number;
  readonly standing: string;
  /** Focus groups known to hold. */
  readonly focusGroups: readonly FocusGroup[];
  /** An open dropout case has poverty as its reason. */
  readonly isOutForPoverty: boolean;
  /** Whether it has all the aid it is known to be eligible for; null where it is known to be eligible for none. */
  readonly aid: 'AIDED' | 'NOT_AIDED' | null;
  /** Of some programme it cannot be told whether the child is eligible, or aided. */
  readonly isAidUnknown: boolean;
  /** What became of its latest case; null where nothing of the kind was due. */
  readonly verification: Extract<CaseOutcome, 'VERIFIED_IN_TIME' | 'NOT_VERIFIED_IN_TIME'> | null;
  readonly comeback: Extract<CaseOutcome, 'RETURNED' | 'NOT_RETURNED'> | null;
}

export type IndicatorKind =
  | 'ENROLMENT_RATE'
  | 'GROSS_ENROLMENT_RATE'
  | 'DROPOUT_RATE_CONFIRMED'
  | 'DROPOUT_RATE_STATISTICAL'
  | 'OPEN_DROPOUTS'
  | 'RETENTION_RATE'
  | 'RETENTION_RATE_UNADJUSTED'
  | 'AID_COVERAGE'
  | 'VERIFICATION_RATE'
  | 'RETURN_RATE';
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
  /** Children of whom something is unknown, apart from the two, where it is asked. */
  readonly unknown?: number;
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
  ...STAGES.map((stage) => define('DROPOUT_RATE_STATISTICAL', stage)),
  ...STAGES.map((stage) => define('RETENTION_RATE', stage)),
  ...STAGES.map((stage) => define('RETENTION_RATE_UNADJUSTED', stage)),
  define('AID_COVERAGE', 'COMPULSORY'),
  define('VERIFICATION_RATE', 'COMPULSORY'),
  define('RETURN_RATE', 'COMPULSORY'),
];

/** A suspected dropout keeps its student status, so it still counts as enrolled; suspended pupils do not until they return. */
const ENROLLED = new Set(['IN_SCHOOL', 'SUSPECTED']);
const NOT_COUNTED = new Set(['OUT_OF_SCOPE', 'NOT_YET_COMPULSORY']);

/** The focus group that an indicator about disability is limited to. */
export const GROUP_OF_SCOPE = {
  ALL_CATEGORIES: 'DISABLED',
  THREE_CATEGORIES: 'THREE_CATEGORY_DISABLED',
} as const;

/** Who is counted in the parts of an indicator. */
export interface IndicatorParts {
  readonly isInNumerator: (row: EntryCount) => boolean;
  /** Null where the figure is a number of children. */
  readonly isInDenominator: ((row: EntryCount) => boolean) | null;
  readonly isUnknown?: (row: EntryCount) => boolean;
}

/**
 * Net enrolment = enrolled of the cohort ÷ cohort. Gross = all who attend the stage, of any age ÷ cohort. Confirmed
 * dropout rate = out of school ÷ cohort. Children who left the scope (deceased, abroad, finished) count in neither. Aid
 * coverage (应助尽助) = who has all the aid it is known to be eligible for ÷ who is known to be eligible for any.
 * Verification (核查) = suspicions that somebody went to see in time ÷ those whose time is over or that were seen. Return
 * (劝返复学) = confirmed dropouts who are back ÷ confirmed dropouts; both by the child's latest case.
 * Null for what rests on schools' statistics (`school-statistics.ts`) and not on this register.
 */
export function indicatorParts(definition: IndicatorDefinition): IndicatorParts | null {
  const { kind, stage, reason } = definition;
  const isInCohort = (row: EntryCount) => isCounted(row, definition) && isOfStage(row.stage, stage);
  switch (kind) {
    case 'RETENTION_RATE':
    case 'RETENTION_RATE_UNADJUSTED':
    case 'DROPOUT_RATE_STATISTICAL':
      return null;
    case 'ENROLMENT_RATE':
      return {
        isInNumerator: (row) => isInCohort(row) && ENROLLED.has(row.standing),
        isInDenominator: isInCohort,
      };
    case 'GROSS_ENROLMENT_RATE':
      return {
        isInNumerator: (row) =>
          isCounted(row, definition) && ENROLLED.has(row.standing) && isOfStage(row.attendedStage, stage),
        isInDenominator: isInCohort,
      };
    case 'AID_COVERAGE':
      return {
        isInNumerator: ({ aid }) => aid === 'AIDED',
        isInDenominator: ({ aid }) => aid !== null,
        isUnknown: ({ isAidUnknown }) => isAidUnknown,
      };
    case 'VERIFICATION_RATE':
      return {
        isInNumerator: (row) => isInCohort(row) && row.verification === 'VERIFIED_IN_TIME',
        isInDenominator: (row) => isInCohort(row) && row.verification !== null,
      };
    case 'RETURN_RATE':
      return {
        isInNumerator: (row) => isInCohort(row) && row.comeback === 'RETURNED',
        isInDenominator: (row) => isInCohort(row) && row.comeback !== null,
      };
    case 'DROPOUT_RATE_CONFIRMED':
    case 'OPEN_DROPOUTS':
      return {
        isInNumerator: (row) =>
          isInCohort(row) && row.standing === 'OUT_OF_SCHOOL' && (reason === null || row.isOutForPoverty),
        isInDenominator: kind === 'OPEN_DROPOUTS' ? null : isInCohort,
      };
  }
}

/** Whether its denominator is a group of its own, and not the cohort that others have as well. */
export function hasOwnDenominator(kind: IndicatorKind): boolean {
  return kind === 'AID_COVERAGE' || kind === 'VERIFICATION_RATE' || kind === 'RETURN_RATE';
}

/** The parts of one indicator of one division; null for what does not rest on the register. */
export function indicatorValue(
  definition: IndicatorDefinition,
  counts: readonly EntryCount[],
): IndicatorValue | null {
  const parts = indicatorParts(definition);
  if (!parts) return null;
  const { isInNumerator, isInDenominator, isUnknown } = parts;
  return {
    numerator: sum(counts.filter(isInNumerator)),
    denominator: isInDenominator && sum(counts.filter(isInDenominator)),
    ...(isUnknown && { unknown: sum(counts.filter(isUnknown)) }),
  };
}

function isCounted(row: EntryCount, { disability, ages }: IndicatorDefinition): boolean {
  return (
    !NOT_COUNTED.has(row.standing) &&
    (disability === 'EVERYONE' || row.focusGroups.includes(GROUP_OF_SCOPE[disability])) &&
    (ages === null || (ages.from <= row.age && row.age <= ages.to))
  );
}

/** In per cent, or in children; null when there is nobody to count. */
export function indicatorFigure({
  numerator,
  denominator,
}: Pick<IndicatorValue, 'numerator' | 'denominator'>): number | null {
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

function sum(counts: readonly EntryCount[]): number {
  return counts.reduce((total, { children }) => total + children, 0);
}
