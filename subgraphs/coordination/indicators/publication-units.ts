import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import { FocusGroupEnum, type FocusGroup } from '../standing/focus-group.enum.js';
import { FOCUS_GROUP_SOURCES } from '../standing/focus-group-sources.js';
import {
  GROUP_OF_SCOPE,
  hasOwnDenominator,
  indicatorParts,
  type EntryCount,
  type IndicatorDefinition,
  type IndicatorParts,
} from './indicators.js';
import { remaindersOfReturns } from './remainders-of-returns.js';
import { isStatistic } from './school-statistics.js';
import { subjectOf, unitOfIndicator } from './indicator-unit.js';
import type { Measure, PublicationUnit } from './suppression.js';

type Unit = PublicationUnit<EntryCount>;

export function unitOfGroup(group: FocusGroup): string {
  return `FOCUS_GROUP ${group}`;
}

/** Groups that lie inside another whose count stands beside theirs, so that the difference can be read off. */
const WITHIN: Readonly<Partial<Record<FocusGroup, readonly FocusGroup[]>>> = {
  THREE_CATEGORY_DISABLED: ['DISABLED'],
  SEVERELY_DISABLED: ['DISABLED'],
  HARDSHIP_DISABLED: ['DISABLED', 'FINANCIAL_HARDSHIP'],
  REGISTERED_POVERTY: ['FINANCIAL_HARDSHIP'],
  MONITORED: ['FINANCIAL_HARDSHIP'],
  SUBSISTENCE_ALLOWANCE: ['FINANCIAL_HARDSHIP'],
  EXTREME_POVERTY: ['FINANCIAL_HARDSHIP'],
};

/** Everything of the register that is published of a division, by what has to be hidden together. */
export function publicationUnits(
  definitions: readonly IndicatorDefinition[],
  { privacy }: Pick<ResolvedPolicy, 'privacy'>,
): Unit[] {
  const sensitive = new Set(privacy.sensitiveRegisters.value.map(codeOfRegister));
  const thresholdOf = (sources: readonly string[]) =>
    (sources.some((source) => sensitive.has(source))
      ? privacy.suppressSensitiveCountsBelow
      : privacy.suppressCountsBelow
    ).value;
  const ofRegister = definitions.filter(({ kind }) => !isStatistic(kind));
  const bySubject = Map.groupBy(ofRegister, unitOfIndicator);
  return [
    ...[...bySubject].map(([key, ofSubject]) => ({
      key,
      threshold: Math.max(...ofSubject.map((definition) => thresholdOf(sourcesOf(definition)))),
      measures: ofSubject.flatMap(measuresOf),
      remainders: ofSubject.flatMap((definition) => remaindersOf(definition, ofRegister)),
    })),
    ...FocusGroupEnum.values.map((group) => ({
      key: unitOfGroup(group),
      threshold: thresholdOf(FOCUS_GROUP_SOURCES[group]),
      ...groupCounts(group),
    })),
  ];
}

/** Registers that an indicator lets one conclude on. */
function sourcesOf({ kind, disability, reason }: IndicatorDefinition): readonly string[] {
  return [
    ...(kind === 'AID_COVERAGE' ? FOCUS_GROUP_SOURCES.HARDSHIP_DISABLED : []),
    ...(disability === 'EVERYONE' ? [] : FOCUS_GROUP_SOURCES[GROUP_OF_SCOPE[disability]]),
    ...(reason === 'POVERTY' ? FOCUS_GROUP_SOURCES.FINANCIAL_HARDSHIP : []),
  ];
}

