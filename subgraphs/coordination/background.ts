import { createRosterClient } from '../_kit/roster/roster-client.js';
import type { Background, BackgroundContext } from '../_kit/background.js';
import { startJobWorker } from '../_kit/jobs/job-worker.js';
import { startAccessPublisher } from './access/access-publisher.js';
import { startFollowing } from './comparison/following/follow-changes.js';
import { CLEAR_CASEWORK_CHANGES, clearCaseworkChanges } from './changes/clear-casework-changes.js';
import { comparisonTasks } from './comparison/run/comparison-tasks.js';
import { inService } from './comparison/run/run-tools.js';
import { TASKS } from './comparison/run/tasks.js';

/** Two o'clock in Shanghai, when nobody waits for an answer. */
const NIGHTLY = `0 18 * * * ${TASKS.request}`;
const HOURLY = `20 * * * * ${CLEAR_CASEWORK_CHANGES}`;
/** Jobs at once; more workers may run beside it (`hub worker coordination`). */
const CONCURRENCY = 2;

/** What coordination does by itself: telling every agency who may do what, and comparing their registers, every night and when they change. */
export function startCoordination(context: BackgroundContext): Background {
  const publisher = startAccessPublisher(context);
  const worker = startCoordinationWorker(context);
  const following =
    context.changesEveryMs === undefined ? undefined : startFollowing(context, context.changesEveryMs);
  return {
    async close() {
      await following?.close();
      await publisher.close();
      await worker.close();
    },
  };
}

export function startCoordinationWorker(context: BackgroundContext): Background {
  const { databaseUrl, orm, log } = context;
  const tools = { ...context, rosters: createRosterClient(context) };
  return startJobWorker({
    databaseUrl,
    tasks: {
      ...comparisonTasks(tools, orm),
      [CLEAR_CASEWORK_CHANGES]: () => inService(tools, (db) => clearCaseworkChanges(db, tools.now())),
    },
    crontab: [NIGHTLY, HOURLY].join('\n'),
    concurrency: CONCURRENCY,
    log,
  });
}
