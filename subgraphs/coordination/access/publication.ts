import { sql, type Kysely } from 'kysely';
import type { PublicationTopic } from '../../_kit/access/publication-state.entity.js';

/**
 * Marks a published set as changed. Versions are milliseconds of real time, and grow even when a clock does not: a
 * database that was filled anew, or restored from a copy, still goes beyond what the agencies hold.
 */
export async function raiseVersion(db: Kysely<unknown>, topic: PublicationTopic): Promise<void> {
  await sql`
    insert into publication (topic, version) values (${topic}, floor(extract(epoch from clock_timestamp()) * 1000))
    on conflict (topic) do update set version = greatest(publication.version + 1, excluded.version)`.execute(
    db,
  );
}

export async function readVersions(db: Kysely<unknown>): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ topic: string; version: string }>`
    select topic, version from publication`.execute(db);
  return new Map(rows.map(({ topic, version }) => [topic, Number(version)]));
}
