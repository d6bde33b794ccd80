import type { PublishedScope } from '../../register/student-scopes.js';
import { tellScopes } from '../run/around-runs.js';
import { inService, type RunTools } from '../run/run-tools.js';
import { storeAhead } from './ahead-scopes.js';
import { storeAheadCursor } from './followed-feeds.js';
import { placeChanged } from './place-changed.js';
import type { News } from './read-news.js';

/** Ids that agencies are asked for in one call. */
const AT_ONCE = 2000;

/** Opens changed children where they belong by now. @returns whether there were any */
export async function openAhead(news: readonly News[], tools: RunTools): Promise<boolean> {
  const told = news.filter(({ changed }) => changed.length > 0);
  if (told.length === 0) return false;
  const changed = [...new Set(told.flatMap((each) => each.changed))];
  const scopes: PublishedScope[] = [];
  for (let at = 0; at < changed.length; at += AT_ONCE)
    scopes.push(...(await placeChanged(changed.slice(at, at + AT_ONCE), tools)));
  await inService(tools, async (db) => {
    if (await storeAhead(db, scopes)) await tellScopes(db, tools.agencies.keys());
    for (const { agency, next } of told) await storeAheadCursor(db, agency, next);
  });
  return true;
}
