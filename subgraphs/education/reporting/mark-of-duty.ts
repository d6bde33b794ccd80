import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { EnumValue } from '../../_kit/schema/label.js';
import type { AttendanceDutyEnum, MarkPlaceEnum } from './reporting.enums.js';

/** What a policy orders of a mark that a duty asks for. */
export interface MarkOfDuty {
  /** Where the mark is to stand; null for what is no mark. */
  readonly markedIn: readonly EnumValue<typeof MarkPlaceEnum>[] | null;
  /** Whether the pupil keeps its student status in spite of the mark; null for what is no mark. */
  readonly statusIsRetained: boolean | null;
}

/**
 * 在学籍系统和学校控辍保学工作台账中标注辍学，为其保留学籍; the suspicion and the return stand in the status system alone
 * (青政办发〔2018〕49号 三（一）3).
 */
export function markOf(
  kind: EnumValue<typeof AttendanceDutyEnum>,
  { markedIn, statusIsRetained }: ResolvedPolicy['dropoutReporting'],
): MarkOfDuty {
  switch (kind) {
    case 'MARK_DROPPED_OUT':
      return { markedIn: markedIn.value, statusIsRetained: statusIsRetained.value };
    case 'MARK_SUSPECTED_DROPOUT':
    case 'MARK_RETURNED':
      return { markedIn: ['STUDENT_STATUS'], statusIsRetained: statusIsRetained.value };
    default:
      return { markedIn: null, statusIsRetained: null };
  }
}
