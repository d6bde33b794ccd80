import { ImportFileError } from './import-error.js';
import type { TableFile, TableRow } from './table-file.js';
import { textOf, type TextEncoding } from './text-encoding.js';

/** One object per line; every object may name any of the columns that the first one names. */
export async function openJsonLines(path: string, encoding: TextEncoding): Promise<TableFile> {
  const lines = linesOf(textOf(path, encoding));
  const objects = objectsOf(lines);
  const first = await objects.next();
  if (first.done) throw new ImportFileError('NO_ROWS');
  const headings = Object.keys(first.value.object);
  return { headings, rows: rowsOf(headings, first.value, objects) };
}

interface Line {
  readonly line: number;
  readonly text: string;
}

async function* linesOf(parts: AsyncIterable<string>): AsyncGenerator<Line> {
  let rest = '';
  let line = 0;
  for await (const part of parts) {
    const texts = (rest + part).split('\n');
    rest = texts.pop() ?? '';
    for (const text of texts) yield { line: (line += 1), text };
  }
  if (rest) yield { line: line + 1, text: rest };
}

interface NumberedObject {
  readonly line: number;
  readonly object: Readonly<Record<string, unknown>>;
}

async function* objectsOf(lines: AsyncIterable<Line>): AsyncGenerator<NumberedObject> {
  for await (const { line, text } of lines) {
    if (text.trim() === '') continue;
    yield { line, object: parseObject(text, line) };
  }
}

function parseObject(text: string, line: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Readonly<Record<string, unknown>>;
  } catch {
    // The parser's message quotes the row.
  }
  throw damaged(line);
}

async function* rowsOf(
  headings: readonly string[],
  first: NumberedObject,
  others: AsyncIterable<NumberedObject>,
): AsyncGenerator<TableRow> {
  const known = new Set(headings);
  const rowOf = ({ line, object }: NumberedObject): TableRow => {
    if (Object.keys(object).some((key) => !known.has(key))) throw damaged(line);
    return { line, cells: headings.map((heading) => textOfValue(object[heading], line)) };
  };
  yield rowOf(first);
  for await (const object of others) yield rowOf(object);
}

function textOfValue(value: unknown, line: number): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw damaged(line);
}

function damaged(line: number): ImportFileError {
  return new ImportFileError('TABLE_DAMAGED', `line ${line} (第${line}行)`);
}
