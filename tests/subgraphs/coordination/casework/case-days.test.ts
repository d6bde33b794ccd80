import type {
  CaseFacts,
  ObservedAttendance,
} from '../../../../subgraphs/coordination/casework/case-facts.js';
import { caseStanding } from '../../../../subgraphs/coordination/casework/case-state.js';
import { day, missed, nothing, onTheRoll, placed, rules } from './case-facts.builder.js';

test.each<[string, Partial<CaseFacts>, Partial<ObservedAttendance>, object]>([
  [
    'on a Saturday on which lessons are made up a child is seen to be back',
    { placements: [placed('2026-05-08')] },
    { missed: missed('2026-05-08'), knownUpTo: day('2026-05-09') },
    { state: 'RETURNED', firstAttendedOn: '2026-05-09', nextDueOn: '2026-06-08' },
  ],
  [
    'an ordinary Saturday shows nobody to be back',
    { placements: [placed('2026-05-15')] },
    { missed: missed('2026-05-15'), knownUpTo: day('2026-05-16') },
    { state: 'RETURNED', firstAttendedOn: null, nextDueOn: null },
  ],
  [
    'a holiday neither shows a return nor ends an absence',
    { placements: [placed('2026-04-20')] },
    { missed: missed('2026-04-29', '2026-04-30', '2026-05-06'), knownUpTo: day('2026-05-06') },
    { state: 'SUSPECTED', episode: 2, since: '2026-05-06' },
  ],
  [
    'over New Year an absence goes on, and the Sunday that is worked is one of its days',
    { openedOn: day('2025-12-01'), placements: [placed('2025-12-29')] },
    { missed: missed('2025-12-31', '2026-01-04', '2026-01-05'), knownUpTo: day('2026-01-05') },
    { state: 'SUSPECTED', episode: 2, since: '2026-01-05' },
  ],
  [
    'a follow-up may lie in the next year',
    { openedOn: day('2025-12-01'), placements: [placed('2025-12-15')] },
    { knownUpTo: day('2026-01-13') },
    { state: 'RETURNED', firstAttendedOn: '2025-12-15', nextDueOn: '2026-01-14' },
  ],
  [
    'in a year whose holidays are not announced silence of the sheets follows nobody up, and closes nothing',
    { openedOn: day('2026-12-01'), placements: [placed('2026-12-21')] },
    { knownUpTo: day('2027-06-30') },
    { state: 'RETURNED', firstAttendedOn: '2026-12-21', nextDueOn: '2027-01-20', closedOn: null },
  ],
  [
    'absences that a school wrote down in such a year open the case again all the same',
    { openedOn: day('2026-12-01'), placements: [placed('2026-12-21')] },
    { missed: missed('2027-01-04', '2027-01-05', '2027-01-06'), knownUpTo: day('2027-01-08') },
    { state: 'SUSPECTED', episode: 2, since: '2027-01-06' },
  ],
  [
    'the vacation in the midst of an absence is no return',
    { openedOn: day('2026-01-28'), basis: 'ABSENT' },
    {
      missed: missed('2026-01-26', '2026-01-27', '2026-01-28', '2026-01-29', '2026-01-30'),
      knownUpTo: day('2026-03-01'),
    },
    { state: 'SUSPECTED', episode: 1, returnedOn: null },
  ],
  [
    'who is away on both sides of it is back on the first day attended after it',
    { openedOn: day('2026-01-28'), basis: 'ABSENT' },
    {
      missed: missed(
        '2026-01-26',
        '2026-01-27',
        '2026-01-28',
        '2026-01-29',
        '2026-01-30',
        '2026-03-02',
        '2026-03-03',
      ),
      knownUpTo: day('2026-03-04'),
    },
    { state: 'RETURNED', episode: 1, returnedOn: '2026-03-04' },
  ],
  [
    'a ninetieth day in the vacation waits for the next term',
    { placements: [placed('2026-04-15')] },
    { knownUpTo: day('2026-08-31') },
    { state: 'FOLLOWED', nextDueOn: '2026-07-14', closedOn: null },
  ],
  [
    'and the first day of it closes the case',
    { placements: [placed('2026-04-15')] },
    { knownUpTo: day('2026-09-01') },
    { state: 'CLOSED', closedOn: '2026-09-01', closedBy: 'RETURN' },
  ],
])('%s', (_what, facts, observed, expected) => {
  const attendance = { ...onTheRoll, ...observed };
  expect(caseStanding({ ...nothing, ...facts }, attendance, rules)).toMatchObject(expected);
});
