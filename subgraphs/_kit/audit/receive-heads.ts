import { sql } from 'kysely';
import { z } from 'zod';
import { HubError } from '../errors.js';
import type { ServiceHandler } from '../http/service-endpoints.js';
import { isSignedHead, signedHeadSchema } from './audit-head.js';
import { kyselyOf } from '../kysely-of.js';

const bodySchema = z.strictObject({ heads: z.array(signedHeadSchema).min(1).max(100) });

/**
 * `POST /kit/heads`: keeps another agency's heads. They are only ever added: a second head for the same place of a
 * chain changes nothing, so a rewritten log can't replace what it had signed before.
 *
 * Not in the access log: heads are about no child, and each entry would make a head that makes an entry.
 */
export const receiveHeads: ServiceHandler = async ({ body, session }) => {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success || !parsed.data.heads.every(isSignedHead))
    throw new HubError('BAD_USER_INPUT', 'These are not signed heads.');
  const { heads } = parsed.data;
  const db = kyselyOf(session.em);
  const rows = heads.map(
    ({ agency, writer, seq, hash, at, keyId, publicKey, signature }) =>
      sql`(${agency}, ${writer}::uuid, ${seq}::bigint, ${hash}, ${at}::timestamptz, ${keyId}, ${publicKey}, ${signature})`,
  );
  await sql`insert into audit_head (agency, writer, seq, hash, at, key_id, public_key, signature)
    values ${sql.join(rows)} on conflict do nothing`.execute(db);
  return { answer: { kept: heads.length }, isRecorded: false };
};
