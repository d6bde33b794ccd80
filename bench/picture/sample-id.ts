const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 26;

/** @returns a well-formed student id for any whole number, always the same one */
export function sampleId(number: number): string {
  let id = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / ALPHABET.length)) {
    id = `${ALPHABET[rest % ALPHABET.length] ?? ''}${id}`;
  }
  return id.padStart(LENGTH, 'a');
}
