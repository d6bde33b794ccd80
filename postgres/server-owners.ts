import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startTimeOf } from './process-life.js';

export interface Ownership {
  /** Whether somebody else, in this process or another, still uses the server. Forgets owners that were killed. */
  isShared(): boolean;
  end(): void;
}

/**
 * Notes that this process uses the server of `folder`: one file per user of the server, named `<pid>.<random>`, that
 * holds the process's start time. The last one to leave stops the server; one that was killed leaves a file that names
 * no living process and counts no more.
 */
export function registerOwner(folder: string): Ownership {
  const owners = join(folder, 'owners');
  mkdirSync(owners, { recursive: true, mode: 0o700 });
  const own = `${process.pid}.${randomBytes(6).toString('hex')}`;
  writeFileSync(join(owners, own), startTimeOf(process.pid), { mode: 0o600 });

  function isCurrent(file: string): boolean {
    const pid = Number(file.split('.')[0]);
    try {
      if (isAlive(pid) && readFileSync(join(owners, file), 'utf8') === startTimeOf(pid)) return true;
      rmSync(join(owners, file), { force: true });
    } catch {
      // Its owner removed it between the listing and the look: not current.
    }
    return false;
  }

  return {
    isShared: () => readdirSync(owners).some((file) => file !== own && isCurrent(file)),
    end: () => rmSync(join(owners, own), { force: true }),
  };
}
