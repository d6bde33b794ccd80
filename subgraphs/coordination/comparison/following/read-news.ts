import { sql } from 'kysely';
import type { ChangeCursor } from '../../../_kit/changes/change-feed.js';
import { goesOnFrom } from '../../../_kit/changes/goes-on-from.js';
import { RosterError } from '../../../_kit/roster/roster-error.js';
import { ServiceCallError } from '../../../_kit/trust/service-client.js';
import { COORDINATION_LISTS } from '../../imports/lists.js';
import { inService, type RunTools } from '../run/run-tools.js';
import type { FollowedFeed } from './followed-feeds.js';

const COORDINATION = 'coordination';
/**
 * What is imported here, and cases: people record what brings a child back, and a run settles cases by the attendance that
 * it has seen, after it has asked them. The other registers are made by runs.
 */
const FOLLOWED_HERE = [...new Set(COORDINATION_LISTS.map(({ register }) => register)), 'CASEWORK'];
/** Changes in one look. */
const PAGE = 2000;

/** What an agency's feed tells behind what is known. */
export interface News {
  readonly agency: string;
  /** Ids of children of whom a register says something else. */
  readonly changed: readonly string[];
  readonly next: ChangeCursor;
  /** Whether the feed does not go on from there: nobody knows what has changed. */
  readonly isGap: boolean;
  /** Whether there may be more of it. */
  readonly isFull: boolean;
}

/** @returns undefined of an agency that does not answer: it is asked again at the next look */
export async function readNews(
  { agency, cursor }: FollowedFeed,
  tools: Pick<RunTools, 'apart' | 'rosters' | 'log'>,
): Promise<News | undefined> {
  if (agency === COORDINATION) return ownNews(cursor, tools);
  try {
    const { changes, next } = await tools.rosters.readChanges(agency, cursor, PAGE);
    const changed = changes.map(({ studentId }) => studentId);
    return { agency, changed, next, isGap: false, isFull: changes.length === PAGE };
  } catch (cause) {
    if (isGap(cause)) return { agency, changed: [], next: cursor, isGap: true, isFull: false };
    tools.log.debug({ agency }, 'the change feed could not be read');
    return undefined;
  }
}

async function ownNews(cursor: ChangeCursor, tools: Pick<RunTools, 'apart'>): Promise<News> {
  return inService(tools, async (db) => {
    const { rows } = await sql<ChangeCursor & { readonly studentId: string }>`
      select version::int as version, seq, student_id as "studentId" from change
      where (version, seq) > (${cursor.version}::bigint, ${cursor.seq}::int)
        and register = any (${FOLLOWED_HERE}::text[]) order by version, seq limit ${PAGE}`.execute(db);
    return {
      agency: COORDINATION,
      changed: rows.map(({ studentId }) => studentId),
      next: rows.at(-1) ?? cursor,
      isGap: !(await goesOnFrom(db, cursor)),
      isFull: rows.length === PAGE,
    };
  });
}

/** The feed has been cleared since, or belongs to a database that was restored. */
const isGap = (cause: unknown) =>
  cause instanceof RosterError && cause.cause instanceof ServiceCallError && cause.cause.status === 400;
