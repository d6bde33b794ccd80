import { BODIES } from '../../../policies/bodies.js';
import { daysBetween, type IsoDate } from '../../../policies/iso-date.js';
import type { Label } from '../../../policies/policy-label.js';
import { policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { EnumValue } from '../../_kit/schema/label.js';
import type { AttendanceDuty, DutyKind } from './attendance-duties.js';
import type {
  AccountabilityConsequenceEnum,
  AccountablePostEnum,
  ReportingViolationEnum,
} from './reporting.enums.js';

export type ViolationKind = EnumValue<typeof ReportingViolationEnum>;

type AccountablePost = EnumValue<typeof AccountablePostEnum>;

/** What a policy orders for a failure. */
export interface AccountabilityRule {
  readonly consequence: EnumValue<typeof AccountabilityConsequenceEnum>;
  readonly of: readonly Label[];
  readonly policyClause: string;
}

/** Who answers for a failure, and with what. */
export type LiabilityRules = Pick<ResolvedPolicy, 'dropoutReporting' | 'accountability'>;

const POSTS = {
  HANDLING_CLERK: 'STATUS_CLERK',
  SCHOOL_HEAD: 'HEAD_OF_SCHOOL',
} as const satisfies Record<string, AccountablePost>;

export interface ReportingViolation {
  readonly kind: ViolationKind;
  /** What was not done, or late. */
  readonly duty: DutyKind;
  readonly dueOn: IsoDate;
  readonly doneOn: IsoDate | null;
  /** Calendar days after the last day in time, until it was done or until the day of the records. */
  readonly daysLate: number;
  /** Who entered it late; null for what nobody has done, and for what was imported. */
  readonly clerk: string | null;
  readonly accountable: readonly AccountablePost[];
  /** What the policy in force orders for it; null where it names nothing. */
  readonly accountability: AccountabilityRule | null;
  readonly policyClause: string;
}

const MARKS: readonly DutyKind[] = ['MARK_SUSPECTED_DROPOUT', 'MARK_DROPPED_OUT'];
const REPORTS: readonly DutyKind[] = ['REPORT_TO_TOWNSHIP', 'REPORT_TO_EDUCATION_BUREAU'];
/** For which clerk and head of a school answer; a contact or a call that is missing is a matter of its own office. */
const ACCOUNTED: readonly DutyKind[] = [...MARKS, ...REPORTS, 'MARK_RETURNED'];

/**
 * 瞒报、漏报、不作标注 of one spell, from what it asked of the school. Of a child that was away for longer than the second
 * clock and about whom nothing at all was entered, the whole is one concealment, not one failure for each duty.
 */
export function reportingViolations(
  duties: readonly AttendanceDuty[],
  rules: LiabilityRules,
  knownUpTo: IsoDate | null,
): ReportingViolation[] {
  if (knownUpTo === null) return [];
  const accounted = duties.filter(({ kind }) => ACCOUNTED.includes(kind));
  const open = accounted.filter(({ state }) => state === 'OVERDUE');
  const isReportOpen = open.some(({ kind }) => REPORTS.includes(kind));
  const isAnythingDone = accounted.some(({ doneOn }) => doneOn !== null);
  const late = accounted.filter(({ state }) => state === 'DONE_LATE');
  if (isReportOpen && !isAnythingDone) {
    const report = open.find(({ kind }) => REPORTS.includes(kind));
    return report ? [violationOf('CONCEALED', report, rules, knownUpTo)] : [];
  }
  return [
    ...open.map((duty) =>
      violationOf(REPORTS.includes(duty.kind) ? 'OMITTED' : 'UNMARKED', duty, rules, knownUpTo),
    ),
    ...late.map((duty) => violationOf('LATE', duty, rules, knownUpTo)),
  ];
}

function violationOf(
  kind: ViolationKind,
  duty: AttendanceDuty,
  { dropoutReporting, accountability }: LiabilityRules,
  knownUpTo: IsoDate,
): ReportingViolation {
  const dueOn = duty.dueOn ?? knownUpTo;
  return {
    kind,
    duty: duty.kind,
    dueOn,
    doneOn: duty.doneOn,
    daysLate: daysBetween(dueOn, duty.doneOn ?? knownUpTo),
    clerk: duty.doneBy,
    accountable: dropoutReporting.liable.value.map((person) => POSTS[person]),
    // No document names what is only late.
    accountability: kind === 'LATE' ? null : ruleOf(accountability[kind]),
    policyClause: duty.policyClause,
  };
}

function ruleOf(stated: LiabilityRules['accountability']['CONCEALED']): AccountabilityRule | null {
  if (!stated) return null;
  const { consequence, of } = stated.value;
  return { consequence, of: of.map((body) => BODIES[body]), policyClause: policyClause(stated) };
}
