import { CompiledQuery, sql } from 'kysely';
import type { LoaderContext } from '../request-context.js';
import { asService } from '../student/as-service.js';
import { recordChanges } from './record-changes.js';

interface ChildRow {
  readonly studentId?: string | null;
}

export interface RegisterChange {
  /** YYYY-MM-DD up to which the register speaks from here on; null where one record says nothing of all the others. */
  readonly asOf: string | null;
  /** Rows that were replaced, and those that stand in their place. */
  readonly before: readonly ChildRow[];
  readonly after: readonly ChildRow[];
}

/** Something more, or something else, is said of one child. */
export function changeOf(studentId: string, asOf: string | null = null): RegisterChange {
  return { asOf, before: [{ studentId }], after: [{ studentId }] };
}

/**
 * A register that a mutation has changed: its version, its day, and whom the change feed tells of. One that was never
 * loaded stays so: of whom the mutation does not name, it would seem to say that there is nothing.
 *
 * To be called last in the mutation, since from here on it holds the feed (see `recordChanges`).
 */
export function advanceRegister(
  context: Pick<LoaderContext, 'db' | 'now'>,
  register: string,
  change: RegisterChange,
): Promise<void> {
  return asService(context, () => advanceAsService(context, register, change));
}

/** Several registers that one mutation changes. */
export async function advanceRegisters(
  context: Pick<LoaderContext, 'db' | 'now'>,
  changes: Readonly<Record<string, RegisterChange>>,
): Promise<void> {
  await holdRegisters(context.db, Object.keys(changes));
  for (const [register, change] of Object.entries(changes)) await advanceRegister(context, register, change);
}

/**
 * Whoever changes several registers holds them all before the first goes to the feed, in one order: who held the feed and
 * then waited for a register would wait for somebody who waits for the feed.
 */
export async function holdRegisters(db: LoaderContext['db'], registers: readonly string[]): Promise<void> {
  await sql`select from register where code = any (${[...registers]}::text[]) order by code for update`.execute(
    db,
  );
}

/** What `advanceRegister` does, for the agency's own work, whose transaction stays in the service's context. */
export async function advanceAsService(
  { db, now }: Pick<LoaderContext, 'db' | 'now'>,
  register: string,
  { asOf, before, after }: RegisterChange,
): Promise<void> {
  const idsOf = (rows: readonly ChildRow[]) => new Set(rows.flatMap(({ studentId }) => studentId ?? []));
  const [had, has] = [idsOf(before), idsOf(after)];
  const changes = [...new Set([...had, ...has])].map((id) => ({
    id,
    kind: !had.has(id) ? 'ADDED' : has.has(id) ? 'CHANGED' : 'REMOVED',
  }));
  const { rows } = await sql<{ version: number }>`
    update register set version = version + 1, loaded_at = ${now.toISOString()}::timestamptz,
      as_of = greatest(as_of, (${asOf}::text || 'T00:00:00+08:00')::timestamptz)
    where code = ${register} returning version`.execute(db);
  if (changes.length === 0) return;
  await recordChanges(
    { query: (text, values) => db.executeQuery(CompiledQuery.raw(text, values)) },
    { register, version: rows[0]?.version ?? 0, now },
    // Ids are letters and digits alone.
    `select * from (values ${changes.map(({ id, kind }) => `('${id}', '${kind}')`).join(', ')}) told (student_id, kind)`,
  );
}
