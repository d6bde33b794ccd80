import { sql } from 'kysely';
import { z } from 'zod';
import { parseServiceBody } from '../http/parse-service-body.js';
import type { ServiceHandler } from '../http/service-endpoints.js';
import { takePublication } from './publication-state.js';
import { REVOKED_KINDS } from './revocations.js';
import { kyselyOf } from '../kysely-of.js';

const revocation = z.strictObject({
  kind: z.enum(REVOKED_KINDS),
  holder: z.string().min(1).max(256),
  revokedUntil: z.iso.datetime(),
});

/** `revocations` is the whole set; without it the call only says that nothing is newer than `version`. */
const bodySchema = z.strictObject({
  version: z.int().positive(),
  revocations: z.array(revocation).optional(),
});

/** `POST /kit/revocations`: whose tokens are no longer good. @returns the version held now */
export const receiveRevocations: ServiceHandler = async ({ body, session, now }) => {
  const { version, revocations } = parseServiceBody(bodySchema, body);
  const db = kyselyOf(session.em);
  const replace =
    revocations &&
    (async () => {
      await sql`delete from revocation`.execute(db);
      await sql`
        insert into revocation (kind, holder, revoked_until)
        select * from jsonb_to_recordset(${JSON.stringify(revocations)}::jsonb) as given (
          kind text, holder text, "revokedUntil" timestamptz)`.execute(db);
    });
  const { isTaken, ...answer } = await takePublication(db, { topic: 'REVOCATIONS', version, now }, replace);
  return { answer, isRecorded: isTaken };
};
