import type { Sex } from './views.js';
import { isoOf, type DayNumber } from './day-numbers.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** Families that fit: 10,000 prefixes × 500 sequence numbers of one sex ÷ 8 slots. */
export const MAXIMUM_FAMILIES = 625_000;
export const SLOTS_PER_FAMILY = 8;

/** Check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkCharacterOf(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

export function isValidResidentNumber(text: string): boolean {
  return /^\d{17}[\dX]$/.test(text) && text.charAt(17) === checkCharacterOf(text.slice(0, 17));
}

/**
 * A synthetic resident ID number (公民身份号码): 99, four digits, birth date, sequence (odd male, even female), check.
 * No real number starts with 99.
 *
 * Unique without remembering any: family index and slot are spread over the four digits and the sequence, so two
 * people with one birth date and sex differ there unless they share family AND slot. Slots 0–7 of children and of
 * adults may overlap, since no child shares a birth date with an adult. Throws a RangeError past MAXIMUM_FAMILIES.
 */
export function residentNumberOf(family: number, slot: number, birthDay: DayNumber, sex: Sex): string {
  if (family >= MAXIMUM_FAMILIES || slot >= SLOTS_PER_FAMILY) {
    throw new RangeError(`Resident ID numbers last for ${MAXIMUM_FAMILIES} families.`);
  }
  const place = family * SLOTS_PER_FAMILY + slot;
  const prefix = String(Math.floor(place / 500)).padStart(4, '0');
  const sequence = String((place % 500) * 2 + (sex === 'MALE' ? 1 : 0)).padStart(3, '0');
  const first17 = `99${prefix}${isoOf(birthDay).replaceAll('-', '')}${sequence}`;
  return first17 + checkCharacterOf(first17);
}
