import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { requirePurpose } from '../access/require-purpose.js';
import { HubError } from '../errors.js';
import { parseServiceBody } from '../http/parse-service-body.js';
import type { ServiceHandler } from '../http/service-endpoints.js';
import { changesCall, type Change, type ChangeCursor, type ChangesPage } from './change-feed.js';
import { kyselyOf } from '../kysely-of.js';

/** `POST /kit/changes`: about whom the registers say something else since a cursor; ids alone. */
export const readChanges: ServiceHandler = async ({ body, session, caller }) => {
  requirePurpose(caller, 'REGISTER_COMPARISON');
  const { after, limit } = parseServiceBody(changesCall, body);
  const db = kyselyOf(session.em);
  await refuseGap(db, after);
  const { rows: changes } = await sql<Change>`
    select version::int as version, seq, register, register_version as "registerVersion", student_id as "studentId", kind
    from change where (version, seq) > (${after.version}, ${after.seq})
    order by version, seq limit ${limit}`.execute(db);
  const last = changes.at(-1);
  const answer: ChangesPage = {
    changes,
    next: last ? { version: last.version, seq: last.seq } : after,
  };
  if (!last) return { answer, isRecorded: false };
  return {
    answer,
    isRecorded: true,
    bulk: {
      question: { after: `${after.version}.${after.seq}` },
      rows: changes.length,
      digest: createHash('sha256').update(JSON.stringify(changes)).digest('hex'),
      isComplete: true,
    },
  };
};

/**
 * Whoever has not read what is cleared by now would miss it without knowing; so would a cursor from before the
 * registers were set up anew, ahead of all that comes.
 */
async function refuseGap(db: Kysely<unknown>, { version }: ChangeCursor): Promise<void> {
  const { rows } = await sql<{ isReached: boolean }>`
    select ${version} between coalesce(max(cleared_version), 0) and coalesce(max(version), 0) as "isReached"
    from change_feed`.execute(db);
  if (rows[0]?.isReached !== true)
    throw new HubError('BAD_USER_INPUT', 'The feed does not go on from there: begin with a roster.');
}
