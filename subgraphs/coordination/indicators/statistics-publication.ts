import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import { LEVEL_DIGITS, type AlikeChildren } from './division-tree.js';
import type { IndicatorDefinition, IndicatorStage } from './indicators.js';
import { unitOfIndicator } from './indicator-unit.js';
import {
  flowsOf,
  intakeYearOf,
  outcomeOf,
  type CohortOutcome,
  type SchoolStatistics,
  type StatisticsAsked,
} from './school-statistics.js';
import { smallDifferences, type Difference } from './small-differences.js';
import { suppressionOf, type Measure, type PublicationUnit, type Suppression } from './suppression.js';

type Fate = keyof CohortOutcome | keyof ReturnType<typeof flowsOf>;

/** Children of a school of whom schools state the same; the place of the school stands for their division. */
export interface StatedChildren extends AlikeChildren {
  readonly stage: IndicatorStage;
  readonly fate: Fate;
}

/** Below a village stand its schools. */
export const LEVELS_WITH_SCHOOLS = [...LEVEL_DIGITS, 22];

/** What of the statistics may not be shown, and of which place. */
export function statisticsSuppression(
  statistics: SchoolStatistics,
  asked: Omit<StatisticsAsked, 'areLoaded'>,
  policy: Pick<ResolvedPolicy, 'privacy'>,
): Suppression {
  const stated = statedChildren(statistics, asked);
  const counts = suppressionOf(stated, statisticsUnits(policy), LEVELS_WITH_SCHOOLS);
  const isSmall = smallDifferences(
    differencesOf(stated),
    LEVELS_WITH_SCHOOLS,
    policy.privacy.suppressCountsBelow.value,
  );
  return { isHidden: (place, unit) => counts.isHidden(place, unit) || isSmall(place, unit) };
}

/** Everybody whom the published statistics count, by what became of them. */
function statedChildren(
  { cohorts, turnover }: SchoolStatistics,
  asked: Omit<StatisticsAsked, 'areLoaded'>,
): StatedChildren[] {
  const ofCohorts = cohorts.flatMap((cohort) => {
    const { place, stage, intakeYear } = cohort;
    const outcome = isStage(stage) && intakeYear === intakeYearOf(stage, asked) ? outcomeOf(cohort) : null;
    return outcome ? rowsOf(place, stage, outcome) : [];
  });
  const ofYear = turnover.filter(({ academicYear }) => academicYear === asked.academicYear - 1);
  return [...ofCohorts, ...ofYear.flatMap((row) => rowsOf(row.place, row.stage, flowsOf(row)))];
}

function rowsOf(
  division: string,
  stage: string,
  fates: Readonly<Partial<Record<Fate, number>>>,
): StatedChildren[] {
  if (!isStage(stage)) return [];
  return FATES.flatMap((fate) => {
    const children = fates[fate] ?? 0;
    return children > 0 ? [{ division, stage, fate, children }] : [];
  });
}

const FATES: readonly Fate[] = [
  'stayed',
  'movedOut',
  'deceased',
  'lost',
  'movedIn',
  'left',
  'remained',
  'came',
];
const STAGES: readonly IndicatorStage[] = ['PRIMARY', 'JUNIOR_SECONDARY', 'COMPULSORY'];
const isStage = (stage: string): stage is IndicatorStage => STAGES.some((known) => known === stage);

/** What is published as a difference: nobody is counted by it, but it can be about a few all the same. */
function differencesOf(stated: readonly StatedChildren[]): Difference[] {
  return stated.flatMap(({ division: place, stage, fate, children }) => {
    const signed = (kind: IndicatorDefinition['kind'], signs: Readonly<Partial<Record<Fate, 1 | -1>>>) => {
      const sign = signs[fate];
      return sign === undefined
        ? []
        : [{ place, unit: keyOf(kind, stage), of: `${kind} ${stage}`, value: sign * children }];
    };
    const turnover = signed('DROPOUT_RATE_STATISTICAL', { left: 1, came: -1 });
    return [
      ...turnover,
      ...turnover.map((part) => ({ ...part, of: part.unit })),
      ...signed('RETENTION_RATE_UNADJUSTED', { movedOut: 1, deceased: 1, lost: 1, movedIn: -1 }),
    ];
  });
}

/**
 * What of the statistics has to be hidden together. The adjusted rate comes before the other: where both side by side
 * would tell of a few who died or moved, the one that targets are about stays.
 */
function statisticsUnits({ privacy }: Pick<ResolvedPolicy, 'privacy'>): PublicationUnit<StatedChildren>[] {
  const threshold = privacy.suppressCountsBelow.value;
  const isIn =
    (stage: IndicatorStage, fates: readonly Fate[]) =>
    (row: StatedChildren): boolean =>
      row.stage === stage && fates.includes(row.fate);
  const retention = STAGES.flatMap((stage) => {
    const about = [`cohort ${stage}`];
    const measure = (key: string, fates: readonly Fate[]): Measure<StatedChildren> => ({
      key: `${key} ${stage}`,
      counts: isIn(stage, fates),
      about,
    });
    const adjusted = keyOf('RETENTION_RATE', stage);
    const beside = (fate: Fate) => ({ beside: adjusted, counts: isIn(stage, [fate]) });
    return [
      {
        key: adjusted,
        threshold,
        measures: [
          measure('kept', ['stayed', 'movedOut']),
          measure('followed', ['stayed', 'movedOut', 'lost']),
        ],
        remainders: [{ beside: null, counts: isIn(stage, ['lost']) }],
      },
      {
        key: keyOf('RETENTION_RATE_UNADJUSTED', stage),
        threshold,
        measures: [
          measure('finished', ['stayed', 'movedIn']),
          measure('entered', ['stayed', 'movedOut', 'deceased', 'lost']),
        ],
        remainders: [beside('deceased'), beside('movedOut'), beside('movedIn')],
      },
    ];
  });
  return [...retention, turnoverUnit(threshold)];
}

/** Who left and who came count as if both were shown, though their difference alone is. */
function turnoverUnit(threshold: number): PublicationUnit<StatedChildren> {
  const measure = (key: string, fates: readonly Fate[], stages: readonly IndicatorStage[]) => ({
    key: `${key} ${stages.join('+')}`,
    counts: ({ stage, fate }: StatedChildren) => stages.includes(stage) && fates.includes(fate),
    about: ['turnover'],
  });
  const stages: readonly IndicatorStage[] = ['PRIMARY', 'JUNIOR_SECONDARY'];
  return {
    key: keyOf('DROPOUT_RATE_STATISTICAL', 'COMPULSORY'),
    threshold,
    measures: [...stages.map((stage) => [stage]), stages].flatMap((some) => [
      measure('pupils', ['left', 'remained'], some),
      measure('left', ['left'], some),
      measure('came', ['came'], some),
    ]),
    remainders: [],
  };
}

function keyOf(kind: IndicatorDefinition['kind'], stage: IndicatorStage): string {
  return unitOfIndicator({ kind, stage, disability: 'EVERYONE', ages: null, reason: null });
}
