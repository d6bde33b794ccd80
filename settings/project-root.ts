import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the project, found from a source file and from its compiled twin in dist/ alike. */
export const projectRoot: string = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  const isRoot = existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'policies'));
  return isRoot && !folder.endsWith('dist') ? folder : findRoot(dirname(folder));
}
