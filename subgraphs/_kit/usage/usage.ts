import { hash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import { dayInShanghai } from '../../../policies/iso-date.js';
import type { Caller } from '../access/caller.js';
import { HubError } from '../errors.js';
import type { Logger } from '../log.js';

/** Per officer and day; each agency counts for itself. */
export interface UsageLimits {
  /** Lookups by number, found or not: 1,000 numbers are left to try when district and birth date are known. */
  readonly lookups: number;
  /** Different children whose records are delivered. */
  readonly children: number;
}

export const DEFAULT_USAGE_LIMITS: UsageLimits = { lookups: 200, children: 20_000 };

/** Whoever looks for children knows most of them: when a larger part of the day's quota finds nobody, it is guessing. */
const MISSES_PER_QUOTA = 1 / 4;

/** Children whose delivery need not be written down again; some ten megabytes. */
const REMEMBERED_CHILDREN = 50_000;

export interface Usage {
  /** Counts a lookup before its outcome is known. @throws {HubError} RATE_LIMITED past the quota */
  countLookup(caller: Caller, now: Date): Promise<void>;
  /** Counts a lookup that found nobody; many of them raise an alarm, and change no answer. */
  noteMiss(caller: Caller, now: Date): Promise<void>;
  /**
   * @returns whether these children may still be delivered today; one that was delivered already costs nothing
   * @throws {HubError} AUDIT_UNAVAILABLE when that can't be counted
   */
  admitDelivery(caller: Caller, students: readonly string[], now: Date): Promise<boolean>;
}

/** @param apart where counts stand whatever becomes of the request */
export function createUsage({
  apart,
  limits,
  log,
}: {
  readonly apart: Kysely<unknown>;
  readonly limits: UsageLimits;
  readonly log: Logger;
}): Usage {
  const delivered = new LRUCache<string, true>({ max: REMEMBERED_CHILDREN });

  async function raiseAlarm(kind: string, { subject, role, purpose }: Caller, now: Date): Promise<void> {
    const { rows } = await sql`
      insert into security_alarm (kind, actor, day, role, purpose, raised_at)
      values (${kind}, ${subject}, ${dayInShanghai(now)}::date, ${role}, ${purpose}, ${now.toISOString()}::timestamptz)
      on conflict do nothing returning kind`.execute(apart);
    if (rows.length > 0) log.warn({ alarm: kind }, 'security alarm');
  }

  return {
    async countLookup(caller, now) {
      const used = await addUsage(apart, 'LOOKUP', caller, { day: dayInShanghai(now), amount: 1 });
      if (used <= limits.lookups) return;
      await raiseAlarm('LOOKUP_QUOTA', caller, now);
      throw new HubError('RATE_LIMITED');
    },
    async noteMiss(caller, now) {
      const misses = await addUsage(apart, 'MISS', caller, { day: dayInShanghai(now), amount: 1 });
      if (misses > limits.lookups * MISSES_PER_QUOTA) await raiseAlarm('LOOKUP_MISSES', caller, now);
    },
    async admitDelivery(caller, students, now) {
      const day = dayInShanghai(now);
      const digests = students.map((student) => digestOf(caller.subject, student));
      const isKnown = (digest: string) => delivered.has(`${day} ${digest}`);
      // In one order for all: two requests that insert the same children crosswise would wait for each other.
      const unknown = digests.filter((digest) => !isKnown(digest)).toSorted();
      if (unknown.length === 0) return true;
      const isAdmitted = await spend(apart, caller, { day, digests: unknown, limit: limits.children }).catch(
        () => {
          log.error('deliveries could not be counted');
          throw new HubError('AUDIT_UNAVAILABLE');
        },
      );
      if (isAdmitted) for (const digest of unknown) delivered.set(`${day} ${digest}`, true);
      else await raiseAlarm('ROW_BUDGET', caller, now);
      return isAdmitted;
    },
  };
}

class OverBudgetError extends Error {}

/** What would go past the budget leaves no mark, so that the day's earlier children stay open and the others shut. */
async function spend(
  apart: Kysely<unknown>,
  caller: Caller,
  {
    day,
    digests,
    limit,
  }: { readonly day: string; readonly digests: readonly string[]; readonly limit: number },
): Promise<boolean> {
  try {
    return await apart.transaction().execute(async (db) => {
      const { numAffectedRows: fresh = 0n } = await sql`
        insert into delivered_child (actor, day, child_digest)
        select ${caller.subject}, ${day}::date, unnest(${digests}::text[])
        on conflict do nothing`.execute(db);
      if (fresh === 0n) return true;
      const used = await addUsage(db, 'CHILDREN', caller, { day, amount: Number(fresh) });
      if (used > limit) throw new OverBudgetError();
      return true;
    });
  } catch (cause) {
    if (cause instanceof OverBudgetError) return false;
    throw cause;
  }
}

/** @returns the sum of the day so far, this included */
async function addUsage(
  db: Kysely<unknown>,
  kind: 'LOOKUP' | 'MISS' | 'CHILDREN',
  { subject }: Caller,
  { day, amount }: { readonly day: string; readonly amount: number },
): Promise<number> {
  const { rows } = await sql<{ used: number }>`
    insert into daily_usage as usage (kind, actor, day, used)
    values (${kind}, ${subject}, ${day}::date, ${amount})
    on conflict (kind, actor, day) do update set used = usage.used + excluded.used
    returning used`.execute(db);
  return rows[0]?.used ?? amount;
}

function digestOf(subject: string, student: string): string {
  return hash('sha256', `${subject} ${student}`, 'base64url').slice(0, 22);
}
