import type pg from 'pg';
import { dayInShanghai } from '../../../policies/iso-date.js';
import type { ImportCounts } from './apply-import.js';
import { ImportFileError } from './import-error.js';
import type { ImportOptions } from './import-options.js';
import type { ImportRun, ImportState } from './import-run.entity.js';

type LastRun = Pick<
  ImportRun,
  'id' | 'state' | 'fileDigest' | 'isComplete' | 'asOf' | 'importedBy' | 'registerVersion'
>;

export async function lastRun(client: pg.Client, list: string): Promise<LastRun | undefined> {
  const { rows } = await client.query<LastRun>(
    `select id, state, file_digest as "fileDigest", is_complete as "isComplete", as_of as "asOf", imported_by as "importedBy",
       register_version as "registerVersion"
     from import_run where list = $1 order by finished_at desc limit 1`,
    [list],
  );
  return rows[0];
}

/**
 * Whether a whole list was drawn before the day of which the stored rows speak: of the last whole one, and of what was
 * added to it since. Days are those of Shanghai; what was recorded here on the same day stays anyhow.
 */
export async function isOlderList(
  client: pg.Client,
  { list, isComplete, asOf }: Pick<ImportOptions, 'list' | 'isComplete' | 'asOf'>,
): Promise<boolean> {
  if (!isComplete) return false;
  const { rows } = await client.query<{ asOf: Date | null }>(
    `select coalesce(
       (select max(as_of) from import_run where list = $1 and state = 'COMMITTED' and finished_at >= coalesce(
         (select max(finished_at) from import_run where list = $1 and state = 'COMMITTED' and is_complete), '-infinity')),
       (select as_of from register where code = $2 and not $3)) as "asOf"`,
    [list.list, list.register, list.isSupplement ?? false],
  );
  const known = rows[0]?.asOf;
  return known != null && dayInShanghai(asOf) < dayInShanghai(known);
}

/** The very file that was imported last, in the same way and as of the same day. */
export function isAsBefore(last: LastRun, digest: string, { asOf, isComplete }: ImportOptions): boolean {
  return (
    last.state === 'COMMITTED' &&
    last.fileDigest === digest &&
    last.isComplete === isComplete &&
    last.asOf.getTime() === asOf.getTime()
  );
}

/**
 * A second person gives the same file again and names the import that waits.
 * @throws {ImportFileError} where something else is named, or it is no second person
 */
export function requireConfirmation(
  last: LastRun | undefined,
  digest: string,
  { confirms, isComplete, importedBy }: ImportOptions,
): void {
  if (last?.state !== 'AWAITING_CONFIRMATION' || last.id !== confirms)
    throw new ImportFileError('NOTHING_TO_CONFIRM');
  if (last.fileDigest !== digest || last.isComplete !== isComplete)
    throw new ImportFileError('OTHER_FILE_WAITS');
  if (last.importedBy === importedBy) throw new ImportFileError('SAME_PERSON');
}

export interface FinishedRun {
  readonly importId: string;
  readonly state: ImportState;
  readonly fileDigest: string;
  readonly rows: number;
  readonly rejected: number;
  readonly counts: ImportCounts;
  readonly registerVersion: number | null;
  readonly confirmedBy: string | null;
}

export async function recordRun(
  client: pg.Client,
  { importId, state, fileDigest, rows, rejected, counts, registerVersion, confirmedBy }: FinishedRun,
  { list, isComplete, asOf, importedBy, now }: ImportOptions,
): Promise<void> {
  const { added, changed, removed } = counts;
  await client.query(
    `insert into import_run (id, list, register, state, file_digest, is_complete, as_of, imported_by, confirmed_by,
       finished_at, register_version, rows, added, changed, removed, rejected)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[
        importId,
        list.list,
        list.register,
        state,
        fileDigest,
        isComplete,
        asOf,
        importedBy,
        confirmedBy,
        now,
      ],
      ...[registerVersion, rows, added, changed, removed, rejected],
    ],
  );
}

/**
 * The register has a new version, as of the file's day. Only a complete main list makes a register loaded: of what it
 * does not name, nothing was known before. @param isOlder an older list takes the place of a newer one, day and all
 * @returns the version; null where the register is not loaded yet
 */
export async function advanceRegister(
  client: pg.Client,
  options: ImportOptions,
  isOlder: boolean,
): Promise<number | null> {
  const { list, isComplete, asOf, now, register } = options;
  const { source, covers, division, staleAfterDays } = register;
  const { rows } =
    list.isSupplement || !isComplete
      ? await client.query<{ version: number }>(
          `update register set version = version + 1, loaded_at = $2,
             as_of = case when $4 then as_of else greatest(as_of, $3) end
           where code = $1 returning version`,
          [list.register, now, asOf, list.isSupplement],
        )
      : await client.query<{ version: number }>(
          `insert into register (code, source, version, as_of, loaded_at, covers, division, stale_after_days)
           values ($1, $2, 1, $3, $4, $5, $6, $7)
           on conflict (code) do update set version = register.version + 1,
             as_of = case when $8 then excluded.as_of else greatest(register.as_of, excluded.as_of) end, loaded_at = excluded.loaded_at,
             source = excluded.source, covers = excluded.covers, stale_after_days = excluded.stale_after_days
           returning version`,
          [list.register, source, asOf, now, covers, division, staleAfterDays, isOlder],
        );
  return rows[0]?.version ?? null;
}
