import DataLoader from 'dataloader';
import fc from 'fast-check';
import { addDays, parseIsoDate } from '../../../policies/iso-date.js';
import { loadPolicies } from '../../../policies/load-policies.js';
import type { Register } from '../../../subgraphs/_kit/register/register.entity.js';
import { suspectedAbsenceOf } from '../../../subgraphs/coordination/standing/suspected-absence.js';
import type { Absence } from '../../../subgraphs/education/attendance/absence.entity.js';
import { createAttendanceClocks } from '../../../subgraphs/education/attendance/attendance-clock.js';
import { contextWithSheetsUpTo, factsOf, missed, TODAY, type StoredFact } from './child-facts.builder.js';

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
    })),
  );
}

test('education and coordination say the same of any absences at any date of the sheets', async () => {
  const policies = loadPolicies();
  let suspected = 0;
  await fc.assert(
    fc.asyncProperty(sheets, fc.integer({ min: 0, max: DAYS - 1 }), async (days, sheetsUpTo) => {
      const rows = absencesOf(days);
      const asOf = addDays(TERM_BEGAN, sheetsUpTo);
      const register = { asOf: new Date(`${asOf}T00:00:00+08:00`) } as Register;
      const clocks = createAttendanceClocks(
        { registers: () => Promise.resolve(new Map([['ATTENDANCE', register]])), today: TODAY },
        () => Promise.resolve(policies.policyFor('520625101001', TODAY)),
        new DataLoader((classes) => Promise.resolve(classes.map(() => []))),
      );
      const [latest] = await clocks.spellsOf(
        rows.map((row, at): Absence => ({
          ...row,
          id: BigInt(at),
          studentId: 'a-child',
          reason: 'OTHER',
          classCode: null,
          recordedBy: null,
        })),
      );
      const shown = latest?.isOpen && latest.kind !== 'SHORT' ? latest : null;
      const own = suspectedAbsenceOf(
        factsOf(rows.map((row) => ['education', 'absence', row])),
        contextWithSheetsUpTo(asOf),
      );
      expect(own && [own.from, own.to, own.schoolDays]).toEqual(
        shown && [shown.from, shown.to, shown.schoolDays],
      );
      if (own) suspected += 1;
    }),
    { numRuns: 300, seed: 7 },
  );
  expect(suspected).toBeGreaterThan(10);
});
