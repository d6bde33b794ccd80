import { memoryUsage } from 'node:process';
import { giveBackMemory } from '../../cli/processes/give-back-memory.js';

const MB = 1_000_000;
const ROWS = 400_000;

test('what is not needed any more goes back to the system', () => {
  let rows: unknown[] | undefined = Array.from({ length: ROWS }, (_, row) => ({ row, name: `row ${row}` }));
  expect(rows).toHaveLength(ROWS);
  const before = memoryUsage();
  rows = undefined;
  giveBackMemory();
  const after = memoryUsage();
  expect(before.heapTotal - after.heapTotal).toBeGreaterThan(20 * MB);
  expect(before.rss - after.rss).toBeGreaterThan(20 * MB);
});
