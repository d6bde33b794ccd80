import { startMiniatureHub, type MiniatureHub } from './support/miniature.hub.js';

let hub: MiniatureHub;
afterAll(() => hub.close());

// Alone in its file: the engine registers its listeners once, with the first gateway of a process.
test('the gateway leaves the termination signals to whoever started it', async () => {
  const signals = ['SIGTERM', 'SIGINT'] as const;
  const before = signals.map((signal) => process.listenerCount(signal));
  hub = await startMiniatureHub();
  expect(signals.map((signal) => process.listenerCount(signal))).toEqual(before);
});
