/** Deep enough for every answer of the hub; far from what would exhaust the stack of the code that merges it. */
const MAX_DEPTH = 200;
/** Shorter texts can't nest deep enough to matter, so the usual small answer is not scanned. */
const SCAN_FROM_LENGTH = 1024;
const SUSPICIOUS = /__proto__|"constructor"|"prototype"|\\u00[2-7]/i;
const DANGEROUS_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses JSON from a client or a subgraph. Keys that reach into prototypes are dropped (later merging would
 * follow them), and extreme nesting is refused.
 *
 * @throws {SyntaxError} when the text is not JSON or nests deeper than 200 levels.
 */
export function parseUntrustedJson(text: string): unknown {
  if (text.length > SCAN_FROM_LENGTH && nestsTooDeep(text)) throw new SyntaxError('JSON nests too deep.');
  if (!SUSPICIOUS.test(text)) return JSON.parse(text);
  return JSON.parse(text, function (key, value: unknown) {
    return DANGEROUS_KEYS.has(key) && !Array.isArray(this) ? undefined : value;
  });
}

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index);
    if (inString) {
      if (char === 92) index++;
      else if (char === 34) inString = false;
    } else if (char === 34) inString = true;
    else if (char === 123 || char === 91) {
      if (++depth > MAX_DEPTH) return true;
    } else if (char === 125 || char === 93) depth--;
  }
  return false;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
