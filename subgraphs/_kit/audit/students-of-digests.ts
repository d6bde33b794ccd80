import { sql } from 'kysely';
import type { LoaderContext } from '../request-context.js';

/** Ids that are in memory at a time, and some ten milliseconds of digesting between which others get their turn. */
const BATCH = 2000;

/**
 * Whom some digests of the log mean, among the children within reach. Digests can't be turned round, and digests stored
 * beside the ids would make the log say whom it is about without the key; so the ids of all children are digested, page
 * by page, until every one is found: some microseconds each, for a question that is asked after an incident.
 * @returns canonical ids by digest; a digest of nobody within reach is absent
 */
export async function studentsOfDigests(
  { db, identifier }: Pick<LoaderContext, 'db' | 'identifier'>,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  let after = '';
  while (found.size < wanted.size) {
    const { rows } = await sql<{ student_id: string; canonical_id: string }>`
      select distinct student_id, canonical_id from student_scope
      where student_id > ${after} order by student_id limit ${BATCH}`.execute(db);
    for (const { student_id: id, canonical_id: canonical } of rows) {
      const digest = identifier.forAccessLog(id);
      if (wanted.has(digest)) found.set(digest, canonical);
    }
    if (rows.length < BATCH) break;
    after = rows.at(-1)?.student_id ?? '';
  }
  return found;
}
