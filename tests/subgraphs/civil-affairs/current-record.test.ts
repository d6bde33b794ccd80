import { currentAndHistory, holdsOn } from '../../../subgraphs/civil-affairs/current-record.js';

const TODAY = '2026-11-20';

test.each([
  [null, true],
  ['2026-11-21', true],
  ['2026-11-20', true],
  ['2026-11-19', false],
])('a record whose last day is %s holds today: %s', (endedOn, holds) => {
  expect(holdsOn({ endedOn }, TODAY)).toBe(holds);
});

test('the latest record that holds is current, all others are history', () => {
  const rows = [
    { name: 'ended early', endedOn: '2026-10-01' },
    { name: 'holds', endedOn: null },
    { name: 'holds too', endedOn: null },
    { name: 'long over', endedOn: '2020-01-01' },
  ];
  const { current, history } = currentAndHistory(rows, TODAY);
  expect(current?.name).toBe('holds');
  expect(history.map(({ name }) => name)).toEqual(['ended early', 'holds too', 'long over']);
});

test('where nothing holds there is no current record', () => {
  const over = { endedOn: '2020-01-01' };
  expect(currentAndHistory([over], TODAY)).toEqual({ current: null, history: [over] });
  expect(currentAndHistory([], TODAY)).toEqual({ current: null, history: [] });
});
