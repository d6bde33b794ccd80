import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ImportedList } from './import-definition.js';
import { ImportFileError } from './import-error.js';

const schema = z.strictObject({
  /** Headings that mean a field, the official one first. */
  columns: z.record(z.string(), z.array(z.string().min(1)).min(1)),
  /** Headings that are left out on purpose. */
  ignored: z.array(z.string().min(1)).default([]),
});

/** Of the column that a file has when its rows are sent back; put right, it may be given again as it is. */
export const REASON_HEADING = '退回原因 (reason)';

/** Which headings mean which field of a list. */
export type ColumnMapping = z.infer<typeof schema>;

/** An office's own headings; nothing has to be complete. @throws {RangeError} for a file that is no mapping */
export function readOverrides(path: string): ColumnMapping {
  const stated = schema.partial().safeParse(parse(readFileSync(path, 'utf8')));
  if (!stated.success)
    throw new RangeError(`${path} is no mapping: it has "columns" (field: [headings]) and "ignored".`);
  return { columns: {}, ignored: [], ...stated.data };
}

/** @param overrides what an office calls its columns, over the committed file. */
export function readMapping(path: string, list: ImportedList, overrides?: ColumnMapping): ColumnMapping {
  const stated = schema.parse(parse(readFileSync(path, 'utf8')));
  const fields = Object.keys(list.fields);
  const unknown = [...Object.keys(stated.columns), ...Object.keys(overrides?.columns ?? {})].filter(
    (name) => !fields.includes(name),
  );
  if (unknown.length > 0)
    throw new RangeError(`${path}: the list ${list.list} has no field ${unknown.join(', ')}.`);
  const unnamed = fields.filter((name) => !(name in stated.columns));
  if (unnamed.length > 0) throw new RangeError(`${path}: no heading stands for ${unnamed.join(', ')}.`);
  return {
    columns: { ...stated.columns, ...overrides?.columns },
    ignored: [...stated.ignored, ...(overrides?.ignored ?? [])],
  };
}

/** Headings compare without spaces, brackets' width or a star that marks what has to be filled in. */
function fold(heading: string): string {
  return heading
    .normalize('NFKC')
    .replaceAll(/[\s*\uFEFF]/gu, '')
    .toLowerCase();
}

/**
 * Field of each column of a file; null for a column that is left out.
 * @throws {ImportFileError} for a heading that nobody knows, two for one field, or a field that is needed and not there
 */
export function fieldsOfColumns(
  headings: readonly string[],
  { columns, ignored }: ColumnMapping,
  list: ImportedList,
): readonly (string | null)[] {
  const fieldOf = new Map<string, string | null>(
    [...ignored, REASON_HEADING].map((heading) => [fold(heading), null]),
  );
  for (const [field, names] of Object.entries(columns))
    for (const name of [...names, field]) fieldOf.set(fold(name), field);
  const fields = headings.map((heading) => {
    const field = fieldOf.get(fold(heading));
    if (field === undefined) throw new ImportFileError('COLUMN_UNKNOWN', heading);
    return field;
  });
  const found = fields.filter((field) => field !== null);
  const repeated = found.find((field, index) => found.indexOf(field) !== index);
  if (repeated !== undefined)
    throw new ImportFileError('COLUMN_REPEATED', columns[repeated]?.[0] ?? repeated);
  const missing = Object.entries(list.fields)
    .filter(([name, { isRequired }]) => isRequired && !found.includes(name))
    .map(([name]) => columns[name]?.[0] ?? name);
  if (missing.length > 0) throw new ImportFileError('COLUMN_MISSING', missing.join('、'));
  return fields;
}
