import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import {
  bytesOf,
  scanBoolean,
  scanId,
  scanInteger,
  scanLeaf,
  scanList,
  scanNull,
  scanNullable,
  scanNumber,
  scanOneOf,
  scanString,
  startsWith,
  UNEXPECTED,
  type Scan,
} from './json-scan.js';
import { lazyJson } from './lazy-json.js';
import type { SeamMap } from './seam-map.js';

/** A place in a text; UNEXPECTED when what stood there was not what was asked for. */
export interface Cursor {
  readonly bytes: Buffer;
  at: number;
}

/** Reads the value at the cursor and moves the cursor behind it. */
export type Read = (cursor: Cursor) => unknown;

/** Reads values of one selected field from JSON text. */
export interface Reader {
  readonly scan: Scan;
  readonly read: Read;
  /** As in {@link JsonText}; empty for a leaf. */
  readonly outline: string | undefined;
  /** Somebody is sure to look inside: the engine, which goes on from an entity, or the sweep, for nulls of the seam. */
  readonly isLookedInto: boolean;
}

/** A selected field of an object. */
export interface ReadField {
  readonly key: string;
  /** Quoted key and colon. */
  readonly label: Uint8Array;
  readonly required: boolean;
  readonly read: Read;
}

interface ScannedField extends ReadField {
  readonly scan: Scan;
}

/** Selected fields by response key, in the order in which they are asked for. */
type ReadableFields = ReadonlyMap<string, ReadableField>;

interface ReadableField {
  readonly required: boolean;
  readonly isSeam: boolean;
  readonly reader: Reader;
}

export interface ReaderContext {
  readonly schema: GraphQLSchema;
  readonly seams: Pick<SeamMap, 'isEntity' | 'agencyOf'>;
}

const TYPENAME = '__typename';
const [COMMA, OPENING_BRACE, CLOSING_BRACE] = [0x2c, 0x7b, 0x7d];

const LEAF_SCANS: Readonly<Record<string, Scan>> = {
  String: scanString,
  ID: scanId,
  Int: scanInteger,
  Float: scanNumber,
  Boolean: scanBoolean,
};

/**
 * Accepts nothing that `checkOf` of the same field refuses. It may refuse more (spaces, another order of keys); the
 * answer is then parsed and checked as a whole.
 */
export function readerOf(
  type: GraphQLOutputType | undefined,
  inside: ReadableFields,
  context: ReaderContext,
): Reader {
  if (!type) return leafReader(scanNullable(scanLeaf));
  const named = getNamedType(type);
  if (inside.size === 0) return leafReader(scanOf(type, scanLeafOf(named)));
  const object = objectReader(inside, typeNamesOf(named, context.schema), context);
  const scan = scanOf(type, object.scan);
  const read = object.isLookedInto ? readOf(type, object.read) : readLater(scan, object.outline);
  return { ...object, scan, read };
}

/** Reads objects that are there, at once. */
export function readObjectOf(selected: ReadableFields, typeNames: readonly string[]): Read {
  const fields = fieldsOf(selected, typeNames);
  return (cursor) => readFields(fields, cursor);
}

function objectReader(
  selected: ReadableFields,
  typeNames: readonly string[],
  { seams }: ReaderContext,
): Reader {
  const fields = fieldsOf(selected, typeNames);
  return {
    scan: (bytes, at) => walkFields(fields, bytes, at, scanField),
    read: (cursor) => readFields(fields, cursor),
    outline: outlineOf(selected),
    isLookedInto:
      (selected.has(TYPENAME) && typeNames.some((name) => seams.isEntity(name))) ||
      [...selected.values()].some(({ isSeam, reader }) => isSeam || reader.isLookedInto),
  };
}

/** @param typeNames possible types of the objects */
export function fieldsOf(selected: ReadableFields, typeNames: readonly string[]): ScannedField[] {
  return [...selected].map(([key, { required, reader }]) => {
    const { scan, read } = key === TYPENAME ? leafReader(scanOneOf(typeNames)) : reader;
    return { key, label: labelOf(key), required, scan, read };
  });
}

export function labelOf(key: string): Uint8Array {
  return bytesOf(`${JSON.stringify(key)}:`);
}

