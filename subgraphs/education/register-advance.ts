import { CompiledQuery, sql } from 'kysely';
import { recordChanges } from '../_kit/changes/record-changes.js';
import type { LoaderContext } from '../_kit/request-context.js';
import { asService } from '../_kit/student/as-service.js';
import type { EducationRegister } from './registers.js';

interface ChildRow {
  readonly studentId?: string | null;
}

export interface RegisterChange {
  /** YYYY-MM-DD up to which the register speaks now. */
  readonly asOf: string;
  /** Rows that were replaced, and those that stand in their place. */
  readonly before: readonly ChildRow[];
  readonly after: readonly ChildRow[];
}

/**
 * A register that a form has changed: its version, its day, and whom the change feed tells of. One that was never
 * loaded stays so: of whom the form does not name, it would seem to say that there is nothing.
 */
export function advanceRegister(
  context: Pick<LoaderContext, 'db' | 'now'>,
  register: EducationRegister,
  { asOf, before, after }: RegisterChange,
): Promise<void> {
  const { db, now } = context;
  const idsOf = (rows: readonly ChildRow[]) => new Set(rows.flatMap(({ studentId }) => studentId ?? []));
  const [had, has] = [idsOf(before), idsOf(after)];
  const changes = [...new Set([...had, ...has])].map((id) => ({
    id,
    kind: !had.has(id) ? 'ADDED' : has.has(id) ? 'CHANGED' : 'REMOVED',
  }));
  return asService(context, async () => {
    const { rows } = await sql<{ version: number }>`
      update register set version = version + 1, as_of = greatest(as_of, (${asOf} || 'T00:00:00+08:00')::timestamptz),
        loaded_at = ${now.toISOString()}::timestamptz
      where code = ${register} returning version`.execute(db);
    if (changes.length === 0) return;
    await recordChanges(
      { query: (text, values) => db.executeQuery(CompiledQuery.raw(text, values)) },
      { register, version: rows[0]?.version ?? 0, now },
      // Ids are letters and digits alone.
      `select * from (values ${changes.map(({ id, kind }) => `('${id}', '${kind}')`).join(', ')}) told (student_id, kind)`,
    );
  });
}