/** `civil-affairs.subsistenceAllowance` of a policy is the register `civil-affairs.SUBSISTENCE_ALLOWANCE`. */
function codeOfRegister(key: string): string {
  const [agency = '', register = ''] = key.split('.');
  return `${agency}.${register.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** What a group looks at, where that is not the group's own register alone. */
const ABOUT: Readonly<Partial<Record<FocusGroup, readonly string[]>>> = {
  DISABLED: ['disability'],
  THREE_CATEGORY_DISABLED: ['disability'],
  SEVERELY_DISABLED: ['disability'],
  HARDSHIP_DISABLED: ['disability', 'hardship'],
  FINANCIAL_HARDSHIP: ['hardship'],
  REGISTERED_POVERTY: ['hardship'],
  MONITORED: ['hardship'],
  SUBSISTENCE_ALLOWANCE: ['hardship'],
  EXTREME_POVERTY: ['hardship'],
  SCHOOL_LEFT_BEHIND: ['schooling'],
  ACCOMPANYING_MIGRANT: ['schooling'],
  TRANSITION_6_TO_7: ['schooling'],
  GRADE_8: ['schooling'],
};

function groupCounts(group: FocusGroup): Pick<Unit, 'measures' | 'remainders'> {
  const isIn = ({ focusGroups }: EntryCount) => focusGroups.includes(group);
  return {
    measures: [
      {
        key: group,
        counts: isIn,
        about: ABOUT[group] ?? [group],
        ...(group === 'HARDSHIP_DISABLED' && {
          exchange: { about: ['disability'], among: isInUnregisteredHardship },
        }),
      },
    ],
    remainders: (WITHIN[group] ?? []).map((wider) => ({
      counts: (row: EntryCount) => row.focusGroups.includes(wider) && !isIn(row),
      beside: unitOfGroup(wider),
    })),
  };
}

function isInUnregisteredHardship({ focusGroups }: EntryCount): boolean {
  return focusGroups.includes('FINANCIAL_HARDSHIP') && !focusGroups.includes('REGISTERED_POVERTY');
}

function measuresOf(definition: IndicatorDefinition): Measure<EntryCount>[] {
  const parts = indicatorParts(definition);
  if (!parts) return [];
  const { kind, stage, disability, ages, reason } = definition;
  if (kind === 'AID_COVERAGE') return aidMeasures(parts);
  const about = [
    'schooling',
    ...(disability === 'EVERYONE' ? [] : ['disability']),
    ...(reason === null ? [] : ['reason']),
  ];
  // Of the disabled, another could be disabled among those who are schooled alike.
  const everyone =
    disability === 'EVERYONE' ? null : indicatorParts({ ...definition, disability: 'EVERYONE' });
  const through = (among: ((row: EntryCount) => boolean) | null | undefined) =>
    among ? { exchange: { about: ['disability'], among } } : {};
  const numerator = {
    key: `${unitOfIndicator(definition)} ${stage}`,
    counts: parts.isInNumerator,
    about,
    ...through(everyone?.isInNumerator),
  };
  const { isInNumerator, isInDenominator } = parts;
  if (!isInDenominator) return [numerator];
  const of = hasOwnDenominator(kind) ? kind : 'cohort';
  const key = [of, stage, disability, ages?.from, ages?.to].join(' ');
  const denominator = { key, counts: isInDenominator, about, ...through(everyone?.isInDenominator) };
  if (!hasOwnDenominator(kind)) return [numerator, denominator];
  // Of a small group, those left over are no less exposed than the two counts between which they stand.
  const counts = (row: EntryCount) => isInDenominator(row) && !isInNumerator(row);
  return [numerator, denominator, { key: `rest of ${key}`, counts, about }];
}

/** Whom aid is for follows from hardship, so that each tells of the other. */
function aidMeasures({ isInNumerator, isInDenominator, isUnknown }: IndicatorParts): Measure<EntryCount>[] {
  const measure = (key: string, counts: ((row: EntryCount) => boolean) | null | undefined) =>
    counts ? [{ key: `AID_COVERAGE ${key}`, counts, about: ['aid', 'hardship'] }] : [];
  return [
    ...measure('aided', isInNumerator),
    ...measure('eligible', isInDenominator),
    ...measure('lacking', isInDenominator && ((row) => isInDenominator(row) && !isInNumerator(row))),
    ...measure('unknown', isUnknown),
  ];
}

type Remainders = Unit['remainders'][number][];

/** Where only those in hardship are aided, these stand between the two counts. */
const NO_AID_IN_HARDSHIP: Remainders[number] = {
  counts: ({ focusGroups, aid }) => focusGroups.includes('FINANCIAL_HARDSHIP') && aid === null,
  beside: unitOfGroup('FINANCIAL_HARDSHIP'),
};

/** What is left between numerator and denominator, beside the enrolled, and to the same figure about more children. */
function remaindersOf(
  definition: IndicatorDefinition,
  published: readonly IndicatorDefinition[],
): Remainders {
  const parts = indicatorParts(definition);
  // Pupils of any age attend a stage, so they are no part of its cohort.
  if (!parts || definition.kind === 'GROSS_ENROLMENT_RATE') return [];
  const { isInNumerator, isInDenominator } = parts;
  const remainders: Remainders = definition.kind === 'AID_COVERAGE' ? [NO_AID_IN_HARDSHIP] : [];
  if (isInDenominator)
    remainders.push({ beside: null, counts: (row) => isInDenominator(row) && !isInNumerator(row) });
  remainders.push(...remaindersOfReturns(definition));
  const enrolment: IndicatorDefinition = { ...definition, kind: 'ENROLMENT_RATE' };
  const enrolled = indicatorParts(enrolment);
  if (definition.kind === 'DROPOUT_RATE_CONFIRMED' && enrolled)
    remainders.push({
      beside: unitOfIndicator(enrolment),
      counts: (row) => Boolean(isInDenominator?.(row)) && !isInNumerator(row) && !enrolled.isInNumerator(row),
    });
  for (const wider of published.filter((other) => isWider(other, definition))) {
    const around = indicatorParts(wider);
    const beside = unitOfIndicator(wider);
    if (!around) continue;
    remainders.push({ beside, counts: (row) => around.isInNumerator(row) && !isInNumerator(row) });
    if (around.isInDenominator && isInDenominator)
      remainders.push({
        beside,
        counts: (row) =>
          Boolean(around.isInDenominator?.(row)) &&
          !around.isInNumerator(row) &&
          !(isInDenominator(row) && !isInNumerator(row)),
      });
  }
  return remainders;
}

/** The same figure about more children: every disability or everyone, all ages, any reason. */
export function isWider(other: IndicatorDefinition, own: IndicatorDefinition): boolean {
  const order = ['THREE_CATEGORIES', 'ALL_CATEGORIES', 'EVERYONE'];
  return (
    unitOfIndicator(other) !== unitOfIndicator(own) &&
    subjectOf(other) === subjectOf(own) &&
    other.stage === own.stage &&
    order.indexOf(other.disability) >= order.indexOf(own.disability) &&
    (other.ages === null || JSON.stringify(other.ages) === JSON.stringify(own.ages)) &&
    (other.reason === null || other.reason === own.reason)
  );
}
