import { Logger, runOnce } from 'graphile-worker';
import { comparisonTasks } from '../../../subgraphs/coordination/comparison/run/comparison-tasks.js';
import { TASKS } from '../../../subgraphs/coordination/comparison/run/tasks.js';
import type { ComparedAgencies } from './compared-agencies.js';

/** Does what is waiting of these steps, as a worker of its own. */
export function workOff(
  { of, tools }: Pick<ComparedAgencies, 'of' | 'tools'>,
  ...names: readonly (keyof typeof TASKS)[]
): Promise<void> {
  const { orm, databaseUrl } = of('coordination');
  const tasks = comparisonTasks(tools, orm);
  const wanted = names.map((name) => [TASKS[name], tasks[TASKS[name]]] as const);
  return runOnce({
    connectionString: databaseUrl,
    taskList: Object.fromEntries(wanted.flatMap(([name, task]) => (task ? [[name, task]] : []))),
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  });
}
