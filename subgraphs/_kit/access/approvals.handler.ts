import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { DATA_CLASSES } from '../../../policies/purposes.js';
import { parseServiceBody } from '../http/parse-service-body.js';
import type { ServiceHandler } from '../http/service-endpoints.js';
import { takePublication } from './publication-state.js';
import { kyselyOf } from '../kysely-of.js';

const approval = z.strictObject({
  id: z.string().min(1).max(128),
  level: z.enum(['STANDING', 'CASE']),
  actorKind: z.enum(['ROLE', 'SUBJECT']),
  actor: z.string().min(1).max(256),
  purpose: z.string().min(1).max(64),
  dataClasses: z.array(z.enum(DATA_CLASSES)).min(1),
  studentId: z.string().nullable(),
  validFrom: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
});

/** `approvals` is the whole set; without it the call only says that nothing is newer than `version`. */
const bodySchema = z.strictObject({
  version: z.int().positive(),
  approvals: z.array(approval).optional(),
});

/** `POST /kit/approvals`: what coordination has approved; the answer is the version held now. */
export const receiveApprovals: ServiceHandler = async ({ body, session, now }) => {
  const { version, approvals } = parseServiceBody(bodySchema, body);
  const db = kyselyOf(session.em);
  const replace = approvals && (() => replaceApprovals(db, approvals));
  const { isTaken, ...answer } = await takePublication(db, { topic: 'APPROVALS', version, now }, replace);
  return { answer, isRecorded: isTaken };
};

async function replaceApprovals(
  db: Kysely<unknown>,
  approvals: readonly z.infer<typeof approval>[],
): Promise<void> {
  await sql`delete from approval`.execute(db);
  await sql`
    insert into approval
      (id, level, actor_kind, actor, purpose, data_classes, child_id, valid_from, expires_at, revoked_at)
    select * from jsonb_to_recordset(${JSON.stringify(approvals)}::jsonb) as given (
      id text, level text, "actorKind" text, actor text, purpose text, "dataClasses" text[], "studentId" text,
      "validFrom" timestamptz, "expiresAt" timestamptz, "revokedAt" timestamptz)`.execute(db);
}
