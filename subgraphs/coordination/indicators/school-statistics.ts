import type { IndicatorDefinition, IndicatorKind, IndicatorStage, IndicatorValue } from './indicators.js';
import type { PupilTurnover } from './pupil-turnover.entity.js';
import type { RetentionCohort } from './retention-cohort.entity.js';

/** Village of a school, then its code: what stands below a village in the tree of divisions. */
interface AtSchool {
  readonly place: string;
}
export type CohortOfSchool = AtSchool &
  Omit<RetentionCohort, 'schoolCode' | 'divisionCode' | 'finished' | 'transferredIn'> & {
    /** Null while the stage has not run through. */
    readonly finished: number | null;
    readonly transferredIn: number | null;
  };
export type TurnoverOfSchool = AtSchool & Omit<PupilTurnover, 'schoolCode' | 'divisionCode'>;

/** What schools state of all their pupils together (教育事业统计). */
export interface SchoolStatistics {
  readonly cohorts: readonly CohortOfSchool[];
  readonly turnover: readonly TurnoverOfSchool[];
  /** Grades of which a school has pupils: who leads a stage to its end has something to state of it. */
  readonly grades: readonly (AtSchool & { readonly grade: number })[];
}

export type StatisticKind = Extract<
  IndicatorKind,
  'RETENTION_RATE' | 'RETENTION_RATE_UNADJUSTED' | 'DROPOUT_RATE_STATISTICAL'
>;
/** Why there is no figure. */
export type StatisticGap = 'NOT_LOADED' | 'NO_HISTORY' | 'NOT_RUN_THROUGH' | 'INCOMPLETE' | 'CONTRADICTORY';

export interface Statistic {
  readonly value: IndicatorValue | null;
  /** First calendar year of the academic year of entry, or of the one in which pupils came and went. */
  readonly academicYear: number;
  readonly gap: StatisticGap | null;
}

/** Grades of a stage; of compulsory education the first and the last of all. */
export type GradesOfStage = Readonly<
  Record<IndicatorStage, { readonly first: number; readonly last: number }>
>;

export interface StatisticsAsked {
  /** Of the day, first calendar year. */
  readonly academicYear: number;
  readonly grades: GradesOfStage;
  /** Whether statistics of the county's schools were ever taken over. */
  readonly areLoaded: boolean;
}

/** Whether an indicator rests on what schools state, and not on the school-age register. */
export function isStatistic(kind: IndicatorKind): kind is StatisticKind {
  return isRetention(kind) || kind === 'DROPOUT_RATE_STATISTICAL';
}

export function isRetention(kind: IndicatorKind): boolean {
  return kind === 'RETENTION_RATE' || kind === 'RETENTION_RATE_UNADJUSTED';
}

/** Retention, or the statistical dropout rate of the last year that is over, of the schools of one place. */
export function statisticOf(
  { kind, stage }: Pick<IndicatorDefinition, 'stage'> & { readonly kind: StatisticKind },
  within: SchoolStatistics,
  asked: StatisticsAsked,
): Statistic {
  if (kind !== 'DROPOUT_RATE_STATISTICAL') return retentionOf(kind, stage, within, asked);
  if (stage !== 'COMPULSORY') return dropoutRateOf(stage, within, asked);
  const [primary, junior] = (['PRIMARY', 'JUNIOR_SECONDARY'] as const).map((part) =>
    dropoutRateOf(part, within, asked),
  );
  const academicYear = asked.academicYear - 1;
  if (!primary?.value || !junior?.value)
    return { value: null, academicYear, gap: primary?.gap ?? junior?.gap ?? null };
  return { value: sumOf([primary.value, junior.value]), academicYear, gap: null };
}

/** What became of the entrants of one cohort, each in one part; those who came later beside them. */
export interface CohortOutcome {
  /** Of the entrants: in the final grade or graduated where they entered. */
  readonly stayed: number;
  readonly movedOut: number;
  readonly deceased: number;
  readonly lost: number;
  /** Finished, and no entrants. */
  readonly movedIn: number;
}

/** @returns null while the stage has not run through */
export function outcomeOf({
  entrants,
  transferredOut: movedOut,
  deceased,
  finished,
  transferredIn: movedIn,
}: CohortOfSchool): CohortOutcome | null {
  if (finished === null || movedIn === null) return null;
  const stayed = finished - movedIn;
  return { stayed, movedOut, deceased, movedIn, lost: entrants - movedOut - deceased - stayed };
}

