import { dayNumberOf, isoOf } from '../day-numbers.js';
import type { Absence, GuardianContact } from '../views.js';
import type { Writing } from './writer.js';

/** Teachers ask after most absences without excuse, not after all (考勤情况报告制度). */
const ASKED = 0.8;

/** What the guardian answered, as far as the reason on the attendance sheet goes. */
const OUTCOMES: Readonly<Record<Absence['reason'], GuardianContact['outcome']>> = {
  ILLNESS: 'EXPLAINED',
  FAMILY: 'EXPLAINED',
  UNREACHABLE: 'NOT_REACHED',
  REFUSED: 'REFUSED',
  WORKING: 'REFUSED',
  UNKNOWN: 'WILL_ATTEND',
};

/** One contact at the first day of each run of unexcused absences, a second one a week into a long run. */
export function guardianContactsOf(writing: Writing, absences: readonly Absence[]): GuardianContact[] {
  const { world, child } = writing;
  const random = writing.random.split(41);
  const teacherName = child.schoolClass?.classTeacherName;
  if (!teacherName) return [];
  const unexcused = absences.filter(({ state }) => state === 'UNEXCUSED');
  return unexcused.flatMap((absence, index): GuardianContact[] => {
    const day = dayNumberOf(absence.date);
    const before = unexcused[index - 1];
    const isRun = before !== undefined && day - dayNumberOf(before.date) <= 4;
    const inRun = isRun ? index : 0;
    const isDue = !isRun || inRun === 5;
    if (!isDue || !random.chance(ASKED)) return [];
    return [
      {
        absentOn: absence.date,
        contactedOn: isoOf(Math.min(world.calendar.asOf, day + random.int(0, 1))),
        teacherName,
        channel: isRun ? 'VISIT' : random.chance(0.75) ? 'PHONE' : 'MESSAGE',
        outcome: OUTCOMES[absence.reason],
      },
    ];
  });
}
