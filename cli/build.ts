/**
 * Compiles the TypeScript sources to dist/, file by file, and bundles the explorer. Node strips this file's own types, so building needs
 * nothing but the installed packages.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = '{gateway,subgraphs,schema,policies,county,postgres,settings,cli,bench}/**/*.ts';

/** What compiles is loaded only where something has changed: mostly nothing has, and the hub is to start. */
async function compile(): Promise<number> {
  const files = globSync(SOURCES, { cwd: ROOT }).filter((file) => !file.endsWith('.d.ts'));
  const outdated = files.filter((file) => isOutdated(file));
  removeOrphans(new Set(files.map(outputOf)));
  if (outdated.length === 0) return 0;
  const { transformFile } = await import('@swc/core');
  await Promise.all(
    outdated.map(async (file) => {
      const { code } = await transformFile(join(ROOT, file), { cwd: ROOT, sourceMaps: 'inline' });
      const target = outputOf(file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, code);
    }),
  );
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

/**
 * Leaves in dist/yaml what the policies say, named by the SHA-256 of their text (policies/read-yaml.ts); a file with a
 * mistake is left to whoever reads it, who can say what is wrong.
 */
async function parsePolicies(): Promise<void> {
  const folder = join(ROOT, 'dist/yaml');
  mkdirSync(folder, { recursive: true });
  const texts = globSync('policies/*.yaml', { cwd: ROOT }).map((file) =>
    readFileSync(join(ROOT, file), 'utf8'),
  );
  const wanted = new Map(
    texts.map((text) => [`${createHash('sha256').update(text).digest('hex')}.json`, text]),
  );
  const missing = [...wanted].filter(([name]) => !existsSync(join(folder, name)));
  if (missing.length > 0) {
    const { parseDocument } = await import('yaml');
    for (const [name, text] of missing) {
      const yaml = parseDocument(text);
      if (yaml.errors.length > 0) continue;
      // Renamed when whole: a build that is killed leaves nothing that looks like an answer, and two don't meet.
      const draft = `${folder}.draft-${process.pid}`;
      writeFileSync(draft, JSON.stringify(yaml.toJS()));
      renameSync(draft, join(folder, name));
    }
  }
  for (const name of readdirSync(folder)) if (!wanted.has(name)) rmSync(join(folder, name), { force: true });
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
await parsePolicies();
linkCommand();
bundleExplorer();
if (!existsSync(join(ROOT, 'dist/package.json'))) {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(join(ROOT, 'dist/package.json'), '{ "type": "module" }\n');
}
console.log(`Compiled ${count} file${count === 1 ? '' : 's'}.`);