export function readFields(fields: readonly ReadField[], cursor: Cursor): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  cursor.at = walkFields(fields, cursor.bytes, cursor.at, ({ key, read }, _, at) => {
    cursor.at = at;
    object[key] = read(cursor);
    return cursor.at;
  });
  return object;
}

/** The fields' order is the order that GraphQL prescribes for an answer. */
function walkFields<Field extends ReadField>(
  fields: readonly Field[],
  bytes: Uint8Array,
  at: number,
  visit: (field: Field, bytes: Uint8Array, at: number) => number,
): number {
  let end = at;
  let before = OPENING_BRACE;
  for (const field of fields) {
    const { label, required } = field;
    if (bytes[end] === before && startsWith(bytes, end + 1, label)) {
      end = visit(field, bytes, end + 1 + label.length);
      if (end === UNEXPECTED) return UNEXPECTED;
      before = COMMA;
    } else if (required) return UNEXPECTED;
  }
  return before === COMMA && bytes[end] === CLOSING_BRACE ? end + 1 : UNEXPECTED;
}

function scanField({ scan }: ScannedField, bytes: Uint8Array, at: number): number {
  return scan(bytes, at);
}

/** @returns undefined when some keys may be left out */
function outlineOf(selected: ReadableFields): string | undefined {
  const parts: string[] = [];
  for (const [key, { required, reader }] of selected) {
    if (!required || reader.outline === undefined) return undefined;
    parts.push(key + reader.outline);
  }
  return `{${parts.join(',')}}`;
}

function leafReader(scan: Scan): Reader {
  const read: Read = (cursor) => {
    const text = take(cursor, scan);
    return text ? (JSON.parse(text.toString('utf8')) as unknown) : undefined;
  };
  return { scan, read, outline: '', isLookedInto: false };
}

function readLater(scan: Scan, outline: string | undefined): Read {
  return (cursor) => {
    if (skipNull(cursor)) return null;
    const bytes = take(cursor, scan);
    return bytes && lazyJson({ bytes, outline });
  };
}

/** @returns whether a null stood at the cursor, which is then behind it */
export function skipNull(cursor: Cursor): boolean {
  const end = scanNull(cursor.bytes, cursor.at);
  if (end === UNEXPECTED) return false;
  cursor.at = end;
  return true;
}

/** Moves the cursor behind the value. @returns the value's text, unless it is unexpected */
function take(cursor: Cursor, scan: Scan): Buffer | undefined {
  const start = cursor.at;
  cursor.at = scan(cursor.bytes, start);
  return cursor.at === UNEXPECTED ? undefined : cursor.bytes.subarray(start, cursor.at);
}

/** @param named of the innermost type */
function scanOf(type: GraphQLOutputType, named: Scan): Scan {
  const nullable = isNonNullType(type) ? type.ofType : type;
  const scan = isListType(nullable) ? scanList(scanOf(nullable.ofType, named)) : named;
  return isNonNullType(type) ? scan : scanNullable(scan);
}

/** @param named of the innermost type */
function readOf(type: GraphQLOutputType, named: Read): Read {
  const nullable = isNonNullType(type) ? type.ofType : type;
  const read = isListType(nullable) ? readList(readOf(nullable.ofType, named)) : named;
  return isNonNullType(type) ? read : (cursor) => (skipNull(cursor) ? null : read(cursor));
}

export function readList(item: (cursor: Cursor, index: number) => unknown): (cursor: Cursor) => unknown[] {
  return (cursor) => {
    const items: unknown[] = [];
    const scan = scanList((_, at) => {
      cursor.at = at;
      items.push(item(cursor, items.length));
      return cursor.at;
    });
    cursor.at = scan(cursor.bytes, cursor.at);
    return items;
  };
}

function scanLeafOf(type: GraphQLNamedType): Scan {
  if (isEnumType(type)) return scanOneOf(type.getValues().map(({ name }) => name));
  return LEAF_SCANS[type.name] ?? scanLeaf;
}

function typeNamesOf(type: GraphQLNamedType, schema: GraphQLSchema): string[] {
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  return types.map(({ name }) => name);
}
