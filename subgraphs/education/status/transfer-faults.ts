import { addMonths, parseIsoDate } from '../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { SchoolCalendar } from '../../../policies/school-calendar.js';
import type { EnumValue } from '../../_kit/schema/label.js';
import type { TransferFaultEnum } from './student-status.enums.js';

export type TransferFault = EnumValue<typeof TransferFaultEnum>;

interface Change {
  readonly kind: string;
  readonly changedOn: string;
}

/** What ends a suspension; a transfer does not. */
const ENDS_SUSPENSION: ReadonlySet<string> = new Set([
  'RETURNED',
  'ADMITTED',
  'WITHDRAWN',
  'EXPELLED',
  'DROPPED_OUT',
  'DECEASED',
  'GRADUATED',
  'COMPLETED_WITHOUT_DIPLOMA',
]);

/**
 * Which rules a transfer breaks (教基〔2025〕1号 转学): it may be made up to some months after the beginning of a term, and
 * not while the pupil is suspended. In the vacations and where the dates of the term are not known, none is late.
 * @param changes all of the pupil's
 */
export function transferFaults(
  { changedOn }: Change,
  changes: readonly Change[],
  { studentStatus }: Pick<ResolvedPolicy, 'studentStatus'>,
  { termOf }: Pick<SchoolCalendar, 'termOf'>,
): TransferFault[] {
  const day = parseIsoDate(changedOn);
  const term = termOf(day);
  const isLate =
    term !== undefined && day > addMonths(term.start, studentStatus.transferMonthsFromTermStart.value);
  const before = changes
    .filter((change) => change.changedOn < changedOn)
    .toSorted((a, b) => b.changedOn.localeCompare(a.changedOn))
    .find(({ kind }) => kind === 'SUSPENDED' || ENDS_SUSPENSION.has(kind));
  const isSuspended = before?.kind === 'SUSPENDED' && !studentStatus.transferDuringSuspension.value;
  return [
    ...(isLate ? (['LATE_IN_TERM'] as const) : []),
    ...(isSuspended ? (['WHILE_SUSPENDED'] as const) : []),
  ];
}
