import { createHash } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ClosingLine } from '../http/recorded-lines.js';
import { RosterError } from './roster-error.js';
import type { RosterLine, RosterRange } from './roster-line.js';

const NOTHING = Buffer.alloc(0);
const LINE_END = 10;
const CHUNK_BYTES = 256 * 1024;

export interface RosterQuestion {
  readonly agency: string;
  readonly range: RosterRange;
}

/**
 * The lines of a compressed roster, one after the other. It ends only when all of them are there, in order and as the
 * closing line says; leaving the loop early ends the call.
 *
 * @throws {RosterError}
 */
export async function* rosterLines(
  compressed: Readable,
  { agency, range }: RosterQuestion,
): AsyncGenerator<RosterLine> {
  const hash = createHash('sha256');
  let count = 0;
  let last: RosterLine | undefined;
  let rest: Buffer = NOTHING;
  for await (const bytes of inflated(compressed, agency)) {
    const arrived = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    // The last line that is whole may be the closing one, so it waits for what follows.
    const lastEnd = arrived.lastIndexOf(LINE_END);
    const end = lastEnd > 0 ? arrived.lastIndexOf(LINE_END, lastEnd - 1) + 1 : 0;
    rest = arrived.subarray(end);
    if (end === 0) continue;
    const whole = arrived.subarray(0, end);
    hash.update(whole);
    for (const text of whole.toString('utf8', 0, end - 1).split('\n')) {
      count += 1;
      const line = parsed(text, agency);
      if (!isWithin(line, range) || (last && !isAfter(line, last)))
        throw new RosterError(agency, 'OUT_OF_ORDER');
      last = line;
      yield line;
    }
  }
  // Whatever its last line is, a roster without a closing one broke off.
  const closing = rest.at(-1) === LINE_END ? jsonOf(rest.toString()) : undefined;
  if (!isClosing(closing)) throw new RosterError(agency, 'BROKEN_OFF');
  if (closing.count !== count || closing.digest !== hash.digest('hex'))
    throw new RosterError(agency, 'NOT_AS_COUNTED');
}

async function* inflated(compressed: Readable, agency: string): AsyncGenerator<Buffer> {
  // A failure on the way shows as one of the last stream, which is read here.
  const plain = pipeline(compressed, createGunzip({ chunkSize: CHUNK_BYTES }), () => undefined);
  try {
    yield* plain as AsyncIterable<Buffer>;
  } catch (cause) {
    throw new RosterError(agency, 'BROKEN_OFF', { cause });
  }
}

/** Millions of lines pass here: checked by hand, which takes a tenth of a schema's time. */
function parsed(text: string, agency: string): RosterLine {
  const value = jsonOf(text);
  if (!isLine(value)) throw new RosterError(agency, 'MALFORMED');
  return value;
}

/** @returns undefined for what is no JSON: the parser's own error would carry the line */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isLine(value: unknown): value is RosterLine {
  return (
    typeof value === 'object' &&
    value !== null &&
    'canonicalId' in value &&
    typeof value.canonicalId === 'string' &&
    'studentId' in value &&
    typeof value.studentId === 'string' &&
    'rows' in value &&
    typeof value.rows === 'object' &&
    value.rows !== null
  );
}

function isClosing(value: unknown): value is ClosingLine {
  return (
    typeof value === 'object' &&
    value !== null &&
    'count' in value &&
    typeof value.count === 'number' &&
    'digest' in value &&
    typeof value.digest === 'string'
  );
}

/** Ids are plain letters and digits, so their order as texts is that of their bytes. */
function isAfter(line: RosterLine, other: RosterLine): boolean {
  return line.canonicalId === other.canonicalId
    ? line.studentId > other.studentId
    : line.canonicalId > other.canonicalId;
}

function isWithin({ canonicalId }: RosterLine, { from, to }: RosterRange): boolean {
  return canonicalId >= from && (to === '' || canonicalId < to);
}
