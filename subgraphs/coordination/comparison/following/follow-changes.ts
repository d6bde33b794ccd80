import { setTimeout as delay } from 'node:timers/promises';
import type { Background, BackgroundContext } from '../../../_kit/background.js';
import { createRosterClient } from '../../../_kit/roster/roster-client.js';
import { requestRun } from '../run/request-run.js';
import { latestRun } from '../run/run-record.js';
import { inService, type RunTools } from '../run/run-tools.js';
import { readFeeds } from './followed-feeds.js';
import { openAhead } from './open-ahead.js';
import { readNews, type News } from './read-news.js';
import { nextRunAt } from './run-pace.js';

const REQUESTED_BY = 'change-feed';

/**
 * What one office imports or records counts at every other one: children of whom an agency's registers say something else
 * are opened at once where they belong by now, and a run compares again at the pace of `run-pace`. Before the first run
 * nothing is followed.
 *
 * Nothing is remembered between rounds: how far the feeds are known stands in the database, and what came while a run was
 * under way is still news to the next round, of any replica.
 */
export function startFollowing(context: BackgroundContext, everyMs: number): Background {
  const { policies, now, log } = context;
  const tools: RunTools = { ...context, rosters: createRosterClient(context) };
  const stopping = new AbortController();
  const { signal } = stopping;

  async function follow(): Promise<void> {
    while (!signal.aborted) {
      const isMore = await round().catch(() => {
        log.warn('changes of the agencies could not be followed');
        return false;
      });
      if (!isMore) await delay(everyMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** @returns whether there is more to be read at once */
  async function round(): Promise<boolean> {
    const { feeds, run } = await inService(tools, async (db) => ({
      feeds: await readFeeds(db),
      run: await latestRun(db),
    }));
    if (!run) return false;
    const followed = feeds.filter(({ agency }) => tools.agencies.has(agency));
    const found = await Promise.all(followed.map((feed) => readNews(feed, tools)));
    const news = found.filter((each) => each !== undefined);
    const isAhead = await openAhead(news, tools).catch(() => {
      log.debug('children could not be placed ahead of a run');
      return false;
    });
    const from = nextRunAt(run);
    const isNews = followed.some((feed) => feed.isAhead) || news.some(isTold);
    if (isNews && from !== undefined && from <= now())
      await inService(tools, (db) => requestRun(db, { requestedBy: REQUESTED_BY, policies, now: now() }));
    return isAhead && news.some(({ isFull }) => isFull);
  }

  const following = follow();
  return {
    async close() {
      stopping.abort();
      await following;
    },
  };
}

const isTold = ({ changed, isGap }: News) => isGap || changed.length > 0;
