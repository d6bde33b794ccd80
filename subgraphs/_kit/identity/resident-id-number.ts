import { isIsoDate } from '../../../policies/iso-date.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_WEIGHT = 1;
const CHECK_CHARACTERS = '10X98765432';
const SHAPE = /^\d{17}[\dX]$/;
const DIGIT_ZERO = 0x30;

/** Full-width digits, spaces, a leading apostrophe and a lower-case x come from typing and from spreadsheets. */
export function normaliseResidentIdNumber(text: string): string {
  if (SHAPE.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\s'’]/g, '')
    .toUpperCase();
}

/** Check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function residentIdCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * (first17.charCodeAt(index) - DIGIT_ZERO),
    0,
  );
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** How much each of the 18 characters, X counting as 10, weighs in the checksum. */
export const RESIDENT_ID_WEIGHTS: readonly number[] = [...WEIGHTS, CHECK_WEIGHT];
/** The weighted sum of a number that fits its check character leaves this remainder when divided by 11. */
export const RESIDENT_ID_REMAINDER = 1;

/** Shape, birth date and check character; the division prefix is not judged, since old codes stay valid. */
export function isResidentIdNumber(number: string): boolean {
  return (
    SHAPE.test(number) &&
    isIsoDate(birthDateOfResidentIdNumber(number)) &&
    residentIdCheckCharacter(number) === number[17]
  );
}

/** @returns YYYY-MM-DD as the number states it. */
export function birthDateOfResidentIdNumber(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** @returns YYYY-MM-DD inside a number as it was written; null where there is none, or one that fails its own check. */
export function birthDateInNumber(written: string | null): string | null {
  const number = normaliseResidentIdNumber(written ?? '');
  return isResidentIdNumber(number) ? birthDateOfResidentIdNumber(number) : null;
}

/** @returns the sex as the number states it: its 17th digit is odd for a male. */
export function sexOfResidentIdNumber(number: string): 'MALE' | 'FEMALE' {
  return Number(number[16]) % 2 === 1 ? 'MALE' : 'FEMALE';
}

/** Shows the first four and the last two characters, enough to tell two children apart at a desk. */
export function maskResidentIdNumber(number: string): string {
  return number.length < 8
    ? '*'.repeat(number.length)
    : `${number.slice(0, 4)}${'*'.repeat(number.length - 6)}${number.slice(-2)}`;
}
