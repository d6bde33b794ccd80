import fc from 'fast-check';
import { attendanceClock } from '../../../../policies/absence-spells.js';
import { addDays, parseIsoDate, type IsoDate } from '../../../../policies/iso-date.js';
import { loadPolicies } from '../../../../policies/load-policies.js';
import { createSchoolCalendar } from '../../../../policies/school-calendar.js';
import type {
  CaseFacts,
  CaseRules,
  ObservedAttendance,
} from '../../../../subgraphs/coordination/casework/case-facts.js';
import { caseStanding } from '../../../../subgraphs/coordination/casework/case-state.js';

const day = parseIsoDate;
const policy = loadPolicies().policyFor('520625', day('2026-11-20'));
const calendar = createSchoolCalendar(policy);
const rules: CaseRules = {
  clock: attendanceClock(policy, calendar, day('2026-11-20')),
  calendar,
  followUpAfterReturnDays: [30, 90],
  verifyWithinDays: 7,
};

const OPENED = day('2026-03-10');
const nothing: CaseFacts = {
  openedOn: OPENED,
  basis: 'LEFT_SCHOOL',
  reportedOn: null,
  verifications: [],
  decisions: [],
  visits: [],
  placements: [],
  checks: [],
};
const onTheRoll: ObservedAttendance = {
  knownUpTo: day('2026-07-03'),
  isOnTheRoll: true,
  missed: [],
  marks: [],
};
const missed = (...days: string[]) => days.map((on) => ({ on: day(on), isExcused: false }));
const placed = (on: string, isObservable = true) => ({
  on: day(on),
  schoolCode: isObservable ? '2152000001' : null,
  isObservable,
});
const visit = (
  on: string,
  result: CaseFacts['visits'][number]['result'] = 'REFUSED',
  next: string | null = null,
) => ({
  on: day(on),
  result,
  nextVisitOn: next === null ? null : day(next),
});
const decision = (on: string, meaning: CaseFacts['decisions'][number]['meaning'], order = 1) => ({
  on: day(on),
  order,
  meaning,
  isObservable: true,
});

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
    'of two decisions of one day the later holds',
    { decisions: [decision('2026-03-12', 'IN_SCHOOL', 2), decision('2026-03-12', 'CONFIRMS', 1)] },
    null,
    { state: 'RETURNED', returnedOn: '2026-03-12' },
  ],
])('%s', (_what, facts, observed, expected) => {
  const attendance = observed && { ...onTheRoll, ...observed };
  expect(caseStanding({ ...nothing, ...facts }, attendance, rules)).toMatchObject(expected);
});

const LAST = 115;
const anyDay = fc.integer({ min: 0, max: LAST }).map((days) => addDays(OPENED, days));
const drawnFacts = fc.record({
  basis: fc.constantFrom('ABSENT', 'LEFT_SCHOOL', 'TOLD_BY_AGENCY'),
  reportedOn: fc.option(anyDay),
  verifications: fc.array(fc.record({ on: anyDay }), { maxLength: 3 }),
  decisions: fc.uniqueArray(
    fc.record({
      on: anyDay,
      order: fc.integer({ min: 1, max: 99 }),
      meaning: fc.constantFrom('CONFIRMS', 'IN_SCHOOL', 'OPEN'),
      isObservable: fc.constant(true),
    }),
    { maxLength: 3, selector: ({ order }) => order },
  ),
  visits: fc.array(
    fc.record({
      on: anyDay,
      result: fc.constantFrom('COMMITTED', 'REFUSED', 'NOT_MET', 'RETURNED'),
      nextVisitOn: fc.option(anyDay),
    }),
    { maxLength: 4 },
  ),
  placements: fc.array(
    anyDay.map((on) => placed(on)),
    { maxLength: 3 },
  ),
  checks: fc.array(
    fc.record({ on: anyDay, result: fc.constantFrom('IN_SCHOOL', 'NOT_IN_SCHOOL', 'NOT_MET') }),
    { maxLength: 3 },
  ),
});
/** Spells of absence as first day and length, so that some run long enough to be suspicions. */
const drawnAttendance = fc.record({
  spells: fc.array(fc.tuple(anyDay, fc.integer({ min: 1, max: 20 })), { maxLength: 3 }),
  knownUpTo: anyDay,
  marks: fc.array(fc.record({ on: anyDay, kind: fc.constantFrom('DROPPED_OUT', 'RETURNED') }), {
    maxLength: 3,
  }),
  isOnTheRoll: fc.boolean(),
});

function observed({ spells, ...rest }: typeof drawnAttendance extends fc.Arbitrary<infer T> ? T : never) {
  const days = spells.flatMap(([from, length]) => Array.from({ length }, (_, index) => addDays(from, index)));
  return { ...rest, missed: [...new Set(days)].map((on) => ({ on, isExcused: false })) };
}

const shuffled = <Row>(rows: readonly Row[], seed: number): Row[] =>
  [...rows, ...rows.slice(0, seed % (rows.length + 1))].toSorted(
    (a, b) => ((JSON.stringify(a).length * seed) % 7) - ((JSON.stringify(b).length * seed) % 7),
  );

test('the same facts, late, twice and in any order, give the same state', () => {
  fc.assert(
    fc.property(drawnFacts, drawnAttendance, fc.integer({ min: 1, max: 1000 }), (drawn, attendance, seed) => {
      const facts: CaseFacts = { ...nothing, ...drawn };
      const seen = observed(attendance);
      const again: CaseFacts = {
        ...facts,
        verifications: shuffled(facts.verifications, seed),
        decisions: shuffled(facts.decisions, seed),
        visits: shuffled(facts.visits, seed).reverse(),
        placements: shuffled(facts.placements, seed),
        checks: shuffled(facts.checks, seed).reverse(),
      };
      const seenAgain = { ...seen, missed: [...seen.missed].reverse(), marks: shuffled(seen.marks, seed) };
      expect(caseStanding(again, seenAgain, rules)).toEqual(caseStanding(facts, seen, rules));
    }),
    { numRuns: 400 },
  );
});

test('no sequence closes a case while attendance says that the child stays away', () => {
  let closed = 0;
  fc.assert(
    fc.property(drawnFacts, drawnAttendance, (drawn, attendance) => {
      const seen = observed(attendance);
      const standing = caseStanding({ ...nothing, ...drawn }, seen, rules);
      const { closedOn, firstAttendedOn, returnedOn } = standing;
      if (closedOn === null || returnedOn === null) return;
      closed += 1;
      const isMissed = (on: IsoDate) => seen.missed.some((day) => day.on === on);
      if (closedOn <= seen.knownUpTo && seen.isOnTheRoll && firstAttendedOn) {
        expect(isMissed(closedOn)).toBe(false);
        expect(closedOn >= addDays(firstAttendedOn, 90)).toBe(true);
        expect(suspicionBetween(firstAttendedOn, closedOn, isMissed)).toBe(false);
      } else
        expect(drawn.checks.some(({ on, result }) => on === closedOn && result === 'IN_SCHOOL')).toBe(true);
    }),
    { numRuns: 3000 },
  );
  expect(closed).toBeGreaterThan(0);
});

/** Told once more, day by day: three school days in a row were missed. */
function suspicionBetween(from: IsoDate, to: IsoDate, isMissed: (on: IsoDate) => boolean): boolean {
  let run = 0;
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const answer = calendar.isSchoolDay(on);
    if (!answer.known || !answer.value) continue;
    run = isMissed(on) ? run + 1 : 0;
    if (run >= 3) return true;
  }
  return false;
}
