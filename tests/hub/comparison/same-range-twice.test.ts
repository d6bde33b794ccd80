import { beginAttempt } from '../../../subgraphs/coordination/comparison/run/run-ranges.js';
import { type Range } from '../../../subgraphs/coordination/comparison/run/range.js';
import { inService } from '../../../subgraphs/coordination/comparison/run/run-tools.js';
import type { TASKS } from '../../../subgraphs/coordination/comparison/run/tasks.js';
import { connectAsOwner } from '../../support/agency-owner.js';
import { within } from '../../support/within.js';
import { startComparedAgencies, type ComparedAgencies } from './compared-agencies.js';
import { workOff } from './work-off.js';

const PATIENCE_MS = 240_000;

let hub: ComparedAgencies;
beforeAll(async () => {
  hub = await startComparedAgencies({ isWorking: false });
}, PATIENCE_MS);
afterAll(() => hub.close());

const work = (...names: readonly (keyof typeof TASKS)[]) => workOff(hub, ...names);

const rows = <Row>(text: string) => hub.of('coordination').rows<Row>(text);
const begun = () =>
  rows<{ from: string }>(
    `select "from" from comparison_range where attempt is not null and compared_at is null`,
  );
/** Children that each range says it has, and those that are there. */
const counted = () =>
  rows<{ from: string; children: number; there: number }>(
    `select "from", children, (select count(*)::int from (
         select run_id, "from" from comparison_result union all select run_id, "from" from comparison_confirmed) stored
       where stored.run_id = range.run_id and stored."from" = range."from") as there
     from comparison_range range order by 1`,
  );

/** What another worker does first that takes the range for its own; then it dies. */
const begin = (range: Range) => inService(hub.tools, (db) => beginAttempt(db, range));
/** Whoever compares a range waits in the midst of it, until the police's roster may be read again. */
async function holdRosters(): Promise<() => Promise<void>> {
  const owner = await connectAsOwner(hub.of('police'));
  await owner.query('begin; lock table roster_row in access exclusive mode');
  return () => owner.end();
}
const retryNow = () =>
  rows('update graphile_worker._private_jobs set run_at = now(), locked_by = null, locked_at = null');

test(
  'a worker that others took for dead stores no more, and no child is lost',
  async () => {
    const runId = await hub.request();
    await work('pin', 'screen');
    const letGo = await holdRosters();
    const first = work('compare');
    const [{ from = '' } = {}] = await within(PATIENCE_MS, begun, ({ length }) => length > 0);
    expect(await begin({ runId, from, upTo: '' })).toBeDefined();
    await letGo();
    await first;
    const unfinished = await rows<{ from: string }>(
      'select "from" from comparison_range where compared_at is null',
    );
    expect(unfinished).toEqual([{ from }]);

    await retryNow();
    await work('compare');
    for (const { children, there } of await counted()) expect(there).toBe(children);
  },
  PATIENCE_MS,
);

test('a range that is compared is not begun again while others rely on its results', async () => {
  const before = await counted();
  const [run] = await rows<{ runId: string }>('select run_id as "runId" from comparison_run');
  const runId = run?.runId ?? '';
  for (const { from } of before) expect(await begin({ runId, from, upTo: '' })).toBeUndefined();
  expect(await counted()).toEqual(before);

  await work('match', 'publish');
  expect((await hub.runOf(runId)).state).toBe('COMPLETED');
  const [entries] = await rows<{ count: number }>('select count(*)::int as count from school_age_entry');
  expect(entries?.count).toBeGreaterThan(before.reduce((sum, { children }) => sum + children, 0));
});
