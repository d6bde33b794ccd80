import type { MikroORM } from '@mikro-orm/postgresql';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';
import { addJob } from '../../../_kit/jobs/add-job.js';
import { RosterError } from '../../../_kit/roster/roster-error.js';
import { aroundRuns } from './around-runs.js';
import { ENDS } from './comparison-run.js';
import { SupersededError } from './run-ranges.js';
import * as runs from './run-record.js';
import { runSteps } from './run-steps.js';
import { inService, type RunTools } from './run-tools.js';
import { TASKS } from './tasks.js';

const ofRun = z.object({ runId: z.string() });
const COORDINATION = 'coordination';

/** The jobs of comparison runs. */
export function comparisonTasks(tools: RunTools, orm: MikroORM): TaskList {
  const steps = Object.entries(runSteps(tools, orm)).map(([task, step]) => [task, endsWithRun(task, step)]);
  return { ...aroundRuns(tools), ...Object.fromEntries(steps) };

  /** A step that fails again and again ends its run, or nobody could ever ask for another one. */
  function endsWithRun(task: string, step: TaskList[string]): TaskList[string] {
    if (!step) return step;
    return async (payload, helpers) => {
      try {
        await step(payload, helpers);
      } catch (cause) {
        const { attempts, max_attempts: most } = helpers.job;
        tools.log.warn({ task, attempts, ...reasonOf(cause) }, 'a step of a comparison run failed');
        if (attempts >= most && !(cause instanceof SupersededError))
          await fail(ofRun.parse(payload).runId, cause);
        throw cause;
      }
    };
  }

  async function fail(runId: string, cause: unknown): Promise<void> {
    const agency = cause instanceof RosterError ? cause.agency : COORDINATION;
    await inService(tools, async (db) => {
      const state = await runs.lockRun(db, runId);
      if (state === undefined || ENDS.includes(state)) return;
      const problems = [{ code: 'BROKEN_OFF', agency, register: null }] as const;
      await runs.setState(db, runId, 'FAILED', { problems, now: tools.now() });
      await addJob(db, TASKS.close, { runId });
    });
  }
}

/** What may stand in a log: a database's own message can hold a value. */
function reasonOf(cause: unknown): object {
  if (cause instanceof RosterError) return { agency: cause.agency, problem: cause.problem };
  return { failure: cause instanceof Error ? cause.name : 'unknown' };
}
