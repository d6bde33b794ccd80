import fc from 'fast-check';
import { addDays, type IsoDate } from '../../../../policies/iso-date.js';
import type { CaseFacts } from '../../../../subgraphs/coordination/casework/case-facts.js';
import { caseStanding } from '../../../../subgraphs/coordination/casework/case-state.js';
import { calendar, nothing, OPENED, placed, rules } from './case-facts.builder.js';

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
  withoutSheet: fc.array(anyDay, { maxLength: 5 }),
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
      const isSilent = (on: IsoDate) => !isMissed(on) && seen.withoutSheet.includes(on);
      if (closedOn <= seen.knownUpTo && seen.isOnTheRoll && firstAttendedOn) {
        expect(isMissed(closedOn) || isSilent(closedOn)).toBe(false);
        expect(closedOn >= addDays(firstAttendedOn, 90)).toBe(true);
        expect(suspicionBetween(firstAttendedOn, closedOn, { isMissed, isSilent })).toBe(false);
      } else
        expect(drawn.checks.some(({ on, result }) => on === closedOn && result === 'IN_SCHOOL')).toBe(true);
    }),
    { numRuns: 3000 },
  );
  expect(closed).toBeGreaterThan(0);
});

test('a late visit that brought nobody back changes nothing of a case that was closed', () => {
  let closed = 0;
  const result = fc.constantFrom('COMMITTED' as const, 'REFUSED' as const, 'NOT_MET' as const);
  fc.assert(
    fc.property(drawnFacts, drawnAttendance, anyDay, result, (drawn, attendance, on, brought) => {
      const facts: CaseFacts = { ...nothing, ...drawn };
      const seen = observed(attendance);
      const standing = caseStanding(facts, seen, rules);
      if (standing.closedOn === null || on > standing.closedOn) return;
      closed += 1;
      const late: CaseFacts = {
        ...facts,
        visits: [...facts.visits, { on, result: brought, nextVisitOn: null }],
      };
      expect(caseStanding(late, seen, rules)).toEqual(standing);
    }),
    { numRuns: 3000 },
  );
  expect(closed).toBeGreaterThan(0);
});

type Told = (on: IsoDate) => boolean;

/** Told once more, day by day: three school days in a row were missed. A day without its sheet says neither. */
function suspicionBetween(
  from: IsoDate,
  to: IsoDate,
  { isMissed, isSilent }: { readonly isMissed: Told; readonly isSilent: Told },
): boolean {
  let run = 0;
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const answer = calendar.isSchoolDay(on);
    if (!answer.known || !answer.value || isSilent(on)) continue;
    run = isMissed(on) ? run + 1 : 0;
    if (run >= 3) return true;
  }
  return false;
}
