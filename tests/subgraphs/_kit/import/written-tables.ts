import { globSync, readFileSync } from 'node:fs';
import type { ImportedList } from '../../../../subgraphs/_kit/import/import-definition.js';

/** Ways in which the code makes rows: of an entity, or in SQL. */
const MADE = [
  /\bem\s*\.\s*(?:insert|insertMany|upsert|upsertMany|create)\(\s*(\w+)/g,
  /\binsert\s+into\s+"?(\w+)/g,
  /\binsertInto\(\s*'(\w+)'/g,
];

/** Entities and tables of which an agency's code and the kit's outside of imports and migrations makes rows, as it names them. */
export function writtenBy(agencyName: string): ReadonlySet<string> {
  const files = globSync([`subgraphs/${agencyName}/**/*.ts`, 'subgraphs/_kit/**/*.ts']).filter(
    (path) => !/\/(?:imports?|migrations)\//.test(path.replaceAll('\\', '/')),
  );
  const written = files.flatMap((path) => {
    const code = readFileSync(path, 'utf8');
    return MADE.flatMap((made) => [...code.matchAll(made)].map(([, name = '']) => name));
  });
  return new Set(written);
}

/** Whether rows of the list's table are made by mutations too. */
export function isWritten({ entity }: ImportedList, written: ReadonlySet<string>): boolean {
  return written.has(entity.meta.className) || written.has(entity.meta.tableName);
}
