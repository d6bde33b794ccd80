import { sql, type Kysely } from 'kysely';
import type { Logger } from '../log.js';
import type { PublicationTopic } from './publication-state.entity.js';

const RENEW_EVERY_MS = 1000;

export interface PublishedSet<Row> {
  readonly rows: readonly Row[];
  /** When coordination was last heard from about it. */
  readonly heardAt: Date;
}

export interface FollowedSet<Row> {
  /** What the agency held when it was last looked at, at most about a second ago. */
  current(): PublishedSet<Row>;
  close(): Promise<void>;
}

export interface FollowOptions<Row> {
  readonly topic: PublicationTopic;
  readonly read: (db: Kysely<unknown>) => Promise<readonly Row[]>;
  readonly log: Logger;
}

/**
 * Keeps a published set in memory and follows its table, so that a revocation that reached any replica is known to all
 * of them; asking the table at every request would cost each of them a statement.
 *
 * @param apart a connection beside those of the requests: a busy pool must not make a revocation late
 */
export async function followPublishedSet<Row>(
  apart: Kysely<unknown>,
  { topic, read, log }: FollowOptions<Row>,
): Promise<FollowedSet<Row>> {
  let held: PublishedSet<Row> & { readonly version: string | undefined } = {
    version: undefined,
    rows: [],
    heardAt: new Date(0),
  };

  async function renew(): Promise<void> {
    const { rows: states } = await sql<{ version: string; heardAt: Date }>`
      select version, heard_at as "heardAt" from publication_state where topic = ${topic}`.execute(apart);
    const [state] = states;
    if (!state) return;
    held = { ...state, rows: state.version === held.version ? held.rows : await read(apart) };
  }

  await renew();
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    underWay ??= renew()
      // A database that is away answers no request either; the next look repairs what was missed.
      .catch(() => log.warn({ topic }, 'a published set could not be renewed'))
      .finally(() => (underWay = undefined));
  }, RENEW_EVERY_MS);
  timer.unref();
  return {
    current: () => held,
    async close() {
      clearInterval(timer);
      await underWay;
    },
  };
}
