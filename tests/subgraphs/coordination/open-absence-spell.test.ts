import { parseIsoDate } from '../../../policies/iso-date.js';
import { openSpellOf } from '../../../subgraphs/coordination/open-absence-spell.js';
import { context, factsOf, missed, type StoredFact } from './child-facts.builder.js';

const spell = (rows: StoredFact[], today: string = context.today) =>
  openSpellOf(factsOf(rows).rows.absence, { ...context, today: parseIsoDate(today) });

test('days missed up to today are one spell', () => {
  expect(spell(missed('2026-11-18', '2026-11-19', '2026-11-20'))).toEqual({
    from: '2026-11-18',
    schoolDays: 3,
  });
});

test('today without a sheet breaks nothing', () => {
  expect(spell(missed('2026-11-18', '2026-11-19'))).toEqual({ from: '2026-11-18', schoolDays: 2 });
});

test('weekends neither count nor break it', () => {
  expect(spell(missed('2026-11-13', '2026-11-16'), '2026-11-16')).toEqual({
    from: '2026-11-13',
    schoolDays: 2,
  });
});

test('the national holidays neither count nor break it', () => {
  expect(spell(missed('2026-09-30', '2026-10-08'), '2026-10-08')?.from).toBe('2026-09-30');
});

test('a school day attended ends it', () => {
  expect(spell(missed('2026-11-16', '2026-11-17', '2026-11-19'))).toEqual({
    from: '2026-11-19',
    schoolDays: 1,
  });
});

test.each(['MORNING', 'AFTERNOON'])('half a day missed (%s) is no day missed', (session) => {
  const half: StoredFact = ['education', 'absence', { date: '2026-11-19', session, state: 'UNEXCUSED' }];
  expect(spell([half])).toBeNull();
});

test('an excused day ends it', () => {
  const excused: StoredFact = [
    'education',
    'absence',
    { date: '2026-11-18', session: 'WHOLE_DAY', state: 'EXCUSED' },
  ];
  expect(spell([...missed('2026-11-17', '2026-11-19'), excused])).toEqual({
    from: '2026-11-19',
    schoolDays: 1,
  });
});

test('there is none without absences', () => {
  expect(spell([])).toBeNull();
});
