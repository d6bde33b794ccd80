import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { withConnection } from '../../postgres/database-connection.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';
import { testServer } from '../support/test-server.js';

const SIZE_MIB = 8;

/** A small disk of its own for the access log of one database. */
export interface SmallDisk {
  fill(): void;
  free(): void;
  /** Once the database that lies on it has been dropped. */
  remove(): Promise<void>;
}

/** @returns undefined where this account may not mount a file system; the same error is then raised by a trigger */
export async function putLogOnSmallDisk(databaseAsAdmin: string): Promise<SmallDisk | undefined> {
  const { adminUrl } = testServer();
  const folder = makeTemporaryFolder('hub-small-disk-');
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MIB}m`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const tablespace = `small_${process.pid}`;
  await withConnection(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ data_directory: string }>('show data_directory');
    const { uid, gid } = statSync(rows[0]?.data_directory ?? '');
    chownSync(folder, uid, gid);
    chmodSync(folder, 0o700);
    await admin.query(`create tablespace ${tablespace} location '${folder}'`);
  });
  await withConnection(databaseAsAdmin, async (admin) => {
    const { rows } = await admin.query<{ name: string }>(
      "select indexrelid::regclass::text as name from pg_index where indrelid = 'access_log'::regclass",
    );
    await admin.query(`alter table access_log set tablespace ${tablespace}`);
    for (const { name } of rows) await admin.query(`alter index ${name} set tablespace ${tablespace}`);
  });
  const filler = join(folder, 'filler');
  return {
    fill() {
      const file = openSync(filler, 'w');
      const block = Buffer.alloc(4096);
      try {
        for (;;) writeSync(file, block);
      } catch {
        // ENOSPC: nothing more goes in.
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    async remove() {
      await withConnection(adminUrl, (admin) => admin.query(`drop tablespace ${tablespace}`));
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}
