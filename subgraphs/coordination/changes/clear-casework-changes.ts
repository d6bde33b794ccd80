import { sql, type Kysely } from 'kysely';

/** A portal that has not polled for a month reads its lists anew. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

export const CLEAR_CASEWORK_CHANGES = 'casework:clear-changes';

/** Clears the feed of changes that nobody goes on from any more. To be called in the service's context. */
export async function clearCaseworkChanges(db: Kysely<unknown>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString();
  await sql`
    with cleared as (delete from casework_change where at < ${before}::timestamptz returning version)
    update casework_feed set cleared_version = greatest(cleared_version, (select max(version) from cleared))`.execute(
    db,
  );
}
