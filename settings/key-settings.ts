import { developmentKeys } from './development-keys.js';
import type { ProcessParts } from './process-parts.js';
import type { SettingReader } from './setting-reader.js';
import { hubRows, KEY_PLACEHOLDER, type agencyRows, type SettingRow } from './setting-rows.js';

interface KeyCircumstances {
  readonly production: boolean;
  readonly dataDir: string;
  readonly parts: ProcessParts;
  readonly agencies: ReadonlyArray<{ readonly name: string; readonly rows: ReturnType<typeof agencyRows> }>;
}

/** A key that a person typed to get past the length check: one character, or a short pattern, repeated. */
const isRepetition = (value: string) => /^(.{1,8}?)\1+.{0,7}$/su.test(value);

/**
 * The values of all keys, by setting name. Outside production an absent key is derived from the data folder. In
 * production the keys of the parts that run are required, and a placeholder, a development key, a repetition or one key
 * under two names is refused; keys of other parts may be absent, so that the gateway need not hold the digest key.
 */
export function readKeys(
  reader: SettingReader,
  circumstances: KeyCircumstances,
): ReadonlyMap<string, string> {
  const { production, dataDir, parts, agencies } = circumstances;
  const servesAgencies = parts.agencies.length > 0;
  const keys: Array<{ row: SettingRow<string>; needed: boolean; isFormer?: true; standIn?: string }> = [
    { row: hubRows.previousColumnKey, needed: false, isFormer: true },
    ...agencies.map(({ rows }) => ({ row: rows.previousSigningKey, needed: false, isFormer: true as const })),
    { row: hubRows.digestKey, needed: servesAgencies },
    { row: hubRows.columnKey, needed: (parts.sealing ?? parts.agencies).length > 0 },
    { row: hubRows.serviceKey, needed: servesAgencies },
    ...agencies.map(({ name, rows }) => ({
      row: rows.signingKey,
      needed: parts.gateway || parts.agencies.includes(name),
    })),
    ...agencies.map(({ name, rows }) => ({
      row: rows.auditKey,
      needed: parts.agencies.includes(name),
      standIn: hubRows.columnKey.name,
    })),
  ];
  const development = developmentKeys(dataDir);
  const fromDataDir = <T>(use: () => T): T | undefined => {
    try {
      return use();
    } catch {
      const problem =
        'HUB_DATA_DIR must be a folder that the hub may write to, with an intact secrets.json or none.';
      if (!reader.problems.includes(problem)) reader.problems.push(problem);
      return undefined;
    }
  };
  const nameByValue = new Map<string, string>();
  const values = new Map<string, string>();
  for (const { row, needed, isFormer, standIn } of keys) {
    const before = reader.problems.length;
    const given = reader.maybe(row);
    if (reader.problems.length > before) continue;
    if (isFormer && given === undefined) continue;
    if (!production) {
      const value = given ?? fromDataDir(() => development.keyFor(row.name));
      if (value !== undefined) values.set(row.name, value);
      continue;
    }
    if (given === undefined) {
      if (needed && !(standIn !== undefined && values.has(standIn)))
        reader.problems.push(`${row.name} (or ${row.name}_FILE) must be given in production.`);
      continue;
    }
    if (
      given === KEY_PLACEHOLDER ||
      isRepetition(given) ||
      fromDataDir(() => development.isDevelopmentKey(row.name, given))
    ) {
      reader.problems.push(
        `${row.name} is a placeholder or development key; production needs one of random bytes.`,
      );
    }
    const twin = nameByValue.get(given);
    if (twin !== undefined)
      reader.problems.push(`${twin} and ${row.name} are the same key; every key must differ.`);
    nameByValue.set(given, row.name);
    values.set(row.name, given);
  }
  return values;
}
