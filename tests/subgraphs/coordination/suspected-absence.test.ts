import DataLoader from 'dataloader';
import fc from 'fast-check';
import { addDays, parseIsoDate } from '../../../policies/iso-date.js';
import { loadPolicies } from '../../../policies/load-policies.js';
import type { Register } from '../../../subgraphs/_kit/register/register.entity.js';
import { suspectedAbsenceOf } from '../../../subgraphs/coordination/standing/suspected-absence.js';
import type { Absence } from '../../../subgraphs/education/attendance/absence.entity.js';
import { createAttendanceClocks } from '../../../subgraphs/education/attendance/attendance-clock.js';
import {
  CLASS,
  contextWithSheetsUpTo,
  factsOf,
  missed,
  TODAY,
  type StoredFact,
} from './child-facts.builder.js';

const spell = (rows: StoredFact[], sheetsUpTo = '2026-11-20') =>
  suspectedAbsenceOf(factsOf(rows), contextWithSheetsUpTo(sheetsUpTo));

test('three whole school days missed up to the date of the sheets are a suspected dropout', () => {
  expect(spell(missed('2026-11-18', '2026-11-19', '2026-11-20'))).toMatchObject({
    from: '2026-11-18',
    schoolDays: 3,
    policyClause: '青政办发〔2018〕49号 三（一）3',
  });
});

test('days after the last sheets say nothing: the child is not back for want of a sheet', () => {
  const days = missed('2026-11-12', '2026-11-13', '2026-11-16');
  expect(spell(days, '2026-11-16')?.from).toBe('2026-11-12');
  expect(spell(days, '2026-11-17')).toBeNull();
});

test('beyond what was imported the sheets of the class say how far its attendance is known', () => {
  const days = missed('2026-11-12', '2026-11-13', '2026-11-16');
  const known = (...sheets: string[]) =>
    suspectedAbsenceOf(factsOf(days), contextWithSheetsUpTo('2026-11-11', sheets))?.schoolDays ?? null;
  expect(known()).toBeNull();
  expect(known('2026-11-12', '2026-11-13', '2026-11-16')).toBe(3);
  // A day without its sheet shows nobody as present, a later one that does not name the child does.
  expect(known('2026-11-12', '2026-11-13', '2026-11-16', '2026-11-18')).toBeNull();
});

test('a spell goes on over a day whose sheet has not come in', () => {
  const days = missed('2026-11-12', '2026-11-13', '2026-11-17');
  const found = suspectedAbsenceOf(
    factsOf(days),
    contextWithSheetsUpTo('2026-11-11', ['2026-11-12', '2026-11-13', '2026-11-17']),
  );
  expect(found).toMatchObject({ from: '2026-11-12', to: '2026-11-17', schoolDays: 3 });
});

test('a day on which the sheet of another class names the child is known, though its own class has none', () => {
  const days = missed('2026-11-12', '2026-11-13', '2026-11-16', '2026-11-17');
  const found = suspectedAbsenceOf(
    factsOf(days),
    contextWithSheetsUpTo('2026-11-11', ['2026-11-12', '2026-11-13', '2026-11-17']),
  );
  expect(found).toMatchObject({ from: '2026-11-12', to: '2026-11-17', schoolDays: 4 });
});

test('a morning and an afternoon missed are a day missed', () => {
  const halves = ['MORNING', 'AFTERNOON'].map((session): StoredFact => [
    'education',
    'absence',
    { date: '2026-11-19', session, state: 'UNEXCUSED', schoolCode: '2152000001' },
  ]);
  expect(spell([...missed('2026-11-18', '2026-11-20'), ...halves])?.schoolDays).toBe(3);
});

test('absences recorded on days without school do not count', () => {
  expect(spell(missed('2026-11-13', '2026-11-14', '2026-11-15', '2026-11-16'), '2026-11-16')).toBeNull();
});

test('a vacation ends a spell', () => {
  expect(spell(missed('2026-07-09', '2026-07-10', '2026-09-01'), '2026-09-01')).toBeNull();
});

test('there is none without absences', () => {
  expect(spell([])).toBeNull();
});

const TERM_BEGAN = parseIsoDate('2026-09-01');
const DAYS = 81;

interface Sheet {
  readonly sessions: readonly string[];
  readonly state: string;
}
const unexcused = (...sessions: string[]): Sheet => ({ sessions, state: 'UNEXCUSED' });

/** What the sheets say of each day of the autumn term, holidays and weekends included; long absences are common. */
const sheets = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(unexcused('WHOLE_DAY')) },
    { weight: 2, arbitrary: fc.constant(unexcused('MORNING', 'AFTERNOON')) },
    { weight: 1, arbitrary: fc.constant(unexcused('MORNING')) },
    { weight: 1, arbitrary: fc.constant<Sheet>({ sessions: ['WHOLE_DAY'], state: 'EXCUSED' }) },
    { weight: 2, arbitrary: fc.constant<Sheet>({ sessions: [], state: 'UNEXCUSED' }) },
  ),
  { minLength: DAYS, maxLength: DAYS },
);

function absencesOf(days: readonly Sheet[]) {
  return days.flatMap(({ sessions, state }, day) =>
    sessions.map((session) => ({
      date: addDays(TERM_BEGAN, day),
      session,
      state,
      schoolCode: '2152000001',
      classCode: CLASS,
    })),
  );
}
/** Days whose sheet is in, of those that were not imported. */
const handedIn = fc.array(fc.boolean(), { minLength: DAYS, maxLength: DAYS });

test('education and coordination say the same of any absences, imported up to any day and with any sheets after it', async () => {
  const policies = loadPolicies();
  let suspected = 0;
  await fc.assert(
    fc.asyncProperty(
      sheets,
      fc.integer({ min: 0, max: DAYS - 1 }),
      handedIn,
      async (days, sheetsUpTo, isIn) => {
        const rows = absencesOf(days);
        const own = isIn.flatMap((each, day) => (each ? [addDays(TERM_BEGAN, day)] : []));
        const asOf = addDays(TERM_BEGAN, sheetsUpTo);
        const register = { asOf: new Date(`${asOf}T00:00:00+08:00`) } as Register;
        const clocks = createAttendanceClocks(
          { registers: () => Promise.resolve(new Map([['ATTENDANCE', register]])), today: TODAY },
          () => Promise.resolve(policies.policyFor('520625101001', TODAY)),
          new DataLoader((classes) => Promise.resolve(classes.map(() => own.map((date) => ({ date }))))),
        );
        const [latest] = await clocks.spellsOf(
          rows.map((row, at): Absence => ({
            ...row,
            id: BigInt(at),
            studentId: 'a-child',
            reason: 'OTHER',
            recordedBy: null,
          })),
        );
        const shown = latest?.isOpen && latest.kind !== 'SHORT' ? latest : null;
        const found = suspectedAbsenceOf(
          factsOf(rows.map((row) => ['education', 'absence', row])),
          contextWithSheetsUpTo(asOf, own),
        );
        expect(found && [found.from, found.to, found.schoolDays]).toEqual(
          shown && [shown.from, shown.to, shown.schoolDays],
        );
        if (found) suspected += 1;
      },
    ),
    { numRuns: 300, seed: 7 },
  );
  expect(suspected).toBeGreaterThan(10);
});
