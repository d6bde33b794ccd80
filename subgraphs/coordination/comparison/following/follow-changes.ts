import { setTimeout as delay } from 'node:timers/promises';
import type { Background, BackgroundContext } from '../../../_kit/background.js';
import type { ChangeCursor } from '../../../_kit/changes/change-feed.js';
import { createRosterClient } from '../../../_kit/roster/roster-client.js';
import { RosterError } from '../../../_kit/roster/roster-error.js';
import { serviceTransaction } from '../../../_kit/student/service-transaction.js';
import { ServiceCallError } from '../../../_kit/trust/service-client.js';
import { COORDINATION_LISTS } from '../../imports/lists.js';
import { requestRun } from '../run/request-run.js';
import { latestRun } from '../run/run-record.js';
import { hasOwnChanges, readCursors } from './followed-feeds.js';
import { nextRunAt } from './run-pace.js';

const COORDINATION = 'coordination';
/**
 * What is imported here, and cases: people record what brings a child back, and a run settles cases by the attendance that
 * it has seen, after it has asked them. The other registers are made by runs.
 */
const FOLLOWED_HERE = [...new Set(COORDINATION_LISTS.map(({ register }) => register)), 'CASEWORK'];
const REQUESTED_BY = 'change-feed';

/** The feed has been cleared since, or belongs to a database that was restored: nobody knows what has changed. */
const isGap = (cause: unknown) =>
  cause instanceof RosterError && cause.cause instanceof ServiceCallError && cause.cause.status === 400;

/**
 * Compares again once an agency's registers have changed since the latest run, so that what one office imports counts at
 * every other one. Before the first run nothing is followed.
 *
 * Nothing is remembered between rounds: where a run has got to stands in the database, and what came while it was under
 * way is still news to the next round, of any replica.
 */
export function startFollowing(context: BackgroundContext, everyMs: number): Background {
  const { apart, agencies, policies, now, log } = context;
  const rosters = createRosterClient(context);
  const stopping = new AbortController();
  const { signal } = stopping;
  const inService = <Result>(work: Parameters<typeof serviceTransaction<Result>>[1]) =>
    serviceTransaction(apart, work);

  async function round(): Promise<void> {
    const { cursors, run } = await inService(async (db) => ({
      cursors: await readCursors(db),
      run: await latestRun(db),
    }));
    const from = run && nextRunAt(run);
    if (from === undefined || from > now()) return;
    const news = await Promise.all(
      [...cursors]
        .filter(([agency]) => agencies.has(agency))
        .map(([agency, cursor]) =>
          agency === COORDINATION
            ? inService((db) => hasOwnChanges(db, cursor, FOLLOWED_HERE))
            : isNews(agency, cursor),
        ),
    );
    if (news.includes(true))
      await inService((db) => requestRun(db, { requestedBy: REQUESTED_BY, policies, now: now() }));
  }

  /** An agency that does not answer is asked again at the next round. */
  async function isNews(agency: string, cursor: ChangeCursor): Promise<boolean> {
    try {
      return (await rosters.readChanges(agency, cursor, 1)).changes.length > 0;
    } catch (cause) {
      if (isGap(cause)) return true;
      log.debug({ agency }, 'the change feed could not be read');
      return false;
    }
  }

  async function follow(): Promise<void> {
    while (!signal.aborted) {
      await round().catch(() => log.warn('changes of the agencies could not be followed'));
      await delay(everyMs, undefined, { signal }).catch(() => undefined);
    }
  }

  const following = follow();
  return {
    async close() {
      stopping.abort();
      await following;
    },
  };
}
