import { nextRunAt } from '../../../../subgraphs/coordination/comparison/following/run-pace.js';

const BEGAN = new Date('2026-11-20T01:00:00Z');
const after = (seconds: number) => new Date(BEGAN.getTime() + seconds * 1000);

test.each([
  ['a short run is followed half a minute after its beginning', 'COMPLETED', 8, 30],
  ['a run of twenty seconds leaves as much time as it took', 'COMPLETED', 20, 40],
  ['a run of an hour is followed after two', 'COMPLETED', 3600, 7200],
  ['a run that refused is tried again ten minutes after its end', 'REFUSED', 1, 601],
  ['so is one that failed', 'FAILED', 100, 700],
] as const)('%s', (_what, state, lasted, next) => {
  expect(nextRunAt({ state, requestedAt: BEGAN, finishedAt: after(lasted) })).toEqual(after(next));
});

test('while a run is under way nobody asks for another one', () => {
  expect(nextRunAt({ state: 'MATCHING', requestedAt: BEGAN, finishedAt: null })).toBeUndefined();
});
