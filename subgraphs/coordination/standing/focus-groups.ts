import { isOnTheRoll } from '../../../policies/current-status.js';
import { isSevere, isThreeCategory } from '../../../policies/disability-severity.js';
import type { ChildFacts } from '../register/child-facts.js';
import { currentStatusOf } from './current-schooling.js';
import { FocusGroupEnum, type FocusGroup } from './focus-group.enum.js';
import { FOCUS_GROUP_SOURCES } from './focus-group-sources.js';
import { holdsOn, type RuleContext } from './rule-context.js';

/** Of the child's cohort or its actual class; a child of neither is in no priority stage. */
export interface GradeFacts {
  readonly grade: number | null;
}

/**
 * The groups a child belongs to today, in the order of the enum.
 *
 * SUPPORT_NEED is all that early marriage, a parent in custody or the child's own custody may become: no other
 * group, and nothing beside it, is set by them.
 */
export function focusGroupsOf(facts: ChildFacts, { grade }: GradeFacts, context: RuleContext): FocusGroup[] {
  const groups = new Set<FocusGroup>([
    ...povertyGroups(facts),
    ...welfareGroups(facts, context),
    ...disabilityGroups(facts, context),
    ...schoolGroups(facts, grade, context),
    ...ledgerGroups(facts, context),
  ]);
  if (hasSupportNeed(facts, context)) groups.add('SUPPORT_NEED');
  if (HARDSHIP.some((group) => groups.has(group))) groups.add('FINANCIAL_HARDSHIP');
  if (groups.has('DISABLED') && groups.has('FINANCIAL_HARDSHIP') && !groups.has('REGISTERED_POVERTY'))
    groups.add('HARDSHIP_DISABLED');
  return FocusGroupEnum.values.filter((group) => groups.has(group));
}

/** Any of these makes a family financially hard; so does the school's own note that the pupil needs aid. */
const HARDSHIP: readonly FocusGroup[] = [
  'REGISTERED_POVERTY',
  'MONITORED',
  'SUBSISTENCE_ALLOWANCE',
  'EXTREME_POVERTY',
];

function povertyGroups({ rows }: ChildFacts): FocusGroup[] {
  const groups: FocusGroup[] = [];
  for (const { kind, monitoredState } of rows.povertyHousehold) {
    if (kind !== 'NOT_REGISTERED_POOR') groups.push('REGISTERED_POVERTY');
    if (monitoredState !== null) groups.push('MONITORED');
  }
  if (rows.relocation.length > 0) groups.push('RELOCATED');
  return groups;
}

const WELFARE = [
  ['subsistenceAllowance', 'SUBSISTENCE_ALLOWANCE'],
  ['extremePovertySupport', 'EXTREME_POVERTY'],
  ['orphan', 'ORPHAN'],
  ['deFactoUnattended', 'DE_FACTO_UNATTENDED'],
  ['leftBehind', 'LEFT_BEHIND'],
  ['childInDifficulty', 'CHILD_IN_DIFFICULTY'],
] as const satisfies readonly (readonly [keyof ChildFacts['rows'], FocusGroup])[];

function welfareGroups({ rows }: ChildFacts, { today }: RuleContext): FocusGroup[] {
  return WELFARE.flatMap(([name, group]) =>
    rows[name].some(({ startedOn, endedOn }) => holdsOn(today, startedOn, endedOn)) ? [group] : [],
  );
}

/** An expired certificate still says that the child is disabled: renewal is late more often than recovery comes. */
function disabilityGroups({ rows }: ChildFacts, { policy }: RuleContext): FocusGroup[] {
  const groups: FocusGroup[] = rows.parentCertificate.length > 0 ? ['CHILD_OF_DISABLED_PERSON'] : [];
  const { threeCategories, severeGrades, severeAtEveryGrade } = policy.disability;
  const severity = { severeGrades: severeGrades.value, severeAtEveryGrade: severeAtEveryGrade.value };
  for (const certificate of rows.disabilityCertificate) {
    groups.push('DISABLED');
    if (isThreeCategory(certificate, threeCategories.value)) groups.push('THREE_CATEGORY_DISABLED');
    if (isSevere(certificate, severity)) groups.push('SEVERELY_DISABLED');
  }
  return groups;
}

function schoolGroups(facts: ChildFacts, grade: number | null, { policy }: RuleContext): FocusGroup[] {
  const groups: FocusGroup[] = [];
  const status = currentStatusOf(facts);
  if (status && isOnTheRoll(status)) {
    if (status.schoolLeftBehindType !== 'NONE') groups.push('SCHOOL_LEFT_BEHIND');
    if (status.isAccompanyingMigrantChild) groups.push('ACCOMPANYING_MIGRANT');
    if (status.needsAid) groups.push('FINANCIAL_HARDSHIP');
  }
  const isReturned =
    status?.status === 'RETURNED' || facts.rows.dropoutCase.some(({ returnedOn }) => returnedOn !== null);
  if (isReturned) groups.push('RETURNED');
  for (const stage of ['TRANSITION_6_TO_7', 'GRADE_8'] as const) {
    if (grade !== null && policy.priorityStages[stage]?.value.grades.includes(grade)) groups.push(stage);
  }
  return groups;
}

/** A ledger may note no other group than those that are left to it. */
const IN_CLASS_LEDGERS = FocusGroupEnum.values.filter((group) =>
  FOCUS_GROUP_SOURCES[group].includes('coordination.CLASS_LEDGERS'),
);

function ledgerGroups({ rows }: ChildFacts, { today }: RuleContext): FocusGroup[] {
  const noted = rows.classLedgerEntry.filter(({ startedOn, endedOn }) => holdsOn(today, startedOn, endedOn));
  return IN_CLASS_LEDGERS.filter((wanted) => noted.some(({ group }) => group === wanted));
}

function hasSupportNeed({ rows }: ChildFacts, { today }: RuleContext): boolean {
  return (
    rows.earlyMarriageScreening.some(({ result }) => result !== 'NONE') ||
    rows.parentInCustody.some(({ startedOn, endedOn }) => holdsOn(today, startedOn, endedOn)) ||
    rows.legalCustody.some(({ startsOn, endsOn }) => holdsOn(today, startsOn, endsOn)) ||
    rows.screeningVisit.some(({ proposedDisposition }) => proposedDisposition === 'LEGAL_CUSTODY') ||
    rows.dropoutCase.some(({ reason, returnedOn }) => reason === 'EARLY_MARRIAGE' && returnedOn === null)
  );
}
