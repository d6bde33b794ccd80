import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { familyOf } from './usage.js';

/** Process numbers of a running hub: node alone, and the database server with its backends. */
export interface HubProcesses {
  readonly node: readonly number[];
  readonly postgres: readonly number[];
}

/** @param pid of the command that started the hub; the server is found by the file that it keeps in its data folder */
export function hubProcesses(pid: number, dataDir: string): HubProcesses {
  const postmaster = Number(
    readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0],
  );
  const postgres = familyOf(postmaster);
  const node = familyOf(pid).filter((each) => isNode(each) && !postgres.includes(each));
  return { node, postgres };
}

/** npm and the shell that it starts are not the hub. */
function isNode(pid: number): boolean {
  const [program = '', script = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  return program.endsWith('node') && script.endsWith('launch.js');
}
