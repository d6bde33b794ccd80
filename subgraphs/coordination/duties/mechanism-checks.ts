import type { DutyKind } from '../../../policies/duty-kinds.js';
import { policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { DutyCount } from './duty-summary.js';

/** 五项制度 (城区控辍保学实施方案 to 2025): each with the kinds of duty by which a record shows that it is carried out. */
export const FIVE_MECHANISMS = {
  SCREENING_REPORT: ['SCREENING', 'CENSUS', 'REPORT'],
  PERSUASION_TO_RETURN: ['PERSUASION', 'GUARDIAN_CONTACT', 'LEGAL_ACTION'],
  POVERTY_HELP: ['RELIEF_REFERRAL', 'HARDSHIP_REPORT', 'HOME_VISITS', 'CARE', 'FUNDING'],
  STATUS_MANAGEMENT: ['STATUS_REVIEW', 'ROLL_CALL', 'VERIFICATION'],
  ACCOUNTABILITY: ['ACCOUNTABILITY', 'RECTIFICATION', 'INSPECTION', 'ASSESSMENT'],
} as const satisfies Readonly<Record<string, readonly DutyKind[]>>;
export type FiveMechanism = keyof typeof FIVE_MECHANISMS;

const isMechanism = (name: string): name is FiveMechanism => name in FIVE_MECHANISMS;

export type MechanismState = 'NOT_ORDERED' | 'NO_RECORD_ASKED' | 'IN_ORDER' | 'OVERDUE' | 'UNKNOWN';

export interface MechanismCheck {
  readonly mechanism: FiveMechanism;
  /** Null where the policy in force names no such mechanism. */
  readonly policyClause: string | null;
  readonly state: MechanismState;
  readonly duties: readonly DutyCount[];
}

/**
 * The check-list of the five mechanisms: which of them the policy in force orders, and how the duties that stand for
 * each are done. What is not ordered is no failure, and a duty of which nobody can say is not in order.
 */
export function mechanismChecks(
  { mechanisms }: Pick<ResolvedPolicy, 'mechanisms'>,
  counts: readonly DutyCount[],
): MechanismCheck[] {
  return Object.keys(FIVE_MECHANISMS)
    .filter(isMechanism)
    .map((mechanism) => {
      const stated = mechanisms[mechanism];
      const own: readonly DutyKind[] = FIVE_MECHANISMS[mechanism];
      const duties = counts.filter(({ kind }) => own.includes(kind));
      return {
        mechanism,
        policyClause: stated ? policyClause(stated) : null,
        state: stated ? stateOf(duties) : 'NOT_ORDERED',
        duties,
      };
    });
}

function stateOf(duties: readonly DutyCount[]): MechanismState {
  if (duties.length === 0) return 'NO_RECORD_ASKED';
  if (duties.some(({ overdue }) => overdue > 0)) return 'OVERDUE';
  return duties.some(({ unknown }) => unknown > 0) ? 'UNKNOWN' : 'IN_ORDER';
}
