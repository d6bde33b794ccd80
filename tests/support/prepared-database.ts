import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { acquireEmbeddedPostgres } from '../../postgres/embedded-server.js';
import { makeTemporaryFolder } from './temporary-folder.js';

export interface PreparedDatabase {
  /** Gives a data folder an empty database that was started and stopped once, as at the end of a day's work. */
  copyTo(dataDir: string): void;
  remove(): void;
}

/** Creates a database once, so that each test copies files instead of waiting a second for a new one. */
export async function prepareDatabase(): Promise<PreparedDatabase> {
  const dataDir = makeTemporaryFolder('hub-prepared-');
  const server = await acquireEmbeddedPostgres({ dataDir, durable: false, log: () => undefined });
  await server.release();
  return {
    // `cp -a` keeps the account of the server as the owner of its files.
    copyTo: (target) => void execFileSync('cp', ['-a', server.folder, join(target, 'postgres')]),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
