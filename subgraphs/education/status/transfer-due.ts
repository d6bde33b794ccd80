import { parseIsoDate } from '../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { SchoolCalendar } from '../../../policies/school-calendar.js';

/** Ten working days on either side (基教一〔2013〕7号 第十三条). */
const SIDES_OF_A_TRANSFER = 2;

/** Last day on which the other school may take a transfer up; null where holidays of that year are not published. */
export function transferDueOn(
  changedOn: string,
  { studentStatus }: Pick<ResolvedPolicy, 'studentStatus'>,
  { addWorkingDays }: Pick<SchoolCalendar, 'addWorkingDays'>,
): string | null {
  const days = studentStatus.transferWorkingDaysPerSide.value * SIDES_OF_A_TRANSFER;
  const due = addWorkingDays(parseIsoDate(changedOn), days);
  return due.known ? due.value : null;
}
