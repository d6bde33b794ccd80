import type { ChildFacts } from './child-facts.js';
import { currentStatusOf, isOnTheRoll } from './current-schooling.js';
import type { FocusGroup } from './focus-group.enum.js';
import { openSpellOf } from './open-absence-spell.js';
import type { RiskFactorKind } from './risk-factor.enum.js';
import { holdsOn, latestBy, type RuleContext } from './rule-context.js';

/** A named circumstance with the register that shows it; no score, no weight. */
export interface FoundRiskFactor {
  readonly factor: RiskFactorKind;
  readonly agency: string;
  readonly register: string | null;
  readonly since: string | null;
  /** Document and clause by which it counts. */
  readonly policyClause: string;
}

/**
 * Sources without which an assessment is incomplete, never low. Restricted registers are left out: whether one of
 * them covers a child would already tell something of its contents.
 */
export const RISK_SOURCES: readonly string[] = [
  'education.STUDENT_STATUS',
  'education.ATTENDANCE',
  'civil-affairs.LEFT_BEHIND',
  'civil-affairs.DE_FACTO_UNATTENDED',
  'civil-affairs.ORPHAN',
  'civil-affairs.SUBSISTENCE_ALLOWANCE',
  'disability.CERTIFICATES',
  'labour.CHILD_LABOUR_CASES',
  'labour.GUARDIAN_WORK',
  'poverty.HOUSEHOLDS',
];

const CLAUSES = {
  monitoredGroups: '教基厅函〔2024〕15号 重点排查和监测对象',
  priorityStages: '青政办发〔2018〕49号 三（一）',
  attendance: '青政办发〔2018〕49号 三（一）3',
  childLabour: '国务院令第364号 第六条',
  missing: '印府办发〔2020〕19号 三（一）县公安局',
  placement: '印府办发〔2020〕19号 三（一）县残联',
} as const;

/** Grades behind the cohort from which lagging counts. */
const GRADES_BEHIND = 2;

export interface RiskQuestion {
  readonly facts: ChildFacts;
  readonly focusGroups: readonly FocusGroup[];
  readonly expectedGrade: number | null;
}

/** Every factor that a row shows today, in the order of the enum. Who a child is (ethnic group, sex) is no factor. */
export function riskFactorsOf(question: RiskQuestion, context: RuleContext): FoundRiskFactor[] {
  return [
    ...absence(question, context),
    ...lagging(question),
    ...childLabour(question),
    ...stages(question, context),
    ...family(question, context),
    ...disability(question),
    ...missing(question),
    ...supportNeed(question),
  ];
}

type Factors = FoundRiskFactor[];

function absence({ facts }: RiskQuestion, context: RuleContext): Factors {
  const spell = openSpellOf(facts.rows.absence, context);
  return spell && spell.schoolDays >= context.policy.clocks.suspectAfterSchoolDays.value
    ? [factor('UNEXCUSED_ABSENCE', 'education.ATTENDANCE', spell.from, CLAUSES.attendance)]
    : [];
}

function lagging({ facts, expectedGrade }: RiskQuestion): Factors {
  const status = currentStatusOf(facts);
  const isBehind =
    status && isOnTheRoll(status) && expectedGrade !== null && expectedGrade - status.grade >= GRADES_BEHIND;
  return isBehind
    ? [factor('OVER_AGE_FOR_GRADE', 'education.STUDENT_STATUS', status.enrolledOn, CLAUSES.monitoredGroups)]
    : [];
}

function childLabour({ facts }: RiskQuestion): Factors {
  const found = latestBy(facts.rows.childLabourCase, ({ foundOn }) => foundOn);
  return found
    ? [factor('CHILD_LABOUR', 'labour.CHILD_LABOUR_CASES', found.foundOn, CLAUSES.childLabour)]
    : [];
}

