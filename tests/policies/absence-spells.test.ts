import { loadPolicies } from '../../policies/load-policies.js';
import { addDays, parseIsoDate, type IsoDate } from '../../policies/iso-date.js';
import { createSchoolCalendar } from '../../policies/school-calendar.js';
import { attendanceClock, unexcusedSpells, type MissedSession } from '../../policies/absence-spells.js';

const policy = loadPolicies().policyFor('520625', parseIsoDate('2026-11-20'));

function clockUpTo(countedUpTo: string) {
  return attendanceClock(policy, createSchoolCalendar(policy), parseIsoDate(countedUpTo));
}

function missed(...dates: string[]): MissedSession[] {
  return dates.map((date) => ({ date: parseIsoDate(date), session: 'WHOLE_DAY', state: 'UNEXCUSED' }));
}

function daysFrom(from: string, to: string): string[] {
  const days: IsoDate[] = [];
  for (let day = parseIsoDate(from); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

describe('a spell of unexcused absence', () => {
  test('of two school days stays below the first clock', () => {
    expect(unexcusedSpells(missed('2026-11-10', '2026-11-11'), clockUpTo('2026-11-20'))).toEqual([
      {
        kind: 'SHORT',
        from: '2026-11-10',
        to: '2026-11-11',
        schoolDays: 2,
        calendarDays: 2,
        suspectedFrom: null,
        reportableFrom: null,
        isOpen: false,
        nextSchoolDay: '2026-11-12',
        policyClause: '青政办发〔2018〕49号 三（一）3',
      },
    ]);
  });

  test('of three school days in a row is a suspected dropout', () => {
    const [spell] = unexcusedSpells(
      missed('2026-11-10', '2026-11-11', '2026-11-12'),
      clockUpTo('2026-11-20'),
    );
    expect(spell).toMatchObject({
      kind: 'SUSPECTED_DROPOUT',
      schoolDays: 3,
      suspectedFrom: '2026-11-12',
      reportableFrom: null,
      isOpen: false,
    });
  });

  test('runs on over a weekend, which counts in calendar days only', () => {
    const [spell] = unexcusedSpells(
      missed('2026-11-12', '2026-11-13', '2026-11-16'),
      clockUpTo('2026-11-20'),
    );
    expect(spell).toMatchObject({ schoolDays: 3, calendarDays: 5, from: '2026-11-12', to: '2026-11-16' });
  });

  test('of exactly seven calendar days is not yet to be reported, of eight it is', () => {
    const seven = unexcusedSpells(
      missed('2026-11-11', '2026-11-12', '2026-11-13', '2026-11-16', '2026-11-17'),
      clockUpTo('2026-11-20'),
    );
    const eight = unexcusedSpells(
      missed('2026-11-11', '2026-11-12', '2026-11-13', '2026-11-16', '2026-11-17', '2026-11-18'),
      clockUpTo('2026-11-20'),
    );
    expect(seven).toMatchObject([{ kind: 'SUSPECTED_DROPOUT', calendarDays: 7 }]);
    expect(eight).toMatchObject([{ kind: 'DROPOUT_TO_REPORT', calendarDays: 8 }]);
  });

  test('is open until a school day comes that was not missed', () => {
    const days = missed('2026-11-18', '2026-11-19', '2026-11-20');
    expect(unexcusedSpells(days, clockUpTo('2026-11-20'))[0]?.isOpen).toBe(true);
    expect(unexcusedSpells(days, clockUpTo('2026-11-22'))[0]?.isOpen).toBe(true);
    expect(unexcusedSpells(days, clockUpTo('2026-11-23'))[0]?.isOpen).toBe(false);
  });

  test('does not know of days after the data', () => {
    const days = missed('2026-11-18', '2026-11-19', '2026-11-20');
    expect(unexcusedSpells(days, clockUpTo('2026-11-19'))).toMatchObject([
      { to: '2026-11-19', isOpen: true },
    ]);
  });

  test('around the National Day week counts its school days, and is no dropout for the holiday between them', () => {
    const [spell] = unexcusedSpells(missed('2026-09-30', '2026-10-08'), clockUpTo('2026-10-09'));
    expect(spell).toMatchObject({ schoolDays: 2, calendarDays: 9, kind: 'SHORT' });
  });

  test('is broken by a Sunday on which lessons were made up and attended', () => {
    // 2026-09-20 is worked for the National Day holiday.
    const spells = unexcusedSpells(missed('2026-09-18', '2026-09-21'), clockUpTo('2026-11-20'));
    expect(spells).toHaveLength(2);
  });

  test('runs on over a Sunday on which lessons were made up and missed', () => {
    const spells = unexcusedSpells(missed('2026-09-18', '2026-09-20', '2026-09-21'), clockUpTo('2026-11-20'));
    expect(spells).toMatchObject([{ schoolDays: 3, calendarDays: 4 }]);
  });

  test('is broken by an excused day, and by a day of which half was attended', () => {
    const excused: MissedSession = {
      date: parseIsoDate('2026-11-11'),
      session: 'WHOLE_DAY',
      state: 'EXCUSED',
    };
    const half: MissedSession = { date: parseIsoDate('2026-11-11'), session: 'MORNING', state: 'UNEXCUSED' };
    for (const between of [excused, half]) {
      const spells = unexcusedSpells(
        [...missed('2026-11-10', '2026-11-12'), between],
        clockUpTo('2026-11-20'),
      );
      expect(spells.map(({ from }) => from)).toEqual(['2026-11-12', '2026-11-10']);
    }
  });

  test('takes both halves of a day for the whole', () => {
    const halves = ['MORNING', 'AFTERNOON'].map((session) => ({
      date: parseIsoDate('2026-11-11'),
      session,
      state: 'UNEXCUSED',
    }));
    const days = [...missed('2026-11-10', '2026-11-12'), ...halves];
    expect(unexcusedSpells(days, clockUpTo('2026-11-20'))).toMatchObject([{ schoolDays: 3 }]);
  });

  test('does not count an absence recorded on a day without school', () => {
    expect(unexcusedSpells(missed('2026-11-14', '2026-11-15'), clockUpTo('2026-11-20'))).toEqual([]);
  });

  test('ends with the term', () => {
    const terms = createSchoolCalendar(policy).terms;
    const autumn = terms.find(({ key }) => key === '2025-AUTUMN');
    const spring = terms.find(({ key }) => key === '2025-SPRING');
    if (!autumn || !spring) throw new Error('The policy has the terms of 2025.');
    const days = missed(...daysFrom(addDays(autumn.end, -4), spring.start), addDays(spring.start, 1));
    expect(unexcusedSpells(days, clockUpTo(addDays(spring.start, 1)))).toMatchObject([
      { from: expect.stringMatching(/^2026-0[23]/) },
      { from: expect.stringMatching(/^2026-01/) },
    ]);
  });

  test('runs over the end of a year, and a make-up Sunday after New Year is one of its days', () => {
    // 2026-01-01 to 03 are free, and 2026-01-04, a Sunday, is worked for them.
    const overNewYear = missed('2025-12-30', '2025-12-31', '2026-01-04');
    expect(unexcusedSpells(overNewYear, clockUpTo('2026-01-05'))).toMatchObject([
      { from: '2025-12-30', to: '2026-01-04', schoolDays: 3, calendarDays: 6, suspectedFrom: '2026-01-04' },
    ]);
    const without = unexcusedSpells(missed('2025-12-31', '2026-01-05'), clockUpTo('2026-01-05'));
    expect(without.map(({ from }) => from)).toEqual(['2026-01-05', '2025-12-31']);
  });

  test('says that it does not know whether it is open where the holidays are not announced', () => {
    const year = createSchoolCalendar(policy);
    const unknownDay = daysFrom('2027-01-04', '2027-01-08');
    if (year.isSchoolDay(parseIsoDate('2027-01-04')).known)
      throw new Error('Choose a later year for this test.');
    expect(unexcusedSpells(missed(...unknownDay), clockUpTo('2027-01-10'))).toMatchObject([
      { schoolDays: 5, kind: 'SUSPECTED_DROPOUT', isOpen: null },
    ]);
  });

  test('counts a day once however often it was recorded, in whatever order', () => {
    const days = missed('2026-11-12', '2026-11-10', '2026-11-11', '2026-11-10');
    expect(unexcusedSpells(days, clockUpTo('2026-11-20'))).toMatchObject([
      { schoolDays: 3, from: '2026-11-10' },
    ]);
  });
});
