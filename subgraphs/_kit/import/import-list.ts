import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createStudentIdentifier } from '../identity/student-id.js';
import { serviceSession } from '../student/session-context.js';
import { applyImport, countChanges, type ImportCounts } from './apply-import.js';
import { fieldsOfColumns } from './column-mapping.js';
import type { ImportOptions } from './import-options.js';
import { ImportFileError } from './import-error.js';
import {
  advanceRegister,
  isAsBefore,
  isOlderList,
  lastRun,
  recordRun,
  requireConfirmation,
} from './import-runs.js';
import { openTable } from './open-table.js';
import type { RowWarning } from './row-problems.js';
import { recordImportChanges } from './record-import-changes.js';
import { secondPersonFor, type SecondPersonReason } from './second-person.js';
import { stageRows } from './stage-rows.js';

export type ImportState = 'COMMITTED' | 'DRY_RUN' | 'UNCHANGED_FILE' | 'REJECTED' | 'AWAITING_CONFIRMATION';

export interface ImportOutcome extends ImportCounts {
  readonly state: ImportState;
  readonly importId: string;
  readonly rows: number;
  readonly rejected: number;
  readonly warnings: ReadonlyMap<RowWarning, number>;
  readonly registerVersion: number | null;
  /** Why a second person has to confirm it, or would have to after a dry run. */
  readonly secondPersonFor: SecondPersonReason | null;
}

/** Each sort and hash of a large list stays in the database server's memory. */
const WORK_MEMORY = '64MB';

/**
 * Takes a list from a file: what is new or changed is stored, what a complete file no longer holds goes, all of it in
 * one transaction or nothing. Memory stays at one batch of rows.
 *
 * @throws {ImportFileError} for a file that cannot be read; nothing is changed then
 */
export async function importList(given: ImportOptions): Promise<ImportOutcome> {
  const { list, path, keys, isDryRun } = given;
  const file = await openTable(path);
  const fieldOfColumn = fieldsOfColumns(file.headings, given.mapping, list);
  const client = new pg.Client({ connectionString: given.url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local work_mem = '${WORK_MEMORY}'`);
    for (const [name, value] of Object.entries(serviceSession))
      await client.query('select set_config($1, $2, true)', [name, value]);
    // Two imports of one register wait for each other.
    await client.query(`select pg_advisory_xact_lock(hashtext('import ' || $1))`, [list.register]);
    const importId = randomUUID();
    const none = { rows: 0, rejected: 0, before: 0, added: 0, changed: 0, removed: 0, warnings: new Map() };
    const last = await lastRun(client, list.list);
    if (last && isAsBefore(last, file.digest, given))
      return {
        ...none,
        state: 'UNCHANGED_FILE',
        importId: last.id,
        registerVersion: last.registerVersion ?? null,
        secondPersonFor: null,
      };
    const isConfirmed = given.confirms !== undefined;
    if (isConfirmed) requireConfirmation(last, file.digest, given);
    // Whoever confirms says yes to the day too.
    const options = isConfirmed && last ? { ...given, asOf: last.asOf } : given;

    const staged = await stageRows(client, file, fieldOfColumn, importId, options);
    if (staged.rows === 0 && staged.rejected === 0) throw new ImportFileError('NO_ROWS');
    const counts = await countChanges(client, staged.tables);
    const isOlder = await isOlderList(client, options);
    const reason = secondPersonFor({ ...staged, counts, isOlder }, options.confirmAboveShare);
    const outcome = { ...counts, ...staged, importId, registerVersion: null, secondPersonFor: reason };
    // A stored row whose own row cannot be told would look like one that the file no longer holds, and be removed.
    const cannotBeSkipped = options.isComplete ? staged.unidentified : 0;
    const mustBeRight = options.skipsRejected ? cannotBeSkipped : staged.rejected;
    if (mustBeRight > 0) return { ...outcome, state: 'REJECTED' };
    if (isDryRun) return { ...outcome, state: 'DRY_RUN' };
    const run = { importId, fileDigest: file.digest, counts, ...staged };
    if (reason !== null && !isConfirmed) {
      await recordRun(
        client,
        { ...run, state: 'AWAITING_CONFIRMATION', registerVersion: null, confirmedBy: null },
        options,
      );
      await client.query('commit');
      return { ...outcome, state: 'AWAITING_CONFIRMATION' };
    }
    await applyImport(client, staged.tables, createStudentIdentifier(keys.digest));
    const registerVersion = await advanceRegister(client, options, isOlder);
    const { now } = options;
    await recordImportChanges(client, staged.tables, {
      register: list.register,
      // A register that only supplements have come to is not loaded yet.
      version: registerVersion ?? 0,
      now,
    });
    const confirmedBy = reason !== null ? options.importedBy : null;
    await recordRun(client, { ...run, state: 'COMMITTED', registerVersion, confirmedBy }, options);
    await client.query('commit');
    return { ...outcome, state: 'COMMITTED', registerVersion };
  } finally {
    // What was committed stays; anything else is undone by the end of the session.
    await client.end();
  }
}
