import { hash } from 'node:crypto';
import type { ChainRow } from '../../subgraphs/_kit/audit/verify-chain.js';

/** In the order that the decoder expects. */
export const COPIED_COLUMNS = 'writer, seq, previous_hash, at, actor, students, entry, hash';
const COLUMNS = 8;

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** Signature, flags and the length of an extension, which PostgreSQL has never used. */
const HEADER_BYTES = SIGNATURE.length + 8;
const END_OF_ROWS = -1;
const EPOCH_MS = Date.UTC(2000, 0, 1);

/**
 * Rows of a `COPY … TO STDOUT (FORMAT binary)`. A log is read by the gigabyte, so they are hashed as they come off the
 * wire, and become text only when asked for.
 */
export async function* decodeRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly ChainRow[]> {
  let rest: Buffer = Buffer.alloc(0);
  let isBegun = false;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    if (!isBegun && bytes.length >= HEADER_BYTES) {
      if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new RangeError('These are no rows.');
      from = HEADER_BYTES;
      isBegun = true;
    }
    const rows: ChainRow[] = [];
    for (let row = isBegun && readRow(bytes, from); row; row = readRow(bytes, from)) {
      rows.push(toChainRow(bytes, row.cells));
      from = row.end;
    }
    // A copy: a chunk's memory is not kept for the sake of its last bytes.
    rest = Buffer.from(bytes.subarray(from));
    if (rows.length > 0) yield rows;
  }
}

/** Begin and end of each column's value. */
type Cells = readonly [...Pair, ...Pair, ...Pair, ...Pair, ...Pair, ...Pair, ...Pair, ...Pair];
type Pair = readonly [number, number];

const isWhole = (cells: readonly number[]): cells is Cells => cells.length === 2 * COLUMNS;

/** @returns nothing while the row is not there as a whole, or when there are no more */
function readRow(bytes: Buffer, start: number): { readonly cells: Cells; readonly end: number } | undefined {
  if (start + 2 > bytes.length || bytes.readInt16BE(start) === END_OF_ROWS) return undefined;
  const cells: number[] = [];
  let at = start + 2;
  for (let column = 0; column < COLUMNS; column += 1) {
    if (at + 4 > bytes.length) return undefined;
    // A null, which no column allows, counts as empty and is found by the hash.
    const length = Math.max(0, bytes.readInt32BE(at));
    cells.push(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return at <= bytes.length && isWhole(cells) ? { cells, end: at } : undefined;
}

function toChainRow(bytes: Buffer, cells: Cells): ChainRow {
  const [writerAt, writerEnd, seqAt, , previousAt, previousEnd, at, , ...rest] = cells;
  const [actorAt, actorEnd, studentsAt, studentsEnd, entryAt, entryEnd, hashAt, hashEnd] = rest;
  const place = {
    writer: uuidText(bytes.toString('hex', writerAt, writerEnd)),
    seq: Number(bytes.readBigInt64BE(seqAt)),
    previousHash: bytes.toString('latin1', previousAt, previousEnd),
    at: instantText(bytes.readBigInt64BE(at)),
  };

  /** What `entryHash` gives, without text in between. */
  function contentHash(): string {
    const { writer, seq, previousHash } = place;
    const start = `${writer}\n${seq}\n${previousHash}\n${place.at}\n${textLength(bytes, actorAt, actorEnd)}:`;
    const size = start.length + hashEnd - actorAt;
    if (size > scratch.length) scratch = Buffer.alloc(size * 2);
    let end = scratch.write(start, 'latin1');
    end += bytes.copy(scratch, end, actorAt, actorEnd);
    scratch[end++] = NEW_LINE;
    end = writeList(bytes, studentsAt, studentsEnd, end);
    scratch[end++] = NEW_LINE;
    end += bytes.copy(scratch, end, entryAt, entryEnd);
    return hash('sha256', scratch.subarray(0, end), 'hex');
  }

  return {
    ...place,
    hash: bytes.toString('latin1', hashAt, hashEnd),
    contentHash: contentHash(),
    content: () => ({
      ...place,
      actor: bytes.toString('utf8', actorAt, actorEnd),
      students: scratch.toString('utf8', 0, writeList(bytes, studentsAt, studentsEnd, 0)),
      entry: bytes.toString('utf8', entryAt, entryEnd),
    }),
  };
}

const NEW_LINE = 0x0a;
const COMMA = 0x2c;
/** Where the text of one row is put together. */
let scratch = Buffer.alloc(64 * 1024);

/** Elements of a `text[]`, parted by commas. A null among them, which no writer makes, leaves an empty place. */
function writeList(bytes: Buffer, start: number, stop: number, into: number): number {
  const dimensions = bytes.readInt32BE(start);
  let end = into;
  let isFirst = true;
  for (let at = start + 12 + 8 * dimensions; at < stop;) {
    const length = Math.max(0, bytes.readInt32BE(at));
    if (!isFirst) scratch[end++] = COMMA;
    isFirst = false;
    end += bytes.copy(scratch, end, at + 4, at + 4 + length);
    at += 4 + length;
  }
  return end;
}

/** In UTF-16 units, as JavaScript counts. */
function textLength(bytes: Buffer, start: number, end: number): number {
  for (let at = start; at < end; at += 1)
    if ((bytes[at] ?? 0) > 0x7f) return bytes.toString('utf8', start, end).length;
  return end - start;
}

// Neighbours in the log mostly have the same writer, and often the same millisecond.
let lastWriter = { hex: '', text: '' };
let lastInstant = { microseconds: -1n, text: '' };

function uuidText(hex: string): string {
  if (hex !== lastWriter.hex)
    lastWriter = { hex, text: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') };
  return lastWriter.text;
}

/** @param microseconds since 2000, of which the column keeps whole milliseconds */
function instantText(microseconds: bigint): string {
  if (microseconds !== lastInstant.microseconds)
    lastInstant = { microseconds, text: new Date(Number(microseconds / 1000n) + EPOCH_MS).toISOString() };
  return lastInstant.text;
}
