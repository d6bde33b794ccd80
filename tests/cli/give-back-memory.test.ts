import { memoryUsage } from 'node:process';
import { giveBackMemory } from '../../cli/processes/give-back-memory.js';

const MB = 1_000_000;
const ROWS = 500_000;

/** @returns memory while all of it is in use; nobody holds it afterwards */
function usedUp() {
  const rows = Array.from({ length: ROWS }, (_, row) => ({ row, name: `row ${row}` }));
  return { count: rows.length, ...memoryUsage() };
}

test('what is not needed any more goes back to the system', () => {
  const before = usedUp();
  expect(before.count).toBe(ROWS);
  giveBackMemory();
  const after = memoryUsage();
  expect(before.heapTotal - after.heapTotal).toBeGreaterThan(20 * MB);
  expect(before.rss - after.rss).toBeGreaterThan(20 * MB);
});
