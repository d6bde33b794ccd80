import { isOnTheRoll } from '../../../policies/current-status.js';
import { clauseOfEntry, policyClause } from '../../../policies/resolve-policy.js';
import type { ChildFacts } from '../register/child-facts.js';
import { currentStatusOf } from '../standing/current-schooling.js';
import type { FocusGroup } from '../standing/focus-group.enum.js';
import { FOCUS_GROUP_SOURCES, RESTRICTED_SOURCES } from '../standing/focus-group-sources.js';
import type { RiskFactorKind } from './risk-factor.enum.js';
import { holdsOn, latestBy, type RuleContext } from '../standing/rule-context.js';
import { suspectedAbsenceOf } from '../standing/suspected-absence.js';

/** A named circumstance with the register that shows it; no score, no weight. */
export interface FoundRiskFactor {
  readonly factor: RiskFactorKind;
  readonly agency: string;
  readonly register: string | null;
  readonly since: string | null;
  /** Document and clause by which it counts. */
  readonly policyClause: string;
}

/** Registers that the rules below read by themselves; what they take from focus groups rests on those groups' sources. */
const READ_DIRECTLY: readonly string[] = [
  'education.STUDENT_STATUS',
  'education.ATTENDANCE',
  'education.SPECIAL_EDUCATION',
  'education.STUDY_ELSEWHERE',
  'police.MISSING_PERSONS',
  'civil-affairs.LEFT_BEHIND',
  'civil-affairs.DE_FACTO_UNATTENDED',
  'civil-affairs.ORPHAN',
  'disability.CERTIFICATES',
  'labour.CHILD_LABOUR_CASES',
  'labour.GUARDIAN_WORK',
  'coordination.CASEWORK',
];

/** Focus groups that a factor is found by. */
const READ_GROUPS: readonly FocusGroup[] = [
  'RETURNED',
  'TRANSITION_6_TO_7',
  'GRADE_8',
  'MONITORED',
  'REGISTERED_POVERTY',
  'SUBSISTENCE_ALLOWANCE',
  'EXTREME_POVERTY',
  'FINANCIAL_HARDSHIP',
  'SUPPORT_NEED',
];

/**
 * Sources without which an assessment is incomplete, never low. Restricted registers are left out: whether one of
 * them covers a child would already tell something of its contents.
 */
export const RISK_SOURCES: readonly string[] = [
  ...new Set([...READ_DIRECTLY, ...READ_GROUPS.flatMap((group) => FOCUS_GROUP_SOURCES[group])]),
].filter((source) => !RESTRICTED_SOURCES.has(source));

export interface RiskQuestion {
  readonly facts: ChildFacts;
  readonly focusGroups: readonly FocusGroup[];
  readonly expectedGrade: number | null;
}

type Found = Omit<FoundRiskFactor, 'policyClause'>;
type Factors = Found[];

/** Every factor that a row shows today, in the order of the enum. Who a child is (ethnic group, sex) is no factor. */
export function riskFactorsOf(question: RiskQuestion, context: RuleContext): FoundRiskFactor[] {
  const found = [
    ...absence(question, context),
    ...lagging(question, context),
    ...childLabour(question),
    ...stages(question),
    ...family(question, context),
    ...disability(question),
    ...missing(question),
    ...supportNeed(question),
  ];
  return found.map((one) => ({ ...one, policyClause: factorClause(one.factor, context.policy) }));
}

/** A factor that a number of the policy decides rests on that number's clause, any other on its own. */
function factorClause(factor: RiskFactorKind, policy: RuleContext['policy']): string {
  switch (factor) {
    case 'UNEXCUSED_ABSENCE':
      return policyClause(policy.clocks.suspectAfterSchoolDays);
    case 'OVER_AGE_FOR_GRADE':
      return policyClause(policy.progress.gradesBehindCohort);
    case 'TRANSITION_6_TO_7':
    case 'GRADE_8':
      return clauseOfEntry(policy.priorityStages, factor);
    default:
      return clauseOfEntry(policy.riskFactors, factor);
  }
}

function absence({ facts }: RiskQuestion, context: RuleContext): Factors {
  const spell = suspectedAbsenceOf(facts, context);
  return spell ? [factor('UNEXCUSED_ABSENCE', 'education.ATTENDANCE', spell.from)] : [];
}

function lagging({ facts, expectedGrade }: RiskQuestion, { policy }: RuleContext): Factors {
  const status = currentStatusOf(facts);
  const isBehind =
    status &&
    isOnTheRoll(status) &&
    expectedGrade !== null &&
    expectedGrade - status.grade >= policy.progress.gradesBehindCohort.value;
  return isBehind ? [factor('OVER_AGE_FOR_GRADE', 'education.STUDENT_STATUS', status.enrolledOn)] : [];
}

