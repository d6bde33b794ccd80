import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { isIsoDate } from '../../../policies/iso-date.js';
import { holdVersion, takePublication } from '../access/publication-state.js';
import { HubError } from '../errors.js';
import { parseServiceBody } from '../http/parse-service-body.js';
import type { ServiceHandler } from '../http/service-endpoints.js';
import { STUDENT_ID_PATTERN } from '../identity/student-id.js';
import { SCOPE_KINDS } from './student-scope.entity.js';
import { kyselyOf } from '../kysely-of.js';

const studentId = z.string().regex(STUDENT_ID_PATTERN);
const day = z.string().refine(isIsoDate).nullable();
const row = z.strictObject({
  studentId,
  canonicalId: studentId,
  kind: z.enum(SCOPE_KINDS),
  code: z.string().regex(/^[\w-]{2,64}$/),
  validFrom: day,
  validTo: day,
});
type Row = z.infer<typeof row>;

/** Grants come as one set with its version, since a set that is older than what is held would bring back revoked ones. */
const grants = z.strictObject({
  origin: z.literal('GRANT'),
  version: z.int().positive(),
  rows: z.array(row.extend({ kind: z.literal('GRANT') })).optional(),
});

// Rows of these origins are written by the agency's own imports and mutations and are nobody else's to change.
const origin = z
  .string()
  .regex(/^[A-Z][A-Z_]{2,63}$/)
  .refine((name) => !['LOCAL', 'RECORDED', 'GRANT'].includes(name));

/** Everything else comes child by child: what stood of that origin about them is replaced. */
const ofStudents = z.strictObject({
  origin,
  students: z.array(studentId).min(1),
  rows: z.array(row.extend({ kind: z.enum(SCOPE_KINDS).exclude(['GRANT']) })),
});

/** Up to which version the agency has been told of every child: asked before the first is told, said after the last. */
const toldUpTo = z.strictObject({ origin, version: z.int().positive(), isTold: z.boolean() });

const bodySchema = z.union([grants, ofStudents, toldUpTo]);

/** `POST /kit/scopes`: where children belong, as coordination knows it; the answer is the version held, or how many rows. */
export const receiveScopes: ServiceHandler = async ({ body, session, now }) => {
  const given = parseServiceBody(bodySchema, body);
  const db = kyselyOf(session.em);
  if ('students' in given) {
    const named = new Set(given.students);
    if (given.rows.some((scope) => !named.has(scope.studentId)))
      throw new HubError('BAD_USER_INPUT', 'A row is about a student that is not named.');
    // Looked up child by child: over the list as a whole, PostgreSQL would read the county's scopes.
    await sql`
      delete from student_scope old using unnest(${given.students}::text[]) as named (id)
      where old.student_id = named.id and old.origin = ${given.origin}`.execute(db);
    await insertRows(db, given.origin, given.rows);
    return { answer: { rows: given.rows.length }, isRecorded: true };
  }
  if ('isTold' in given) {
    const topic = `SCOPES ${given.origin}` as const;
    const held = await holdVersion(db, { topic, version: given.version, now }, given.isTold);
    return { answer: { version: held }, isRecorded: given.isTold };
  }
  const { version, rows } = given;
  const replace =
    rows &&
    (async () => {
      await sql`delete from student_scope where origin = ${given.origin}`.execute(db);
      await insertRows(db, given.origin, rows);
    });
  const { isTaken, ...answer } = await takePublication(db, { topic: given.origin, version, now }, replace);
  return { answer, isRecorded: isTaken };
};

async function insertRows(db: Kysely<unknown>, origin: string, rows: readonly Row[]): Promise<void> {
  await sql`
    insert into student_scope (student_id, canonical_id, kind, code, valid_from, valid_to, origin)
    select given.*, ${origin} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
      "studentId" text, "canonicalId" text, kind text, code text, "validFrom" date, "validTo" date)`.execute(
    db,
  );
}
