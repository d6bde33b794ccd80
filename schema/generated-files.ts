import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { print } from 'graphql';
import { composeSupergraph, type AgencySdl } from './compose.js';
import { enumLabelsOf } from './labels.js';

/** Path below schema/ and content of every file that follows from the agencies' code. */
export function generatedFiles(agencies: readonly AgencySdl[]): ReadonlyMap<string, string> {
  const supergraph = composeSupergraph(agencies);
  return new Map([
    ...agencies.map(({ name, typeDefs }) => [`subgraphs/${name}.graphql`, `${print(typeDefs)}\n`] as const),
    ['supergraph.graphql', supergraph],
    ['labels.json', `${JSON.stringify(enumLabelsOf(supergraph), null, 2)}\n`],
  ]);
}

/** @returns the files that differ from what is written in the folder. */
export function outdatedFiles(folder: string, files: ReadonlyMap<string, string>): string[] {
  return [...files]
    .filter(([path, content]) => readIfThere(join(folder, path)) !== content)
    .map(([path]) => path);
}

/** Each file is replaced in one step: a gateway that reloads meanwhile never reads half a supergraph. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, content] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.new`, content);
    renameSync(`${target}.new`, target);
  }
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
