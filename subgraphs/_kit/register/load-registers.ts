import { sql, type Kysely } from 'kysely';
import type { Register } from './register.entity.js';

/** Reads the registers' dates and coverage once, at the first register that a request touches. */
export function loadRegisters(db: Kysely<unknown>): () => Promise<ReadonlyMap<string, Register>> {
  let loading: Promise<ReadonlyMap<string, Register>> | undefined;
  return () => {
    loading ??= sql<Register>`
      select code, source, version, as_of as "asOf", loaded_at as "loadedAt", covers, division, stale_after_days as "staleAfterDays"
      from register`
      .execute(db)
      .then(({ rows }) => new Map(rows.map((row) => [row.code, withTimes(row)])));
    return loading;
  };
}

/** The driver hands times over as text, so that the ORM can read them in its own way. */
function withTimes(row: Register): Register {
  return { ...row, asOf: new Date(row.asOf), loadedAt: new Date(row.loadedAt) };
}
