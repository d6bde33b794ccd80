import type { Kysely } from 'kysely';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';
import { addJob } from '../../../_kit/jobs/add-job.js';
import { RosterError } from '../../../_kit/roster/roster-error.js';
import { keepMonth } from '../../indicators/history/keep-month.js';
import { tellSplits } from '../splits/tell-splits.js';
import { publishScopes } from './publish-scopes.js';
import { requestRun } from './request-run.js';
import * as findings from './run-findings.js';
import { inService, type RunTools } from './run-tools.js';
import { TASKS } from './tasks.js';

/** The calendar asks without a payload of its own. */
const requested = z.object({ requestedBy: z.string().default('schedule') });
const ofRun = z.object({ runId: z.string() });
const ofAgency = z.object({ agency: z.string() });

/** Of what an agency is told, the older must not arrive after the newer. */
const inTurn = (name: string) => ({ key: name, queue: name });
const WAIT_FOR_RUN_MS = 3000;
const COORDINATION = 'coordination';

/** What a run that has ended leaves to be done: agencies hear of it, its month is kept, its work is cleared away. */
export async function toBeTold(
  db: Kysely<unknown>,
  runId: string,
  { agencies }: Pick<RunTools, 'agencies'>,
): Promise<void> {
  await tellScopes(db, agencies.keys());
  await addJob(db, TASKS.month, {}, inTurn(TASKS.month));
  await addJob(db, TASKS.close, { runId });
}

/** Every agency is to be told where children belong by now; the ranges of a run that is under way can wait for that. */
export async function tellScopes(db: Kysely<unknown>, agencies: Iterable<string>): Promise<void> {
  for (const agency of agencies)
    if (agency !== COORDINATION)
      await addJob(db, TASKS.scopes, { agency }, { ...inTurn(`${TASKS.scopes} ${agency}`), isUrgent: true });
}

/** Jobs before a run begins and after it has ended: what fails in them ends no run. */
export function aroundRuns(tools: RunTools): TaskList {
  return {
    async [TASKS.request](payload, helpers) {
      const { requestedBy } = requested.parse(payload);
      const { isNew } = await inService(tools, (db) =>
        requestRun(db, { requestedBy, policies: tools.policies, now: tools.now() }),
      );
      const runAt = new Date(Date.now() + WAIT_FOR_RUN_MS);
      if (!isNew)
        await helpers.addJob(TASKS.request, { requestedBy }, { runAt, jobKey: `${TASKS.request} again` });
    },

    async [TASKS.month]() {
      await inService(tools, (db) => keepMonth(db, tools.policies));
    },

    async [TASKS.scopes](payload) {
      const { agency } = ofAgency.parse(payload);
      await tellSplits(agency, tools);
      await publishScopes(agency, tools);
    },

    async [TASKS.close](payload) {
      const { runId } = ofRun.parse(payload);
      for (const agency of tools.agencies.keys()) {
        await tools.rosters.closeRoster(agency, runId).catch((cause: unknown) => {
          // One that does not answer gives its roster up by itself after some days.
          if (!(cause instanceof RosterError)) throw cause;
        });
      }
      await inService(tools, (db) => findings.forgetWork(db, runId));
    },
  };
}
