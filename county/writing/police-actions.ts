import { isoOf } from '../day-numbers.js';
import type { PoliceAction } from '../views.js';
import { keyIn, type Writing } from './writer.js';

/** Pupils hurt by bullying that came to the police, and cases of guardians who kept a child from school. */
const BULLIED = 0.0015;
const GUARDIAN_PENALISED = 0.3;

/** What the police did about the child's schooling; rarely anything (青政办发〔2018〕49号 三（一）). */
export function policeActionsOf(writing: Writing): PoliceAction[] {
  const { world, child } = writing;
  const random = writing.random.split(45);
  const action = (kind: PoliceAction['kind'], role: PoliceAction['role'], daysAgo: number): PoliceAction => ({
    kind,
    role,
    decidedOn: isoOf(world.calendar.asOf - daysAgo),
    documentNumber: `公处〔${world.calendar.academicYear}〕${keyIn('police', writing, 12).slice(-4)}号`,
  });
  if (child.grade >= 5 && child.grade <= 9 && random.chance(BULLIED)) {
    return [action(random.chance(0.7) ? 'BULLYING' : 'ASSAULT', 'VICTIM', random.int(10, 60))];
  }
  const isKeptOut = child.errorClass === 'CONFIRMED_NOT_ENROLLED' || child.errorClass === 'CHILD_LABOUR';
  return isKeptOut && random.chance(GUARDIAN_PENALISED)
    ? [action('GUARDIAN_PENALTY', 'CHILD_OF_OFFENDER', random.int(5, 20))]
    : [];
}
