import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions, Metafile } from 'esbuild';

/** Where the gateway serves the folder; every address inside the bundle starts with it. */
const PUBLIC_PATH = '/explorer/';

const WORKERS = {
  EDITOR_WORKER: 'monaco-editor/esm/vs/editor/editor.worker.js',
  JSON_WORKER: 'monaco-editor/esm/vs/language/json/json.worker.js',
  GRAPHQL_WORKER: 'monaco-graphql/esm/graphql.worker.js',
};

/** Ways in which a page makes the browser load something, given an address on another machine. */
const LOADS_FROM_ELSEWHERE: readonly RegExp[] = [
  /\b(?:import|importScripts|fetch|Worker|SharedWorker|EventSource|WebSocket|sendBeacon)\s*\(\s*["'`](?:https?|wss?):/i,
  /\b(?:from|import)\s*["'](?:https?:)?\/\//i,
  /\.(?:src|href)\s*=\s*["'`](?:https?:)?\/\//i,
  /<(?:script|link|img|iframe|source|object|embed)\b[^>]*?\s(?:src|href|data)\s*=\s*["']?(?:https?:)?\/\//i,
  /\burl\(\s*["']?(?:https?:)?\/\//i,
  /@import\s+(?:url\()?\s*["']?(?:https?:)?\/\//i,
];

/** The first piece of `text` that would make a browser load from another machine, if there is one. */
export function outsideAddress(text: string): string | undefined {
  for (const pattern of LOADS_FROM_ELSEWHERE) {
    const found = pattern.exec(text);
    if (found) return text.slice(found.index, found.index + 120);
  }
  return undefined;
}

function settings(directory: string): BuildOptions {
  return {
    absWorkingDir: import.meta.dirname,
    outdir: directory,
    bundle: true,
    minify: true,
    metafile: true,
    legalComments: 'linked',
    target: ['chrome100', 'firefox100', 'safari15.4'],
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: PUBLIC_PATH,
    define: { 'process.env.NODE_ENV': '"production"' },
    // The old names are UMD files without named exports: with them the format button does nothing.
    alias: {
      'prettier/parser-graphql': 'prettier/plugins/graphql',
      'prettier/parser-babel': 'prettier/plugins/babel',
    },
    // The editor's modules import their styles one by one; graphiql/style.css holds them all.
    loader: { '.css': 'empty', '.ttf': 'empty' },
    logLevel: 'warning',
  };
}

/** The public address of what was built from the entry point `source`. */
function addressOf(metafile: Metafile | undefined, source: string): string {
  const built = Object.entries(metafile?.outputs ?? {}).find(([, { entryPoint }]) =>
    entryPoint?.endsWith(source),
  );
  if (!built) throw new Error(`The bundle of ${source} is missing.`);
  return PUBLIC_PATH + path.basename(built[0]);
}

/**
 * Writes the whole explorer into `directory`, emptied first: index.html under its own name, everything
 * else under names that change with the content. Returns the bytes written, without the licence texts.
 * Throws when a file would make the browser load something from another machine.
 */
export async function buildExplorer(directory: string): Promise<number> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });

  const workers = await build({
    ...settings(directory),
    entryPoints: Object.values(WORKERS),
    format: 'iife',
  });
  const workerAddresses = Object.entries(WORKERS).map(([name, source]) => [
    name,
    JSON.stringify(addressOf(workers.metafile, source)),
  ]);
  const app = await build({
    ...settings(directory),
    entryPoints: ['app.tsx'],
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', ...Object.fromEntries(workerAddresses) },
  });
  const style = await build({ ...settings(directory), entryPoints: ['explorer.css'], loader: {} });

  const template = await readFile(path.join(import.meta.dirname, 'index.html'), 'utf8');
  const page = template
    .replace('%STYLE%', addressOf(style.metafile, 'explorer.css'))
    .replace('%SCRIPT%', addressOf(app.metafile, 'app.tsx'));
  await writeFile(path.join(directory, 'index.html'), page);

  let bytes = 0;
  for (const { metafile } of [workers, app, style]) {
    for (const [file, { bytes: size }] of Object.entries(metafile?.outputs ?? {})) {
      if (file.endsWith('.LEGAL.txt')) continue;
      bytes += size;
      const found = outsideAddress(await readFile(path.resolve(import.meta.dirname, file), 'utf8'));
      if (found) throw new Error(`${path.basename(file)} would load from another machine: ${found}`);
    }
  }
  const found = outsideAddress(page);
  if (found) throw new Error(`index.html would load from another machine: ${found}`);
  return bytes;
}

if (import.meta.main) {
  const directory = path.join(import.meta.dirname, 'dist');
  const bytes = await buildExplorer(directory);
  process.stdout.write(`${directory}: ${(bytes / 1_000_000).toFixed(1)} MB\n`);
}
