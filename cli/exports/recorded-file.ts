import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import type { Settings } from '../../settings/settings.js';
import { openSideConnection } from '../../subgraphs/_kit/side-connection.js';
import { serviceTransaction } from '../../subgraphs/_kit/student/service-transaction.js';
import { openAgencyDatabases } from '../processes/agency-databases.js';
import { createClock } from '../processes/clock.js';
import { digestOfFile } from './digest-of-file.js';
import { recordExport, type ExportRecord } from './record-export.js';

export interface RecordedFile extends Pick<
  ExportRecord,
  'agency' | 'by' | 'operation' | 'fields' | 'question'
> {
  readonly path: string;
}

/**
 * Writes a file from what one agency holds at one moment; it appears under its name when the access log has its entry.
 * @param write to the path that it is given, and says how many rows it wrote
 */
export async function writeRecorded<Written extends { readonly lines: number }>(
  settings: Settings,
  { path, ...record }: RecordedFile,
  write: (db: Kysely<unknown>, unfinished: string, now: Date) => Promise<Written>,
): Promise<Written & { readonly digest: string }> {
  const databases = await openAgencyDatabases(settings, [record.agency], (message) => console.error(message));
  const { servingUrl } = databases.of(record.agency);
  const apart = openSideConnection(servingUrl);
  const now = createClock(settings.now);
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    const written = await serviceTransaction(apart, (db) => write(db, unfinished, now()), 'repeatable read');
    const digest = await digestOfFile(unfinished);
    await recordExport(settings, servingUrl, {
      ...record,
      purpose: 'SUPERVISION',
      rows: written.lines,
      digest,
      now,
    });
    await rename(unfinished, path);
    return { ...written, digest };
  } finally {
    await rm(unfinished, { force: true });
    await apart.destroy();
    await databases.release();
  }
}
