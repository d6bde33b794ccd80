import type { DayMark } from './spells.oracle.js';

/** What a sheet has of a child on such a day. */
export const SESSIONS: Readonly<Record<DayMark, readonly (readonly [session: string, state: string])[]>> = {
  THERE: [],
  MORNING: [['MORNING', 'UNEXCUSED']],
  HALVES: [
    ['AFTERNOON', 'UNEXCUSED'],
    ['MORNING', 'UNEXCUSED'],
  ],
  WHOLE: [['WHOLE_DAY', 'UNEXCUSED']],
  EXCUSED: [['WHOLE_DAY', 'EXCUSED']],
  HALF_EXCUSED: [
    ['MORNING', 'EXCUSED'],
    ['AFTERNOON', 'UNEXCUSED'],
  ],
};
