import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Of the sources and of a compiled copy alike. */
const SUBGRAPHS = join(import.meta.dirname, '../subgraphs');

/**
 * The agencies that a policy may name: whoever has a folder among the subgraphs, so that one that joins is known as soon
 * as its folder is there. Any other name is refused at load.
 */
export const AGENCIES: readonly string[] = readdirSync(SUBGRAPHS)
  .filter((name) => ['index.ts', 'index.js'].some((file) => existsSync(join(SUBGRAPHS, name, file))))
  .toSorted();
