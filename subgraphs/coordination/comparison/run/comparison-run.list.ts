import { runOnce } from '../../../_kit/command/run-once.js';
import { HubError } from '../../../_kit/errors.js';
import type { LoaderContext } from '../../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../../_kit/schema/connection.js';
import { listPage } from '../../../_kit/schema/list-page.js';
import { selectRows } from '../../../_kit/select-rows.js';
import { ComparisonRunEntity, type ComparisonRun } from './comparison-run.entity.js';
import type {
  ComparisonRunType,
  StartComparisonInput,
  StartComparisonPayload,
} from './comparison-run.type.js';
import { requestRun } from './request-run.js';
import { findRun } from './run-record.js';

/** Runs, the latest first. */
export function listRuns({ em }: LoaderContext, page: PageArgs): Promise<Connection<ComparisonRun>> {
  return listPage(
    selectRows(em, ComparisonRunEntity),
    {
      columns: [
        ['requested_at', 'instant'],
        ['run_id', 'text'],
      ],
      direction: 'desc',
      keyOf: ({ requestedAt, runId }) => [new Date(requestedAt).toISOString(), runId],
    },
    page,
  );
}

/** Asks for a run, or names the one that is under way. */
export function startComparison(
  context: LoaderContext,
  input: StartComparisonInput,
): Promise<StartComparisonPayload> {
  return runOnce(context, { name: 'startComparison', input }, async () => {
    const { db, caller, policies, now } = context;
    const { runId, isNew } = await requestRun(db, { requestedBy: caller.subject, policies, now });
    const run = await findRun(db, runId);
    if (!run) throw new HubError('INTERNAL_SERVER_ERROR');
    return { run: run as ComparisonRunType, isNew };
  });
}
