import type { ResolvedPolicy } from '../../policies/resolve-policy.js';
import { FocusGroupEnum, type FocusGroup } from './focus-group.enum.js';
import { FOCUS_GROUP_SOURCES } from './focus-group-sources.js';
import { GROUP_OF_SCOPE, indicatorParts, type EntryCount, type IndicatorDefinition } from './indicators.js';
import type { Measure, PublicationUnit } from './suppression.js';

type Unit = PublicationUnit<EntryCount>;

/** Indicators of one subject, whose stages add up, are shown together; a rate and its number of children are one. */
export function unitOfIndicator({ kind, disability, ages, reason }: IndicatorDefinition): string {
  const subject = kind === 'OPEN_DROPOUTS' ? 'DROPOUT_RATE_CONFIRMED' : kind;
  return [subject, disability, ages?.from, ages?.to, reason].join(' ');
}

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

/** Everything that is published of a division, by what has to be hidden together. */
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
  const bySubject = Map.groupBy(definitions, unitOfIndicator);
  return [
    ...[...bySubject].map(([key, ofSubject]) => ({
      key,
      threshold: Math.max(...ofSubject.map((definition) => thresholdOf(sourcesOf(definition)))),
      measures: ofSubject.flatMap((definition) => indicatorMeasures(definition, definitions)),
    })),
    ...FocusGroupEnum.values.map((group) => ({
      key: unitOfGroup(group),
      threshold: thresholdOf(FOCUS_GROUP_SOURCES[group]),
      measures: groupMeasures(group),
    })),
  ];
}

/** Registers that an indicator lets one conclude on. */
function sourcesOf({ disability, reason }: IndicatorDefinition): readonly string[] {
  return [
    ...(disability === 'EVERYONE' ? [] : FOCUS_GROUP_SOURCES[GROUP_OF_SCOPE[disability]]),
    ...(reason === 'POVERTY' ? FOCUS_GROUP_SOURCES.FINANCIAL_HARDSHIP : []),
  ];
}

/** `civil-affairs.subsistenceAllowance` of a policy is the register `civil-affairs.SUBSISTENCE_ALLOWANCE`. */
function codeOfRegister(key: string): string {
  const [agency = '', register = ''] = key.split('.');
  return `${agency}.${register.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

function groupMeasures(group: FocusGroup): Measure<EntryCount>[] {
  const isIn = ({ focusGroups }: EntryCount) => focusGroups.includes(group);
  return [
    { key: group, counts: isIn },
    ...(WITHIN[group] ?? []).map((wider) => ({
      key: `${wider} without ${group}`,
      counts: (row: EntryCount) => row.focusGroups.includes(wider) && !isIn(row),
    })),
  ];
}

/** Numerator, denominator, what is left between them, and what is left of the wider figures that stand beside it. */
function indicatorMeasures(
  definition: IndicatorDefinition,
  published: readonly IndicatorDefinition[],
): Measure<EntryCount>[] {
  const own = countsOf(definition);
  const wider = published
    .filter((other) => isWider(other, definition))
    .flatMap((other) => {
      const theirs = new Map(countsOf(other).map((count) => [count.part, count]));
      return own.flatMap(({ part, key, counts }) => {
        const around = theirs.get(part);
        return around
          ? [
              {
                key: `${around.key} without ${key}`,
                counts: (row: EntryCount) => around.counts(row) && !counts(row),
              },
            ]
          : [];
      });
    });
  return [...own, ...wider];
}

type Part = 'numerator' | 'denominator' | 'rest' | 'neither in school nor out';

function countsOf(definition: IndicatorDefinition): (Measure<EntryCount> & { readonly part: Part })[] {
  const parts = indicatorParts(definition);
  if (!parts) return [];
  const { kind, stage, disability, ages } = definition;
  const { isInNumerator, isInDenominator } = parts;
  const whom = [stage, disability, ages?.from, ages?.to].join(' ');
  const found: (Measure<EntryCount> & { part: Part })[] = [
    { part: 'numerator', key: `${unitOfIndicator(definition)} ${stage}`, counts: isInNumerator },
  ];
  if (!isInDenominator) return found;
  found.push({ part: 'denominator', key: `cohort ${whom}`, counts: isInDenominator });
  // Pupils of any age attend a stage, so they are no part of its cohort.
  if (kind === 'GROSS_ENROLMENT_RATE') return found;
  found.push({
    part: 'rest',
    key: `rest of ${unitOfIndicator(definition)} ${stage}`,
    counts: (row) => isInDenominator(row) && !isInNumerator(row),
  });
  const enrolled = indicatorParts({ ...definition, kind: 'ENROLMENT_RATE' })?.isInNumerator;
  if (kind === 'DROPOUT_RATE_CONFIRMED' && enrolled) {
    found.push({
      part: 'neither in school nor out',
      key: `neither in school nor out ${whom}`,
      counts: (row) => isInDenominator(row) && !isInNumerator(row) && !enrolled(row),
    });
  }
  return found;
}

/** The same figure about more children: every disability or everyone, all ages, any reason. */
function isWider(other: IndicatorDefinition, own: IndicatorDefinition): boolean {
  const order = ['THREE_CATEGORIES', 'ALL_CATEGORIES', 'EVERYONE'];
  return (
    unitOfIndicator(other) !== unitOfIndicator(own) &&
    subject(other) === subject(own) &&
    other.stage === own.stage &&
    order.indexOf(other.disability) >= order.indexOf(own.disability) &&
    (other.ages === null || JSON.stringify(other.ages) === JSON.stringify(own.ages)) &&
    (other.reason === null || other.reason === own.reason)
  );
}

function subject({ kind }: IndicatorDefinition): string {
  return kind === 'OPEN_DROPOUTS' ? 'DROPOUT_RATE_CONFIRMED' : kind;
}