function childLabour({ facts }: RiskQuestion): Factors {
  const found = latestBy(facts.rows.childLabourCase, ({ foundOn }) => foundOn);
  return found ? [factor('CHILD_LABOUR', 'labour.CHILD_LABOUR_CASES', found.foundOn)] : [];
}

function stages({ facts, focusGroups }: RiskQuestion): Factors {
  const factors: Factors = [];
  if (focusGroups.includes('RETURNED')) {
    const returned = latestBy(
      facts.rows.dropoutCase.filter(({ returnedOn }) => returnedOn !== null),
      ({ returnedOn }) => returnedOn ?? '',
    );
    const source = returned ? 'coordination.CASEWORK' : 'education.STUDENT_STATUS';
    factors.push(factor('RETURNED', source, returned?.returnedOn ?? null));
  }
  for (const stage of ['TRANSITION_6_TO_7', 'GRADE_8'] as const) {
    if (focusGroups.includes(stage)) factors.push(factor(stage, 'education.STUDENT_STATUS', null));
  }
  return factors;
}

function family({ facts: { rows }, focusGroups }: RiskQuestion, { today }: RuleContext): Factors {
  const factors: Factors = [];
  const held = (period: { startedOn: string; endedOn: string | null }) =>
    holdsOn(today, period.startedOn, period.endedOn);
  const leftBehind = rows.leftBehind.find(held);
  if (leftBehind) factors.push(factor('LEFT_BEHIND', 'civil-affairs.LEFT_BEHIND', leftBehind.startedOn));
  const away = rows.guardianWorkAway.filter(({ startedOn, endsOn }) => holdsOn(today, startedOn, endsOn));
  const bothAway = ['FATHER', 'MOTHER'].every((parent) => away.some(({ guardian }) => guardian === parent));
  if (bothAway) {
    const since =
      away
        .map(({ startedOn }) => startedOn)
        .toSorted()
        .at(-1) ?? null;
    factors.push(factor('GUARDIANS_WORK_AWAY', 'labour.GUARDIAN_WORK', since));
  }
  const unattended = rows.deFactoUnattended.find(held);
  const orphan = rows.orphan.find(held);
  if (unattended || orphan) {
    const source = unattended ? 'civil-affairs.DE_FACTO_UNATTENDED' : 'civil-affairs.ORPHAN';
    const since = (unattended ?? orphan)?.startedOn ?? null;
    factors.push(factor('DE_FACTO_UNATTENDED', source, since));
  }
  const hardship = hardshipSource(focusGroups);
  if (hardship) factors.push(factor('HARDSHIP', hardship, null));
  return factors;
}

function hardshipSource(groups: readonly FocusGroup[]): string | null {
  if (groups.includes('MONITORED') || groups.includes('REGISTERED_POVERTY')) return 'poverty.HOUSEHOLDS';
  if (groups.includes('SUBSISTENCE_ALLOWANCE')) return 'civil-affairs.SUBSISTENCE_ALLOWANCE';
  if (groups.includes('EXTREME_POVERTY')) return 'civil-affairs.EXTREME_POVERTY_SUPPORT';
  return groups.includes('FINANCIAL_HARDSHIP') ? 'education.STUDENT_STATUS' : null;
}

function disability({ facts: { rows }, expectedGrade }: RiskQuestion): Factors {
  const [certificate] = rows.disabilityCertificate;
  const isTaught =
    rows.educationPlacement.length > 0 ||
    rows.studyElsewhere.length > 0 ||
    rows.studentStatus.some(isOnTheRoll);
  return certificate && !isTaught && expectedGrade !== null
    ? [factor('DISABLED_WITHOUT_PLACEMENT', 'disability.CERTIFICATES', certificate.issuedOn)]
    : [];
}

function missing({ facts: { rows } }: RiskQuestion): Factors {
  const asked = latestBy(rows.missingPerson, ({ requestedOn }) => requestedOn);
  return asked && (asked.result === null || asked.result === 'MISSING')
    ? [factor('MISSING', 'police.MISSING_PERSONS', asked.requestedOn)]
    : [];
}

/** Says nothing of source or date: either would tell what it stands for. */
function supportNeed({ focusGroups }: RiskQuestion): Factors {
  return focusGroups.includes('SUPPORT_NEED')
    ? [{ factor: 'SUPPORT_NEED', agency: 'coordination', register: null, since: null }]
    : [];
}

function factor(kind: RiskFactorKind, source: string, since: string | null): Found {
  const [agency = '', register = ''] = source.split('.');
  return { factor: kind, agency, register, since };
}
