import type {
  CaseFacts,
  ObservedAttendance,
} from '../../../../subgraphs/coordination/casework/case-facts.js';
import { caseStanding } from '../../../../subgraphs/coordination/casework/case-state.js';
import {
  OPENED,
  day,
  decision,
  missed,
  nothing,
  onTheRoll,
  placed,
  rules,
  visit,
} from './case-facts.builder.js';

test.each<[string, Partial<CaseFacts>, Partial<ObservedAttendance> | null, object]>([
  [
    'absence alone is a suspicion, to be verified within the days of the policy',
    { basis: 'ABSENT' },
    { missed: missed('2026-03-06', '2026-03-09', '2026-03-10'), knownUpTo: OPENED },
    { state: 'SUSPECTED', since: '2026-03-10', nextStep: 'VERIFY', nextDueOn: '2026-03-17' },
  ],
  [
    'what another office tells is to be seen',
    { basis: 'TOLD_BY_AGENCY' },
    null,
    { state: 'SUSPECTED', nextStep: 'VERIFY' },
  ],
  [
    'a visit to see begins the verification',
    { basis: 'ABSENT', verifications: [{ on: day('2026-03-12') }] },
    null,
    { state: 'VERIFYING', since: '2026-03-12' },
  ],
  [
    'who was found by screening is being verified',
    { basis: 'FOUND_BY_SCREENING' },
    null,
    { state: 'VERIFYING', since: '2026-03-10' },
  ],
  [
    'a written report confirms',
    { reportedOn: day('2026-03-11') },
    null,
    { state: 'CONFIRMED', since: '2026-03-11', nextStep: 'VISIT', nextDueOn: null },
  ],
  [
    'a decision confirms',
    { decisions: [decision('2026-03-12', 'CONFIRMS')] },
    null,
    { state: 'CONFIRMED', since: '2026-03-12' },
  ],
  [
    'a mark of the school confirms',
    {},
    { marks: [{ kind: 'DROPPED_OUT', on: day('2026-03-01') }] },
    { state: 'CONFIRMED', since: '2026-03-10' },
  ],
  [
    'of visits the last says when the next is due',
    {
      visits: [visit('2026-03-20', 'COMMITTED', '2026-03-27'), visit('2026-03-15', 'REFUSED', '2026-03-22')],
    },
    null,
    { state: 'PERSUADING', since: '2026-03-15', nextStep: 'VISIT', nextDueOn: '2026-03-27' },
  ],
  [
    'of a return without attendance no follow-up day can be told',
    { placements: [placed('2026-03-23')] },
    null,
    {
      state: 'RETURNED',
      returnedOn: '2026-03-23',
      firstAttendedOn: null,
      nextStep: 'FOLLOW_UP',
      nextDueOn: null,
    },
  ],
  [
    'days count from the first attended day, not from the day of the return',
    { placements: [placed('2026-03-21')] },
    { knownUpTo: day('2026-04-10') },
    { state: 'RETURNED', returnedOn: '2026-03-21', firstAttendedOn: '2026-03-23', nextDueOn: '2026-04-22' },
  ],
  [
    'attendance after thirty days is the first follow-up',
    { placements: [placed('2026-03-23')] },
    { knownUpTo: day('2026-04-22') },
    { state: 'FOLLOWED', since: '2026-04-22', nextDueOn: '2026-06-21' },
  ],
  [
    'attendance on or after the ninetieth day closes the case: that day is a Sunday here',
    { placements: [placed('2026-03-23')] },
    {},
    { state: 'CLOSED', since: '2026-06-22', closedOn: '2026-06-22', closedBy: 'RETURN', nextStep: null },
  ],
  [
    'sheets that end before the day close nothing',
    { placements: [placed('2026-03-23')] },
    { knownUpTo: day('2026-06-19') },
    { state: 'FOLLOWED', closedOn: null },
  ],
  [
    'a child placed and never seen has not returned',
    { placements: [placed('2026-03-23')] },
    { missed: missed('2026-03-23', '2026-03-24', '2026-03-25'), knownUpTo: day('2026-03-25') },
    { state: 'SUSPECTED', episode: 2, since: '2026-03-25', returnedOn: null, nextDueOn: '2026-04-01' },
  ],
  [
    'who stays away again has relapsed, and the same case is open',
    { placements: [placed('2026-03-23')] },
    { missed: missed('2026-05-11', '2026-05-12', '2026-05-13'), knownUpTo: day('2026-05-13') },
    { state: 'SUSPECTED', episode: 2, since: '2026-05-13', nextStep: 'VERIFY' },
  ],
  [
    'a mark after the return is a relapse that needs no check',
    { placements: [placed('2026-03-23')] },
    { marks: [{ kind: 'DROPPED_OUT', on: day('2026-05-11') }], isOnTheRoll: false },
    { state: 'CONFIRMED', episode: 2, since: '2026-05-11' },
  ],
  [
    'absence after the closing is for another case',
    { placements: [placed('2026-03-23')] },
    { missed: missed('2026-06-29', '2026-06-30', '2026-07-01') },
    { state: 'CLOSED', closedOn: '2026-06-22', episode: 1 },
  ],
  [
    'an absence that ends by itself is a return',
    { basis: 'ABSENT' },
    { missed: missed('2026-03-06', '2026-03-09', '2026-03-10', '2026-03-11'), knownUpTo: day('2026-03-20') },
    { state: 'RETURNED', returnedOn: '2026-03-12', nextDueOn: '2026-04-11' },
  ],
  [
    'silence of the sheets about a child who left is no return',
    {},
    {},
    { state: 'VERIFYING', returnedOn: null },
  ],
  [
    'out of the county somebody has to ask, after each of the days',
    {
      placements: [placed('2026-03-23', false)],
      checks: [{ on: day('2026-04-25'), result: 'IN_SCHOOL' }],
    },
    { isOnTheRoll: false },
    { state: 'FOLLOWED', since: '2026-04-25', nextDueOn: '2026-06-21' },
  ],
  [
    'a check that finds the child at home reopens',
    {
      placements: [placed('2026-03-23', false)],
      checks: [{ on: day('2026-04-25'), result: 'NOT_IN_SCHOOL' }],
    },
    null,
    { state: 'VERIFYING', episode: 2, since: '2026-04-25' },
  ],
  [
    'a decision that ends the duty closes',
    { decisions: [decision('2026-03-12', 'CONFIRMS'), decision('2026-04-01', 'ENDS', 2)] },
    null,
    { state: 'CLOSED', closedOn: '2026-04-01', closedBy: 'DISPOSITION', nextDueOn: null },
  ],
  [
    'a later case takes the place of one that something late would open again',
    { placements: [placed('2026-03-23')], nextOpenedOn: day('2026-09-10') },
    { missed: missed('2026-06-10', '2026-06-11', '2026-06-12'), knownUpTo: day('2026-07-03') },
    { state: 'CLOSED', closedOn: '2026-09-10', closedBy: 'NEXT_CASE', nextStep: null, nextDueOn: null },
  ],
  [
    'a later case changes nothing about one that had ended before it',
    { placements: [placed('2026-03-23')], nextOpenedOn: day('2026-09-10') },
    {},
    { state: 'CLOSED', closedOn: '2026-06-22', closedBy: 'RETURN' },
  ],
  [
    'of two decisions of one day the later holds',
    { decisions: [decision('2026-03-12', 'IN_SCHOOL', 2), decision('2026-03-12', 'CONFIRMS', 1)] },
    null,
    { state: 'RETURNED', returnedOn: '2026-03-12' },
  ],
])('%s', (_what, facts, observed, expected) => {
  const attendance = observed && { ...onTheRoll, ...observed };
  expect(caseStanding({ ...nothing, ...facts }, attendance, rules)).toMatchObject(expected);
});
