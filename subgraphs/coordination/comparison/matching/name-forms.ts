import { nameKeyOf, namePartsOf } from '../../../_kit/identity/name-key.js';
import { TRANSLITERATIONS, VARIANT_CHARACTERS } from './name-variants.js';

/** In what way two ways of writing agree, the closest first; null where nothing but a surname may be common. */
export const NAME_AGREEMENTS = [
  'SAME_NAME',
  'VARIANT_CHARACTER',
  'TRANSLITERATION',
  'GIVEN_NAME_ONLY',
] as const;
export type NameAgreement = (typeof NAME_AGREEMENTS)[number];

export function withoutVariants(key: string): string {
  return [...key].map((character) => VARIANT_CHARACTERS[character] ?? character).join('');
}

/** Key under which the ways of writing one transliterated name meet. Wide: good for finding, never for deciding. */
export function foldedKeyOf(name: string): string {
  return fold(nameKeyOf(name));
}

/** The folded given name of a name in parts, which is all that some registers hold; null for a name of one part. */
export function foldedGivenKeyOf(name: string): string | null {
  const [given, ...others] = namePartsOf(name);
  return given !== undefined && others.length > 0 ? fold(given) : null;
}

export function nameAgreement(a: string, b: string): NameAgreement | null {
  const [keyA, keyB] = [nameKeyOf(a), nameKeyOf(b)];
  if (keyA === keyB) return 'SAME_NAME';
  if (withoutVariants(keyA) === withoutVariants(keyB)) return 'VARIANT_CHARACTER';
  const [foldedA, foldedB] = [fold(keyA), fold(keyB)];
  if (foldedA === foldedB) return 'TRANSLITERATION';
  return foldedGivenKeyOf(a) === foldedB || foldedGivenKeyOf(b) === foldedA ? 'GIVEN_NAME_ONLY' : null;
}

/** What a system writes for a character that it lacks: a sign, a private code, or the sound in Latin letters. */
const STAND_IN = /[?□■〇〓\uFFFD\uE000-\uF8FF]|[A-Z]+/u;

/**
 * Whether two names on ONE number may still be one person's. An agreement will do, or a stand-in for one character, or a
 * character in common. Without the number beside them such names say nothing.
 */
export function mayBeOnePersonsNames(a: string, b: string): boolean {
  if (nameAgreement(a, b) !== null) return true;
  const [keyA, keyB] = [nameKeyOf(a), nameKeyOf(b)];
  if (fitsStandIn(keyA, keyB) || fitsStandIn(keyB, keyA)) return true;
  const characters = new Set(withoutVariants(keyA));
  return [...withoutVariants(keyB)].some((character) => characters.has(character));
}

/** A stand-in takes the place of exactly one character, of whatever length in code units. */
function fitsStandIn(written: string, whole: string): boolean {
  const [before, after, ...others] = written.split(STAND_IN);
  if (before === undefined || after === undefined || others.length > 0) return false;
  if (!whole.startsWith(before) || !whole.endsWith(after)) return false;
  return [...whole.slice(before.length, whole.length - after.length)].length === 1;
}

function fold(key: string): string {
  let folded = withoutVariants(key);
  for (const [from, to] of TRANSLITERATIONS) folded = folded.replaceAll(from, to);
  return folded;
}
