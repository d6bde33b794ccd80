import { untilRunEnded } from '../../../cli/comparison/await-run.js';
import { connectAsOwner } from '../../support/agency-owner.js';
import { within } from '../../support/within.js';
import { isUnderWay } from '../../../subgraphs/_kit/jobs/unfinished-jobs.js';
import { inService } from '../../../subgraphs/coordination/comparison/run/run-tools.js';
import { TASKS } from '../../../subgraphs/coordination/comparison/run/tasks.js';
import { startComparedAgencies, type ComparedAgencies } from './compared-agencies.js';
import { workOff } from './work-off.js';

const PATIENCE_MS = 240_000;
const IDLE = /^Nobody has taken the run up yet/;

let hub: ComparedAgencies;
beforeAll(async () => {
  hub = await startComparedAgencies({ isWorking: false });
}, PATIENCE_MS);
afterAll(() => hub.close());

/** Whoever waits for a run, and what they were told. */
function wait(runId: string) {
  const said: string[] = [];
  const ended = untilRunEnded(hub.tools.apart, runId, {
    say: (line) => said.push(line),
    onProgress: () => undefined,
    idleAfterMs: 0,
  });
  return { said, ended };
}

test(
  'whoever waits hears that nobody takes a run up, and does not hear it while somebody is long at the registers',
  async () => {
    const runId = await hub.request();
    const before = wait(runId);
    const said = await within(
      PATIENCE_MS,
      async () => before.said,
      ({ length }) => length > 0,
    );
    expect(said).toEqual([expect.stringMatching(IDLE)]);

    const owner = await connectAsOwner(hub.of('police'));
    await owner.query('begin; lock table roster_row in access exclusive mode');
    const pinning = workOff(hub, 'pin');
    await within(PATIENCE_MS, () => inService(hub.tools, (db) => isUnderWay(db, TASKS.pin)), Boolean);
    const meanwhile = wait(runId);
    // Longer than it takes to look several times.
    await within(
      1000,
      async () => meanwhile.said,
      ({ length }) => length > 0,
    );
    expect(meanwhile.said).toEqual([]);
    await owner.end();
    await pinning;

    await workOff(hub, 'screen', 'compare', 'match', 'publish', 'scopes', 'month');
    expect((await meanwhile.ended).state).toBe('COMPLETED');
    await before.ended;
    expect(before.said).toHaveLength(1);
  },
  PATIENCE_MS,
);
