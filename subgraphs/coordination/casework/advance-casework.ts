import { CompiledQuery, sql, type Kysely } from 'kysely';
import { recordChanges } from '../../_kit/changes/record-changes.js';

const CASEWORK = 'CASEWORK';

/**
 * Says that casework on a child has changed: the register's version goes up, and the change feed tells that something
 * was written about the child. To be called last, since everybody else who changes a register waits from here on.
 */
export async function advanceCasework(
  db: Kysely<unknown>,
  { studentId, now }: { readonly studentId: string; readonly now: Date },
): Promise<void> {
  const { rows } = await sql<{ version: number }>`
    update register set version = version + 1, as_of = greatest(as_of, ${now.toISOString()}::timestamptz)
    where code = ${CASEWORK} returning version`.execute(db);
  const [register] = rows;
  // A register that was never loaded has no version to tell of.
  if (!register) return;
  await recordChanges(
    { query: (statement, values) => db.executeQuery(CompiledQuery.raw(statement, values)) },
    { register: CASEWORK, version: register.version, now },
    `select student_id, 'CHANGED'::text as kind from student_scope where student_id = '${studentId}' group by 1`,
  );
}
