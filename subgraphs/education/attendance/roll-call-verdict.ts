import { isOnTheRoll } from '../../../policies/current-status.js';
import type { StudentStatus } from '../status/student-status.entity.js';
import type { RollCallFinding } from './roll-call-finding.entity.js';

export type RollCallVerdictKind =
  'GHOST_STATUS' | 'ABSENT_THIS_TIME' | 'STATUS_AT_OTHER_SCHOOL' | 'STATUS_IN_OTHER_CLASS' | 'STATUS_NOWHERE';

/** What the roll-calls of one child together say, with what it rests on. */
export interface RollCallVerdict {
  readonly kind: RollCallVerdictKind;
  readonly absentCalls: number;
  readonly presentCalls: number;
  /** Where the child is on the roll; null where it is on none. */
  readonly statusSchoolCode: string | null;
}

type Call = Pick<RollCallFinding, 'finding' | 'schoolCode' | 'classCode'>;
type Status = Pick<StudentStatus, 'status' | 'schoolCode' | 'classCode'>;

/**
 * 空挂学籍: on the roll and met at no roll-call that has ever been. 人籍分离: met in a class, and on the roll elsewhere
 * or nowhere. Once absent and once present is neither: the attendance sheets say more of that.
 *
 * @param history all roll-calls of the child
 * @returns null for a child who was where it belongs, or whose status says that it is away
 */
export function rollCallVerdict(
  call: Call,
  history: readonly Call[],
  statuses: readonly Status[],
): RollCallVerdict | null {
  const onRoll = statuses.filter(isOnTheRoll);
  const statusSchoolCode = onRoll[0]?.schoolCode ?? null;
  const absentCalls = history.filter(({ finding }) => finding === 'ABSENT').length;
  const presentCalls = history.length - absentCalls;
  const verdict = (kind: RollCallVerdictKind) => ({ kind, absentCalls, presentCalls, statusSchoolCode });
  if (call.finding === 'EXTRA') {
    if (onRoll.length === 0) return verdict('STATUS_NOWHERE');
    if (onRoll.every(({ schoolCode }) => schoolCode !== call.schoolCode))
      return verdict('STATUS_AT_OTHER_SCHOOL');
    return onRoll.some(({ classCode }) => classCode === call.classCode)
      ? null
      : verdict('STATUS_IN_OTHER_CLASS');
  }
  if (call.finding !== 'ABSENT') return null;
  // Suspended pupils keep their place, and nobody expects them.
  if (!onRoll.some(({ status }) => status !== 'SUSPENDED')) return null;
  return verdict(presentCalls === 0 ? 'GHOST_STATUS' : 'ABSENT_THIS_TIME');
}
