// First: the decorators of what follows need it.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import type { Settings } from '../../settings/settings.js';
import type { ColumnCipher } from '../../subgraphs/_kit/identity/column-cipher.js';
import {
  findKeptRejects,
  openKeptRejects,
  type KeptRejects,
} from '../../subgraphs/_kit/import/kept-rejects.js';
import { createRejectFile, type RejectFile } from '../../subgraphs/_kit/import/reject-file.js';
import { openSideConnection } from '../../subgraphs/_kit/side-connection.js';
import { serviceTransaction } from '../../subgraphs/_kit/student/service-transaction.js';
import type { Kysely } from 'kysely';
import { CommandError } from '../commands/command-error.js';
import { digestOfFile } from '../exports/digest-of-file.js';
import { recordExport } from '../exports/record-export.js';
import { openAgencyDatabases } from '../processes/agency-databases.js';
import { agencyKeys } from '../processes/agency-keys.js';
import { createCiphers } from '../processes/ciphers.js';
import { createClock } from '../processes/clock.js';
import { findList } from './importable-lists.js';

export interface RejectsRequest {
  readonly agency: string;
  readonly importId: string;
  /** By default named after the import, in the folder of whoever asks. */
  readonly path?: string | undefined;
  /** Who takes them, for the access log. */
  readonly by: string;
}

export interface ExportedRejects {
  readonly path: string;
  readonly rows: number;
  /** SHA-256 of the file, as the access log has it. */
  readonly digest: string;
}

const PURPOSE = 'DATA_EXCHANGE';

/**
 * Writes what an import rejected, with the reasons, in the form of its file; it appears under its name when the
 * access log has its entry.
 * @throws {CommandError} when nothing is kept of the import, or not any more
 */
export async function exportRejects(settings: Settings, request: RejectsRequest): Promise<ExportedRejects> {
  const { agency, importId, by } = request;
  const databases = await openAgencyDatabases(settings, [agency], (message) => console.error(message));
  const { servingUrl } = databases.of(agency);
  const apart = openSideConnection(servingUrl);
  const now = createClock(settings.now);
  const unfinished = `${request.path ?? `rejects-${importId}`}.${randomUUID()}.part`;
  try {
    const cipher = createCiphers(agencyKeys(settings, agency))(agency);
    if (!cipher)
      throw new CommandError('SETTINGS_UNUSABLE', 'HUB_COLUMN_KEY is needed to open rejected rows.');
    const { list, rows, format } = await serviceTransaction(
      apart,
      async (db) => {
        const kept = await stillKept(db, request, now());
        return { ...kept, format: await writeParts(db, importId, cipher, unfinished) };
      },
      'repeatable read',
    );
    const path = request.path ?? `rejects-${importId}.${format}`;
    if (!path.endsWith(`.${format}`))
      throw new CommandError('IMPOSSIBLE_VALUE', `The rows came from a .${format} file; give one to write.`);
    const digest = await digestOfFile(unfinished);
    const { list: definition } = await findList(agency, list);
    await recordExport(settings, servingUrl, {
      agency,
      operation: 'hub import --rejects',
      by,
      purpose: PURPOSE,
      fields: Object.keys(definition.fields).map((field) => `${list}.${field}`),
      question: { action: 'export-rejects', import: importId, list },
      rows,
      digest,
      now,
    });
    await rename(unfinished, path);
    return { path, rows, digest };
  } finally {
    await rm(unfinished, { force: true });
    await apart.destroy();
    await databases.release();
  }
}

async function stillKept(
  db: Kysely<unknown>,
  { agency, importId }: RejectsRequest,
  now: Date,
): Promise<KeptRejects> {
  const kept = await findKeptRejects(db, importId);
  if (!kept)
    throw new CommandError(
      'UNKNOWN_NAME',
      `${agency} keeps no rejected rows of import ${importId}: it had none, or they have expired and are deleted.`,
    );
  if (kept.keptUntil <= now)
    throw new CommandError(
      'UNKNOWN_NAME',
      `The rejected rows of import ${importId} expired on ${kept.keptUntil.toISOString().slice(0, 10)}.`,
    );
  return kept;
}

async function writeParts(
  db: Kysely<unknown>,
  importId: string,
  cipher: ColumnCipher,
  path: string,
): Promise<string> {
  let file: RejectFile | undefined;
  let format = '';
  for await (const part of openKeptRejects(db, importId, cipher)) {
    file ??= await createRejectFile(path, part);
    ({ format } = part);
    for (const row of part.rows) await file.write(row);
  }
  await file?.close();
  return format;
}
