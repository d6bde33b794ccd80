/**
 * Finds the end of a value in UTF-8 JSON text, if the value is of one kind and written as `JSON.stringify` writes it.
 *
 * @param at where the value begins
 * @returns the index behind it, or UNEXPECTED
 */
export type Scan = (bytes: Uint8Array, at: number) => number;

export const UNEXPECTED = -1;

const [QUOTE, BACKSLASH, SPACE] = [0x22, 0x5c, 0x20];
const [COMMA, MINUS, POINT, ZERO] = [0x2c, 0x2d, 0x2e, 0x30];
const [OPENING_BRACKET, CLOSING_BRACKET] = [0x5b, 0x5d];
const NULL = bytesOf('null');
const TRUE = bytesOf('true');
const FALSE = bytesOf('false');
const SIMPLE_ESCAPES = new Set(bytesOf('"\\/bfnrt'));
/** Enough for every number that is written as it is kept; hundreds of digits would not even be finite. */
const MAX_DIGITS = 20;

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function startsWith(bytes: Uint8Array, at: number, literal: Uint8Array): boolean {
  for (let index = 0; index < literal.length; index++) {
    if (bytes[at + index] !== literal[index]) return false;
  }
  return true;
}

export const scanString: Scan = (bytes, at) => {
  if (bytes[at] !== QUOTE) return UNEXPECTED;
  for (let index = at + 1; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    if (byte === QUOTE) return index + 1;
    if (byte < SPACE) return UNEXPECTED;
    if (byte === BACKSLASH) {
      index = endOfEscape(bytes, index);
      if (index === UNEXPECTED) return UNEXPECTED;
    }
  }
  return UNEXPECTED;
};

/** @returns the index of the escape's last byte */
function endOfEscape(bytes: Uint8Array, at: number): number {
  const kind = bytes[at + 1] ?? 0;
  if (SIMPLE_ESCAPES.has(kind)) return at + 1;
  const digits = String.fromCharCode(...bytes.subarray(at + 1, at + 6));
  return /^u[\da-f]{4}$/i.test(digits) ? at + 5 : UNEXPECTED;
}

/** As `JSON.stringify` writes it: no leading zeros, no minus zero, no exponent. */
export const scanInteger: Scan = (bytes, at) => {
  const first = bytes[at] === MINUS ? at + 1 : at;
  const end = endOfDigits(bytes, first);
  if (bytes[first] === ZERO) return end === first + 1 && first === at ? end : UNEXPECTED;
  return end > first && end - first <= MAX_DIGITS ? end : UNEXPECTED;
};

export const scanNumber: Scan = (bytes, at) => {
  const isBelowOne = bytes[at] === MINUS && bytes[at + 1] === ZERO;
  const end = isBelowOne ? at + 2 : scanInteger(bytes, at);
  if (end === UNEXPECTED || bytes[end] !== POINT) return isBelowOne ? UNEXPECTED : end;
  const behind = endOfDigits(bytes, end + 1);
  return behind > end + 1 && behind - at <= MAX_DIGITS ? behind : UNEXPECTED;
};

function endOfDigits(bytes: Uint8Array, at: number): number {
  let end = at;
  while (isDigit(bytes[end])) end++;
  return end;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte < ZERO + 10;
}

export const scanBoolean: Scan = (bytes, at) => {
  if (startsWith(bytes, at, TRUE)) return at + TRUE.length;
  return startsWith(bytes, at, FALSE) ? at + FALSE.length : UNEXPECTED;
};

/** A string, a number or a truth value. */
export const scanLeaf: Scan = (bytes, at) => {
  const byte = bytes[at];
  if (byte === QUOTE) return scanString(bytes, at);
  return byte === MINUS || isDigit(byte) ? scanNumber(bytes, at) : scanBoolean(bytes, at);
};

export const scanId: Scan = (bytes, at) =>
  bytes[at] === QUOTE ? scanString(bytes, at) : scanInteger(bytes, at);

/** A string that is one of these names. */
export function scanOneOf(names: readonly string[]): Scan {
  const quoted = names.map((name) => bytesOf(JSON.stringify(name)));
  return (bytes, at) => {
    for (const name of quoted) if (startsWith(bytes, at, name)) return at + name.length;
    return UNEXPECTED;
  };
}

export const scanNull: Scan = (bytes, at) => (startsWith(bytes, at, NULL) ? at + NULL.length : UNEXPECTED);

export function scanNullable(scan: Scan): Scan {
  return (bytes, at) => (startsWith(bytes, at, NULL) ? at + NULL.length : scan(bytes, at));
}

/** @param item gets the start of each item; what it returns is the item's end */
export function scanList(item: Scan): Scan {
  return (bytes, at) => {
    if (bytes[at] !== OPENING_BRACKET) return UNEXPECTED;
    if (bytes[at + 1] === CLOSING_BRACKET) return at + 2;
    for (let end = at; ;) {
      end = item(bytes, end + 1);
      if (end === UNEXPECTED) return UNEXPECTED;
      if (bytes[end] === CLOSING_BRACKET) return end + 1;
      if (bytes[end] !== COMMA) return UNEXPECTED;
    }
  };
}
