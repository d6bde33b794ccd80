import { parseIsoDate } from '../../../../policies/iso-date.js';
import { dutyState, isOwed, type DutyFacts } from '../../../../subgraphs/coordination/duties/duty-state.js';

const REPORT = { opensOn: parseIsoDate('2026-10-31'), dueOn: parseIsoDate('2026-11-06') };
const on = (
  today: string,
  submittedOn: string | null = null,
  lastStep: DutyFacts['lastStep'] = 'SUBMITTED',
  deadline: Parameters<typeof dutyState>[0] = REPORT,
) =>
  dutyState(
    deadline,
    submittedOn === null ? null : { firstSubmittedOn: parseIsoDate(submittedOn), lastStep },
    parseIsoDate(today),
  );

test.each([
  ['the day before it opens', on('2026-10-30'), 'NOT_YET_OPEN', 0],
  ['the day on which it opens', on('2026-10-31'), 'DUE', 0],
  ['the due day itself', on('2026-11-06'), 'DUE', 0],
  ['the day after', on('2026-11-07'), 'OVERDUE', 1],
  ['handed in on the due day', on('2026-11-20', '2026-11-06'), 'SUBMITTED', 0],
  ['handed in a day late', on('2026-11-20', '2026-11-07'), 'SUBMITTED_LATE', 1],
  ['sent back, its first day counting', on('2026-11-20', '2026-11-06', 'RETURNED'), 'RETURNED', 0],
  ['signed off, though late', on('2026-11-20', '2026-11-10', 'SIGNED_OFF'), 'SIGNED_OFF', 4],
] as const)('%s', (_what, judged, state, daysLate) => {
  expect(judged).toEqual({ state, daysLate });
});

test('without a due day nothing is called late', () => {
  const unknown = { opensOn: null, dueOn: null };
  expect(on('2026-11-20', null, 'SUBMITTED', unknown)).toEqual({ state: 'UNKNOWN', daysLate: null });
  expect(on('2026-11-20', '2026-11-19', 'SUBMITTED', unknown)).toEqual({
    state: 'SUBMITTED',
    daysLate: null,
  });
  const notAnnounced = { opensOn: parseIsoDate('2040-11-30'), dueOn: null };
  expect(on('2026-11-20', null, 'SUBMITTED', notAnnounced)).toEqual({
    state: 'NOT_YET_OPEN',
    daysLate: null,
  });
});

test.each([
  ['DUE', null, true],
  ['OVERDUE', null, true],
  ['RETURNED', null, true],
  ['UNKNOWN', 'TERM_NOT_ANNOUNCED', true],
  ['UNKNOWN', null, false],
  ['NOT_YET_OPEN', null, false],
  ['SUBMITTED', null, false],
  ['SIGNED_OFF', null, false],
] as const)('a duty that is %s (%s) waits for whoever owes it: %s', (state, unknownBecause, waits) => {
  expect(isOwed({ state, unknownBecause })).toBe(waits);
});
