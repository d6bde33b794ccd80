import { isUtf8 } from 'node:buffer';
import { representationsOf, typeNameOf, type EntityFetch, type FetchShape } from './fetch-shape.js';
import { bytesOf, startsWith, UNEXPECTED } from './json-scan.js';
import { readFields, readList, skipNull, type Cursor, type ReadField } from './value-reader.js';

type Variables = Readonly<Record<string, unknown>>;

const DATA = bytesOf('{"data":');
const CLOSING_BRACE = 0x7d;
const SPACES = new Set(bytesOf(' \n\r\t'));

/**
 * Reads an answer that is nothing but data, written as agencies usually write it: what was asked for, in that order,
 * without spaces. Types are checked on the way, and what the engine need not look into is kept as text, because
 * parsing, checking, copying and writing it again is most of what a page of children costs.
 *
 * @returns data that is well formed, or undefined when the answer has to be parsed and checked as a whole
 */
export function readExpected(
  bytes: Buffer,
  { rootFields, entities }: FetchShape,
  variables: Variables,
): Record<string, unknown> | undefined {
  if (!startsWith(bytes, 0, DATA) || !isUtf8(bytes)) return undefined;
  const cursor: Cursor = { bytes, at: DATA.length };
  const data = readFields(
    [...rootFields, ...entities.map((fetch) => entitiesField(fetch, variables))],
    cursor,
  );
  return cursor.at !== UNEXPECTED && endsHere(cursor) ? data : undefined;
}

function entitiesField(fetch: EntityFetch, variables: Variables): ReadField {
  const representations = representationsOf(fetch, variables);
  const readItems = readList((cursor, index) =>
    skipNull(cursor) ? null : fetch.selectedOn(typeNameOf(representations[index])).read(cursor),
  );
  return {
    key: fetch.alias,
    label: fetch.label,
    required: true,
    read(cursor) {
      const items = readItems(cursor);
      if (items.length !== representations.length) cursor.at = UNEXPECTED;
      return items;
    },
  };
}

function endsHere({ bytes, at }: Cursor): boolean {
  if (bytes[at] !== CLOSING_BRACE) return false;
  return bytes.subarray(at + 1).every((byte) => SPACES.has(byte));
}
