import { sql, type Kysely } from 'kysely';
import type { PublicationTopic } from './publication-state.entity.js';

export interface Publication {
  readonly topic: PublicationTopic;
  readonly version: number;
  /** When it arrived, by this agency's clock. */
  readonly now: Date;
}

export interface TakenPublication {
  /** What the agency holds now; the publisher sends the set when it is not its own. */
  readonly version: number;
  /** Whether the set of this call replaced the one before. */
  readonly isTaken: boolean;
}

/**
 * Notes up to which version everything of a topic has arrived; without that word, only says which one it was.
 *
 * Whatever the version is: a publisher that was put back to an older day begins again from there.
 */
export async function holdVersion(
  db: Kysely<unknown>,
  { topic, version, now }: Publication,
  isTold: boolean,
): Promise<number> {
  if (isTold)
    await sql`
      insert into publication_state (topic, version, heard_at)
      values (${topic}, ${version}, ${now.toISOString()}::timestamptz)
      on conflict (topic) do update set version = excluded.version, heard_at = excluded.heard_at`.execute(db);
  const { rows } = await sql<{ version: string }>`
    select version from publication_state where topic = ${topic}`.execute(db);
  return Number(rows[0]?.version ?? 0);
}

/**
 * Takes in a published set, or only the word that there is nothing newer.
 *
 * Of two calls that overlap the newer version stays, whichever comes last: an older set would bring back what has been
 * revoked since.
 * @param replace writes the set; undefined when the call carried none
 */
export async function takePublication(
  db: Kysely<unknown>,
  { topic, version, now }: Publication,
  replace: (() => Promise<void>) | undefined,
): Promise<TakenPublication> {
  await sql`
    insert into publication_state (topic, version, heard_at) values (${topic}, 0, 'epoch')
    on conflict do nothing`.execute(db);
  const { rows } = await sql<{ version: string }>`
    select version from publication_state where topic = ${topic} for update`.execute(db);
  const held = Number(rows[0]?.version ?? 0);
  const isNewer = version > held && replace !== undefined;
  if (isNewer) await replace();
  if (isNewer || version === held) {
    await sql`
      update publication_state set version = ${version}, heard_at = ${now.toISOString()}::timestamptz
      where topic = ${topic}`.execute(db);
  }
  return { version: isNewer ? version : held, isTaken: isNewer };
}
