import type { ReadRows } from './combined-reader.js';
import type { Register } from './register.entity.js';

const REGISTERS = `
  select code, source, version, as_of as "asOf", loaded_at as "loadedAt", covers, division, stale_after_days as "staleAfterDays"
  from register`;

/** Reads the registers' dates and coverage once, at the first register that a request touches. */
export function loadRegisters(readRows: ReadRows): () => Promise<ReadonlyMap<string, Register>> {
  let loading: Promise<ReadonlyMap<string, Register>> | undefined;
  return () => {
    loading ??= readRows<Register>({ text: () => REGISTERS }).then(
      (rows) => new Map(rows.map((row) => [row.code, withTimes(row)])),
    );
    return loading;
  };
}

/** JSON holds times as text. */
function withTimes(row: Register): Register {
  return { ...row, asOf: new Date(row.asOf), loadedAt: new Date(row.loadedAt) };
}
