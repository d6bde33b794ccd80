import { addJob } from '../../../_kit/jobs/add-job.js';
import type { LoaderContext } from '../../../_kit/request-context.js';
import { TASKS } from './tasks.js';

/** Asks for a comparison that carries a decision to the register and to every agency. */
export function compareAgain({ db, caller }: Pick<LoaderContext, 'db' | 'caller'>): Promise<void> {
  return addJob(db, TASKS.request, { requestedBy: caller.subject }, { key: TASKS.request });
}
