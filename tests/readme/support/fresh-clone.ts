import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { machineSettings } from '../../support/machine-settings.js';
import { makeTemporaryFolder } from '../../support/temporary-folder.js';
import { freePorts } from '../../processes/support/free-ports.js';
import { agencyNames } from '../../../subgraphs/index.js';
import { projectFolder } from '../../processes/support/hub-process.js';
import { runAs, type Account, type RunningCommand } from './command-group.js';

export interface FreshClone {
  readonly project: string;
  /** Runs a command line as a person would who has just typed it there. */
  type(commandLine: string): RunningCommand;
  remove(): void;
}

/** The account "nobody", which every Debian has; it owns nothing and no folder is open to it. */
export function nobody(): Account {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((account) => account.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/**
 * Clones the repository's HEAD into a folder that nobody but the account can enter, with an npm cache of its own and
 * ports that nothing uses; all other settings are the defaults.
 */
export async function makeFreshClone(account: Account | undefined): Promise<FreshClone> {
  const folder = makeTemporaryFolder('hub-fresh-clone-');
  const home = join(folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  const project = join(home, 'student-support-hub');
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${projectFolder}`, project], {
    stdio: 'pipe',
  });
  if (account) {
    execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, home]);
    chownSync(home, account.uid, account.gid);
  }
  chmodSync(home, 0o700);
  const ports = await freePorts(agencyNames.length + 1);
  const names = ['PORT', ...agencyNames.map((name) => `${name.toUpperCase().replaceAll('-', '_')}_PORT`)];
  const settings = {
    ...machineSettings(),
    ...Object.fromEntries(names.map((name, index) => [name, String(ports[index])])),
    HOME: home,
    npm_config_cache: join(home, 'npm-cache'),
  };
  return {
    project,
    type: (commandLine) => runAs(account, commandLine, project, settings),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}
