import { sql, type RawBuilder } from 'kysely';
import { dayInShanghai } from '../../policies/iso-date.js';
import type { Background, BackgroundContext } from './background.js';
import { serviceTransaction } from './student/service-transaction.js';

const FIRST_AFTER_MS = 60_000;
const EVERY_MS = 60 * 60_000;
const DAY_MS = 86_400_000;

/** A client that doesn't know how a mutation ended asks again within minutes; a month is beyond any outage. */
const COMMAND_DAYS = 30;
/** For whoever looks into an alarm: how much an officer used on the days around it. */
const USAGE_DAYS = 90;
/** A comparison run takes minutes; one that nobody closed has failed and been looked into by then. */
const ROSTER_DAYS = 7;
/** Whoever has not followed the change feed for a month takes a roster instead. */
const CHANGE_DAYS = 30;

export interface Housekeeping extends Background {
  /** Also done every hour. */
  tidy(): Promise<void>;
}

/**
 * Clears an agency's own database of rows that have done their work. Each process of an agency does it: deleting what
 * is gone already does nothing.
 */
export function startHousekeeping({
  apart,
  now,
  log,
}: Pick<BackgroundContext, 'apart' | 'now' | 'log'>): Housekeeping {
  async function tidy(): Promise<void> {
    for (const [what, statement] of Object.entries(statementsOf(now()))) {
      try {
        await serviceTransaction(apart, (db) => statement.execute(db));
      } catch {
        log.warn({ what }, 'outdated rows could not be cleared');
      }
    }
  }

  let underWay = Promise.resolve();
  const begin = () => void (underWay = underWay.then(tidy));
  const first = setTimeout(begin, FIRST_AFTER_MS).unref();
  const timer = setInterval(begin, EVERY_MS).unref();
  return {
    tidy,
    async close() {
      clearTimeout(first);
      clearInterval(timer);
      await underWay;
    },
  };
}

function statementsOf(now: Date): Readonly<Record<string, RawBuilder<unknown>>> {
  const instant = (daysAgo: number) => new Date(now.getTime() - daysAgo * DAY_MS);
  const instantAgo = (days: number) => sql`${instant(days).toISOString()}::timestamptz`;
  const dayAgo = (days: number) => sql`${dayInShanghai(instant(days))}::date`;
  return {
    commands: sql`delete from command where issued_at < ${instantAgo(COMMAND_DAYS)}`,
    usage: sql`delete from daily_usage where day < ${dayAgo(USAGE_DAYS)}`,
    // The day before still counts for requests that began before midnight.
    deliveries: sql`delete from delivered_child where day < ${dayAgo(1)}`,
    rosters: sql`
      with outdated as (delete from roster_pin where pinned_at < ${instantAgo(ROSTER_DAYS)} returning run)
      delete from roster_row using outdated where roster_row.run = outdated.run`,
    changes: sql`
      with cleared as (delete from change where at < ${instantAgo(CHANGE_DAYS)} returning version)
      update change_feed set cleared_version = greatest(cleared_version, (select max(version) from cleared))`,
    rejects: sql`delete from import_rejected_part where kept_until < ${instantAgo(0)}`,
    heads: sql`select thin_audit_heads()`,
  };
}
