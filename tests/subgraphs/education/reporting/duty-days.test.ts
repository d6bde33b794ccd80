import { judged, judgedSpells, on, stated } from './judged-absences.js';

const due = (missed: readonly (readonly [string, string])[], knownUpTo: string) =>
  stated(judged({ missed, knownUpTo }).duties).filter(([kind]) => kind !== 'CALL_INSPECTOR');

describe('the last day on which a duty is in time', () => {
  test('of the last days of a year is the next school day, whether or not the next year is announced', () => {
    expect(due([['2026-12-22', '2026-12-24']], '2026-12-24')).toEqual([
      ['CONTACT_GUARDIAN', 'OVERDUE', '2026-12-23'],
      ['MARK_SUSPECTED_DROPOUT', 'DUE', '2026-12-25'],
    ]);
  });

  test('lies beyond New Year where the year is announced, on the Sunday that is worked', () => {
    expect(due([['2025-12-29', '2025-12-31']], '2026-01-05')).toEqual([
      ['CONTACT_GUARDIAN', 'OVERDUE', '2025-12-30'],
      ['MARK_SUSPECTED_DROPOUT', 'LAPSED', '2026-01-04'],
    ]);
  });

  test('beyond New Year of a year that is not announced nobody can tell, and nobody is late', () => {
    expect(due([['2026-12-29', '2026-12-31']], '2027-01-15')).toEqual([
      ['CONTACT_GUARDIAN', 'OVERDUE', '2026-12-30'],
      ['MARK_SUSPECTED_DROPOUT', 'UNKNOWN', null],
    ]);
  });

  test('is a Saturday on which lessons are made up', () => {
    expect(due([['2026-09-30', '2026-10-09']], '2026-10-09').at(-1)).toEqual([
      'MARK_DROPPED_OUT',
      'DUE',
      '2026-10-10',
    ]);
  });

  test('of what came on the last day of a term is the first day of the next', () => {
    expect(due([['2026-07-08', '2026-07-10']], '2026-08-20').at(-1)).toEqual([
      'MARK_SUSPECTED_DROPOUT',
      'DUE',
      '2026-09-01',
    ]);
  });
});

describe('an absence that a vacation cuts in two', () => {
  const atTheEnd = ['2026-07-08', '2026-07-10'] as const;
  const marks = [{ mark: 'SUSPECTED_DROPOUT' as const, ...on('2026-07-10') }];
  /** Of the spell before the vacation. */
  const before = (missed: Parameters<typeof judgedSpells>[0]['missed'], facts = {}) =>
    judgedSpells({ missed, facts, knownUpTo: '2026-09-02' })
      .at(-1)
      ?.duties.map(({ kind, state }) => `${kind} ${state}`) ?? [];

  test('is no return when the child is away on the first day of the next term', () => {
    const missed = [atTheEnd, ['2026-09-01', '2026-09-02']] as const;
    expect(before(missed)).toContain('MARK_SUSPECTED_DROPOUT OVERDUE');
    expect(before(missed, { marks }).filter((duty) => duty.startsWith('MARK_RETURNED'))).toEqual([]);
  });

  test('is one when it is there on that day', () => {
    const missed = [atTheEnd, ['2026-09-02', '2026-09-02']] as const;
    expect(before(missed)).toContain('MARK_SUSPECTED_DROPOUT LAPSED');
    expect(before(missed, { marks })).toContain('MARK_RETURNED LAPSED');
  });
});