/** Academic year in which those entered who are in the final grade of the stage now. */
export function intakeYearOf(
  stage: IndicatorStage,
  { academicYear, grades }: Omit<StatisticsAsked, 'areLoaded'>,
) {
  return academicYear - (grades[stage].last - grades[stage].first);
}

/**
 * 巩固率. With normal movers it follows the entrants alone, `(finished − transferred in + transferred out) ÷ (entrants −
 * deaths)`; unadjusted it is `finished ÷ entrants`. Nine years begin at the school of the first grade.
 */
function retentionOf(
  kind: StatisticKind,
  stage: IndicatorStage,
  { cohorts, grades }: SchoolStatistics,
  asked: StatisticsAsked,
): Statistic {
  const academicYear = intakeYearOf(stage, asked);
  const ofStage = cohorts.filter((cohort) => cohort.stage === stage);
  const stated = ofStage.filter(({ intakeYear }) => intakeYear === academicYear);
  const final = asked.grades[stage === 'COMPULSORY' ? 'PRIMARY' : stage].last;
  const outcomes = stated.map(outcomeOf);
  const gap =
    gapOf(stated, placesWith(grades, final), asked, {
      hasLater: ofStage.some(({ intakeYear }) => intakeYear > academicYear),
    }) ??
    (outcomes.includes(null)
      ? 'INCOMPLETE'
      : contradictionIn(outcomes.flatMap((each) => (each ? Object.values(each) : []))));
  if (gap) return { value: null, academicYear, gap };
  const values = outcomes.flatMap((each) => (each ? [retentionParts(kind, each)] : []));
  return { value: sumOf(values), academicYear, gap: null };
}

function retentionParts(
  kind: StatisticKind,
  { stayed, movedOut, movedIn, deceased, lost }: CohortOutcome,
): IndicatorValue {
  const kept = stayed + movedOut;
  return kind === 'RETENTION_RATE'
    ? { numerator: kept, denominator: kept + lost }
    : { numerator: stayed + movedIn, denominator: kept + deceased + lost };
}

/**
 * 辍学率 of the statistics: `(suspended + withdrawn + deceased + transferred out + other decrease − transferred in − other
 * increase) ÷ pupils at the start of the year`. An estimate from stocks and flows, below 0 where more come than leave.
 */
function dropoutRateOf(
  stage: 'PRIMARY' | 'JUNIOR_SECONDARY',
  { turnover, grades }: SchoolStatistics,
  asked: StatisticsAsked,
): Statistic {
  const academicYear = asked.academicYear - 1;
  const stated = turnover.filter((row) => row.stage === stage && row.academicYear === academicYear);
  const flows = stated.map(flowsOf);
  const gap =
    gapOf(stated, placesWith(grades, asked.grades[stage].last), asked, { hasLater: false }) ??
    contradictionIn(flows.map(({ remained }) => remained));
  if (gap) return { value: null, academicYear, gap };
  const values = flows.map(({ left, came, remained }) => ({
    numerator: left - came,
    denominator: left + remained,
  }));
  return { value: sumOf(values), academicYear, gap: null };
}

/** Of the pupils at the start of a year: who left and who remained; and who came. */
export function flowsOf(row: TurnoverOfSchool): {
  readonly left: number;
  readonly remained: number;
  readonly came: number;
} {
  const left = row.suspended + row.withdrawn + row.deceased + row.transferredOut + row.otherDecrease;
  return { left, remained: row.pupilsAtStart - left, came: row.transferredIn + row.otherIncrease };
}

function gapOf(
  stated: readonly AtSchool[],
  owing: ReadonlySet<string>,
  { areLoaded }: StatisticsAsked,
  { hasLater }: { readonly hasLater: boolean },
): StatisticGap | null {
  if (!areLoaded) return 'NOT_LOADED';
  const told = new Set(stated.map(({ place }) => place));
  if (owing.size > 0 && told.size === 0) return hasLater ? 'NOT_RUN_THROUGH' : 'NO_HISTORY';
  return [...owing].every((place) => told.has(place)) ? null : 'INCOMPLETE';
}

/** More can't have gone than there were. */
function contradictionIn(people: readonly number[]): StatisticGap | null {
  return people.some((count) => count < 0) ? 'CONTRADICTORY' : null;
}

function placesWith(grades: SchoolStatistics['grades'], wanted: number): ReadonlySet<string> {
  return new Set(grades.filter(({ grade }) => grade === wanted).map(({ place }) => place));
}

function sumOf(
  values: readonly { readonly numerator: number; readonly denominator: number | null }[],
): IndicatorValue {
  return {
    numerator: values.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: values.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0),
  };
}
