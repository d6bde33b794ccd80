import { isoOf, type DayNumber } from '../day-numbers.js';
import type { Absence } from '../views.js';
import type { Writing } from './writer.js';

/** Natural spells of unexcused absence, per pupil and term. Longer open ones are dropouts, which only planting makes. */
const SPELL_SHARES = { OPEN_SHORT: 0.003, CLOSED_SHORT: 0.006, CLOSED_LONG: 0.002 } as const;
const EXCUSED_SHARE = 0.22;
const SINGLE_UNEXCUSED_SHARE = 0.05;

const SPELL_REASONS = ['UNREACHABLE', 'REFUSED', 'UNKNOWN'] as const;

/** Unexcused whole days: the last `length` school days before `end` (an index one past the last day of the spell). */
export function unexcusedSpell(
  days: readonly DayNumber[],
  end: number,
  length: number,
  reason: Absence['reason'],
): Absence[] {
  return days
    .slice(Math.max(0, end - length), end)
    .map((day) => ({ date: isoOf(day), session: 'WHOLE_DAY', state: 'UNEXCUSED', reason }));
}

function spellOf({ world, random, family, child }: Writing): Absence[] {
  const days = world.calendar.schoolDays;
  const reason = random.pick(SPELL_REASONS);
  if (family.isShowcase && child.slot === 0) return unexcusedSpell(days, days.length, 4, 'UNREACHABLE');
  let point = random.next();
  if ((point -= SPELL_SHARES.OPEN_SHORT) < 0)
    return unexcusedSpell(days, days.length, random.int(3, 5), reason);
  if (days.length < 20) return [];
  const end = random.int(14, days.length - 5);
  if ((point -= SPELL_SHARES.CLOSED_SHORT) < 0) return unexcusedSpell(days, end, random.int(3, 5), reason);
  if ((point -= SPELL_SHARES.CLOSED_LONG) < 0) return unexcusedSpell(days, end, random.int(7, 12), reason);
  return [];
}

/** Absences of a pupil of an ordinary class: mostly none, some illness, few unexcused days. By date, one per day. */
export function absencesOf(writing: Writing): Absence[] {
  const { world, random } = writing;
  const days = world.calendar.schoolDays;
  const byDate = new Map(spellOf(writing).map((absence) => [absence.date, absence]));
  const add = (state: Absence['state'], reason: Absence['reason']) => {
    const date = isoOf(random.pick(days));
    const session = random.chance(0.7) ? 'WHOLE_DAY' : random.chance(0.5) ? 'MORNING' : 'AFTERNOON';
    if (!byDate.has(date)) byDate.set(date, { date, session, state, reason });
  };
  if (random.chance(EXCUSED_SHARE)) {
    for (let day = random.int(1, 3); day > 0; day -= 1)
      add('EXCUSED', random.chance(0.75) ? 'ILLNESS' : 'FAMILY');
  }
  if (random.chance(SINGLE_UNEXCUSED_SHARE)) add('UNEXCUSED', 'UNKNOWN');
  return [...byDate.values()].sort((left, right) => (left.date < right.date ? -1 : 1));
}
