import { createHmac, type KeyObject } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const DIGEST_BYTES = 16;

/** Turns identifying numbers into opaque ids that agree across agencies and say nothing without the key. */
export interface StudentIdentifier {
  /** @param residentIdNumber normalised (18 characters, upper-case X). Same number, same id, in every agency. */
  ofNumber(residentIdNumber: string): string;
  /** Id of a child whose row carries no usable number: stable for the agency's own key of the child. */
  provisional(agency: string, sourceKey: string): string;
  /** What the access log has in place of a child's id: the log alone names nobody. */
  forAccessLog(id: string): string;
}

/**
 * HMAC-SM3 cut to 128 bits, in base32 (26 characters, a–z and 2–7).
 *
 * A plain hash would be worthless: with county and birth date known, only some thousand numbers remain.
 * @param key at least 32 bytes, kept outside every database.
 */
export function createStudentIdentifier(key: KeyObject): StudentIdentifier {
  const digest = (text: string) =>
    base32(createHmac('sm3', key).update(text).digest().subarray(0, DIGEST_BYTES));
  return {
    ofNumber: (residentIdNumber) => digest(`number:${residentIdNumber}`),
    provisional: (agency, sourceKey) => digest(`provisional:${agency}:${sourceKey}`),
    forAccessLog: (id) => digest(`access-log:${id}`),
  };
}

export const STUDENT_ID_PATTERN = /^[a-z2-7]{26}$/;

function base32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((buffer >>> bits) & 31);
    }
    buffer &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET.charAt((buffer << (5 - bits)) & 31) : text;
}
