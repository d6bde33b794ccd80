import {
  completenessOf,
  screeningStateOf,
  sumOf,
  type ScreeningCounts,
} from '../../../../subgraphs/education/screening/screening-completeness.js';

const counts = (part: Partial<ScreeningCounts> = {}): ScreeningCounts => ({
  householdCount: 10,
  settled: 4,
  visited: 3,
  members: 8,
  checked: 6,
  ...part,
});

describe('completeness (完整率)', () => {
  test.each<[string, Partial<ScreeningCounts>, number | null, number | null]>([
    ['a part of the households', {}, 0.4, 0.75],
    ['nobody knows how many there are', { householdCount: null }, null, 0.75],
    ['a village that lists none', { householdCount: 0, settled: 0 }, null, 0.75],
    ['more than the list had', { settled: 12 }, 1, 0.75],
    ['nobody written down yet', { members: 0, checked: 0 }, 0.4, null],
  ])('%s', (_what, part, householdShare, memberShare) => {
    expect(completenessOf(counts(part))).toMatchObject({ householdShare, memberShare });
  });

  test('of several returns: what one does not know, nobody knows of all', () => {
    expect(sumOf([counts(), counts()])).toEqual(
      counts({ householdCount: 20, settled: 8, visited: 6, members: 16, checked: 12 }),
    );
    expect(sumOf([counts(), counts({ householdCount: null })]).householdCount).toBeNull();
    expect(sumOf([])).toEqual({ householdCount: null, settled: 0, visited: 0, members: 0, checked: 0 });
  });

  test.each<[Partial<ScreeningCounts>, string, string]>([
    [{ settled: 0, members: 0, checked: 0 }, '2026-11-20', 'NOT_BEGUN'],
    [{}, '2026-11-20', 'UNDER_WAY'],
    [{}, '2026-11-30', 'UNDER_WAY'],
    [{}, '2026-12-01', 'OVERDUE'],
    [{ settled: 10, checked: 8 }, '2026-11-20', 'COMPLETE'],
    [{ settled: 10, checked: 8 }, '2026-12-01', 'COMPLETE'],
    [{ settled: 10 }, '2026-12-01', 'OVERDUE'],
    [{ householdCount: null, checked: 8 }, '2026-11-20', 'UNDER_WAY'],
    [{ householdCount: null, checked: 8 }, '2026-12-01', 'UNKNOWN'],
    [{ householdCount: null, settled: 0, members: 0, checked: 0 }, '2026-12-01', 'OVERDUE'],
  ])('%p on %s is %s', (part, today, state) => {
    expect(screeningStateOf(counts(part), { dueOn: '2026-11-30', today })).toBe(state);
  });
});