function stages({ facts, focusGroups }: RiskQuestion, { policy }: RuleContext): Factors {
  const factors: Factors = [];
  if (focusGroups.includes('RETURNED')) {
    const returned = latestBy(
      facts.rows.dropoutCase.filter(({ returnedOn }) => returnedOn !== null),
      ({ returnedOn }) => returnedOn ?? '',
    );
    const source = returned ? 'coordination.CASEWORK' : 'education.STUDENT_STATUS';
    factors.push(factor('RETURNED', source, returned?.returnedOn ?? null, CLAUSES.priorityStages));
  }
  for (const stage of ['TRANSITION_6_TO_7', 'GRADE_8'] as const) {
    if (!focusGroups.includes(stage)) continue;
    const stated = policy.priorityStages[stage]?.provenance[0];
    const clause = stated ? `${stated.document} ${stated.clause}` : CLAUSES.priorityStages;
    factors.push(factor(stage, 'education.STUDENT_STATUS', null, clause));
  }
  return factors;
}

function family({ facts: { rows }, focusGroups }: RiskQuestion, { today }: RuleContext): Factors {
  const factors: Factors = [];
  const held = (period: { startedOn: string; endedOn: string | null }) =>
    holdsOn(today, period.startedOn, period.endedOn);
  const leftBehind = rows.leftBehind.find(held);
  if (leftBehind)
    factors.push(
      factor('LEFT_BEHIND', 'civil-affairs.LEFT_BEHIND', leftBehind.startedOn, CLAUSES.monitoredGroups),
    );
  const away = rows.guardianWorkAway.filter(({ startedOn, endsOn }) => holdsOn(today, startedOn, endsOn));
  const bothAway = ['FATHER', 'MOTHER'].every((parent) => away.some(({ guardian }) => guardian === parent));
  if (bothAway) {
    const since =
      away
        .map(({ startedOn }) => startedOn)
        .toSorted()
        .at(-1) ?? null;
    factors.push(factor('GUARDIANS_WORK_AWAY', 'labour.GUARDIAN_WORK', since, CLAUSES.monitoredGroups));
  }
  const unattended = rows.deFactoUnattended.find(held);
  const orphan = rows.orphan.find(held);
  if (unattended || orphan) {
    const source = unattended ? 'civil-affairs.DE_FACTO_UNATTENDED' : 'civil-affairs.ORPHAN';
    const since = (unattended ?? orphan)?.startedOn ?? null;
    factors.push(factor('DE_FACTO_UNATTENDED', source, since, CLAUSES.monitoredGroups));
  }
  const hardship = hardshipSource(focusGroups);
  if (hardship) factors.push(factor('HARDSHIP', hardship, null, CLAUSES.monitoredGroups));
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
    ? [
        factor(
          'DISABLED_WITHOUT_PLACEMENT',
          'disability.CERTIFICATES',
          certificate.issuedOn,
          CLAUSES.placement,
        ),
      ]
    : [];
}

function missing({ facts: { rows } }: RiskQuestion): Factors {
  const asked = latestBy(rows.missingPerson, ({ requestedOn }) => requestedOn);
  return asked && (asked.result === null || asked.result === 'MISSING')
    ? [factor('MISSING', 'police.MISSING_PERSONS', asked.requestedOn, CLAUSES.missing)]
    : [];
}

/** Says nothing of source or date: either would tell what it stands for. */
function supportNeed({ focusGroups }: RiskQuestion): Factors {
  return focusGroups.includes('SUPPORT_NEED')
    ? [
        {
          factor: 'SUPPORT_NEED',
          agency: 'coordination',
          register: null,
          since: null,
          policyClause: CLAUSES.monitoredGroups,
        },
      ]
    : [];
}

function factor(
  kind: RiskFactorKind,
  source: string,
  since: string | null,
  policyClause: string,
): FoundRiskFactor {
  const [agency = '', register = ''] = source.split('.');
  return { factor: kind, agency, register, since, policyClause };
}
