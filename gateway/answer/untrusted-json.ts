/** Deep enough for every answer of the hub; far from what would exhaust the stack of the code that walks it. */
const MAX_DEPTH = 200;
/** Shorter texts can't nest deep enough to matter, so the usual small answer is not scanned. */
const SCAN_FROM_LENGTH = 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * Parses JSON from a client or a subgraph.
 *
 * @throws {SyntaxError} when the text is not JSON or nests deeper than 200 levels
 */
export function parseUntrustedJson(text: string): unknown {
  if (text.length > SCAN_FROM_LENGTH && nestsTooDeep(text)) throw new SyntaxError('JSON nests too deep.');
  return JSON.parse(text);
}

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index);
    if (char === QUOTE) index = endOfString(text, index);
    else if (OPENING.has(char)) {
      if (++depth > MAX_DEPTH) return true;
    } else if (CLOSING.has(char)) depth--;
  }
  return false;
}

/** @param start index of the opening quote; @returns the index of the closing one, or the end of the text */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
