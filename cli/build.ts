/**
 * Compiles the TypeScript sources to dist/, file by file, and bundles the explorer. Node strips this file's own types, so building needs
 * nothing but the installed packages.
 */
import { execFileSync } from 'node:child_process';
import { transformFile } from '@swc/core';
import {
  chmodSync,
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = '{gateway,subgraphs,schema,policies,county,postgres,settings,cli,bench}/**/*.ts';

async function compile(): Promise<number> {
  const files = globSync(SOURCES, { cwd: ROOT }).filter((file) => !file.endsWith('.d.ts'));
  const outdated = files.filter((file) => isOutdated(file));
  await Promise.all(
    outdated.map(async (file) => {
      const { code } = await transformFile(join(ROOT, file), { cwd: ROOT, sourceMaps: 'inline' });
      const target = outputOf(file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, code);
    }),
  );
  removeOrphans(new Set(files.map(outputOf)));
  return outdated.length;
}

function outputOf(file: string): string {
  return join(ROOT, 'dist', file.replace(/\.ts$/, '.js'));
}

function isOutdated(file: string): boolean {
  const target = outputOf(file);
  const newest = Math.max(...[file, '.swcrc'].map((path) => statSync(join(ROOT, path)).mtimeMs));
  return !existsSync(target) || statSync(target).mtimeMs < newest;
}

/** A deleted source must not live on: a stale migration in dist/ would still be run. */
function removeOrphans(wanted: ReadonlySet<string>): void {
  for (const file of globSync('dist/**/*.js', { cwd: ROOT })) {
    if (!wanted.has(join(ROOT, file))) rmSync(join(ROOT, file));
  }
}

/** Bundles the explorer's page when it is missing or older than what it is made of. */
function bundleExplorer(): void {
  const page = join(ROOT, 'explorer/dist/index.html');
  const sources = [...globSync('explorer/*.{ts,tsx,css,html}', { cwd: ROOT }), 'package-lock.json'];
  const newest = Math.max(...sources.map((file) => statSync(join(ROOT, file)).mtimeMs));
  if (existsSync(page) && statSync(page).mtimeMs >= newest) return;
  execFileSync(process.execPath, [join(ROOT, 'explorer/build.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** npm links the commands of dependencies only; with this `npx hub` finds the project's own. */
function linkCommand(): void {
  const link = join(ROOT, 'node_modules/.bin/hub');
  chmodSync(join(ROOT, 'cli/launch.js'), 0o755);
  if (lstatSync(link, { throwIfNoEntry: false })) return;
  symlinkSync('../../cli/launch.js', link);
}

const count = await compile();
linkCommand();
bundleExplorer();
if (!existsSync(join(ROOT, 'dist/package.json'))) {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(join(ROOT, 'dist/package.json'), '{ "type": "module" }\n');
}
console.log(`Compiled ${count} file${count === 1 ? '' : 's'}.`);
