import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { requirePurpose } from '../access/require-purpose.js';
import { HubError } from '../errors.js';
import { parseServiceBody } from '../http/parse-service-body.js';
import type { ServiceHandler } from '../http/service-endpoints.js';
import {
  changesCall,
  END_OF_VERSION,
  type Change,
  type ChangeCursor,
  type ChangesPage,
} from './change-feed.js';
import { goesOnFrom } from './goes-on-from.js';
import { kyselyOf } from '../kysely-of.js';

/** `POST /kit/changes`: about whom the registers say something else since a cursor; ids alone. */
export const readChanges: ServiceHandler = async ({ body, session, caller }) => {
  requirePurpose(caller, 'REGISTER_COMPARISON');
  const { after, limit } = parseServiceBody(changesCall, body);
  const db = kyselyOf(session.em);
  const { rows: changes } = await sql<Change>`
    select version::int as version, seq, register, register_version as "registerVersion", student_id as "studentId", kind
    from change where (version, seq) > (${after.version}, ${after.seq})
    order by version, seq limit ${limit}`.execute(db);
  if (!(await goesOnFrom(db, after)))
    throw new HubError('BAD_USER_INPUT', 'The feed does not go on from there: begin with a roster.');
  const answer: ChangesPage = { changes, next: nextOf(changes, after, limit) };
  if (changes.length === 0) return { answer, isRecorded: false };
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

/** A version comes to stand at once, so a page that is not full has read the last one to its end. */
function nextOf(changes: readonly Change[], after: ChangeCursor, limit: number): ChangeCursor {
  const { version, seq } = changes.at(-1) ?? after;
  return { version, seq: changes.length < limit && version > 0 ? END_OF_VERSION : seq };
}
