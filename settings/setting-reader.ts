import { readFileSync } from 'node:fs';
import type { DefaultedRow, SettingRow } from './setting-rows.js';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface SettingReader {
  /** @returns the value; a wrong one is noted as a problem and replaced by the default, so that all are found in one go. */
  withDefault<T>(row: DefaultedRow<T>): T;
  /** @returns the value, or undefined when the setting is absent, empty or (noted as a problem) wrong. */
  maybe<T>(row: SettingRow<T>): T | undefined;
  readonly problems: string[];
}

/** Reads settings one by one and gathers what is wrong with them, in words that never contain a value. */
export function createSettingReader(env: Environment): SettingReader {
  const problems: string[] = [];

  function rawValue(row: SettingRow): string | undefined {
    const direct = env[row.name] || undefined;
    const path = row.file ? env[`${row.name}_FILE`] || undefined : undefined;
    if (path === undefined) return direct;
    if (direct !== undefined) {
      problems.push(`${row.name} and ${row.name}_FILE are both set; keep one of them.`);
      return undefined;
    }
    try {
      return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    } catch {
      problems.push(`${row.name}_FILE must be the path of a file that the hub may read.`);
      return undefined;
    }
  }

  function maybe<T>(row: SettingRow<T>): T | undefined {
    const raw = rawValue(row);
    if (raw === undefined) return undefined;
    const parsed = row.schema.safeParse(raw);
    if (parsed.success) return parsed.data;
    problems.push(`${row.name} ${row.rule}.`);
    return undefined;
  }

  return {
    problems,
    maybe,
    withDefault: (row) => maybe(row) ?? row.schema.parse(row.default),
  };
}
