import { createHash } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ClosingLine } from '../http/recorded-lines.js';
import { RosterError } from './roster-error.js';
import type { RosterLine, RosterRange } from './roster-line.js';

const CLOSING = '{"count":';

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
  let closing: ClosingLine | undefined;
  for await (const texts of textLines(compressed, agency)) {
    if (closing) throw new RosterError(agency, 'MALFORMED');
    if (texts.at(-1)?.startsWith(CLOSING)) closing = parsed(texts.pop(), isClosing, agency);
    if (texts.length > 0) hash.update(`${texts.join('\n')}\n`);
    count += texts.length;
    for (const text of texts) {
      const line = parsed(text, isLine, agency);
      if (!isWithin(line, range) || (last && !isAfter(line, last)))
        throw new RosterError(agency, 'OUT_OF_ORDER');
      last = line;
      yield line;
    }
  }
  if (!closing) throw new RosterError(agency, 'BROKEN_OFF');
  if (closing.count !== count || closing.digest !== hash.digest('hex'))
    throw new RosterError(agency, 'NOT_AS_COUNTED');
}

/** All lines that are whole with each piece that arrives. */
async function* textLines(compressed: Readable, agency: string): AsyncGenerator<string[]> {
  // A failure on the way shows as one of the last stream, which is read here.
  const plain = pipeline(compressed, createGunzip(), () => undefined);
  plain.setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of plain as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      if (lines.length > 0) yield lines;
    }
  } catch (cause) {
    throw new RosterError(agency, 'BROKEN_OFF', { cause });
  }
  if (rest !== '') throw new RosterError(agency, 'BROKEN_OFF');
}

/** Millions of lines pass here: checked by hand, which takes a tenth of a schema's time. */
function parsed<Line>(
  text: string | undefined,
  isAsAgreed: (value: object) => value is object & Line,
  agency: string,
): Line {
  const value = jsonOf(text ?? '');
  if (typeof value !== 'object' || value === null || !isAsAgreed(value))
    throw new RosterError(agency, 'MALFORMED');
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

function isLine(value: object): value is RosterLine {
  return (
    'canonicalId' in value &&
    typeof value.canonicalId === 'string' &&
    'studentId' in value &&
    typeof value.studentId === 'string' &&
    'rows' in value &&
    typeof value.rows === 'object' &&
    value.rows !== null
  );
}

function isClosing(value: object): value is ClosingLine {
  return (
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
