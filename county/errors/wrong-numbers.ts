import { checkCharacterOf, residentNumberOf } from '../resident-number.js';
import type { Random } from '../random.js';
import type { ChildDraft } from '../population/draft.js';

/** Slot of numbers that belong to no person of the family. */
export const SPARE_SLOT = 7;

function withDigit(number: string, position: number, digit: number): string {
  return number.slice(0, position) + String(digit) + number.slice(position + 1);
}

/** One digit mistyped: the check digit no longer fits. */
function mistyped(number: string, random: Random): string {
  const position = random.int(6, 16);
  return withDigit(number, position, (Number(number[position]) + random.int(1, 9)) % 10);
}

/** Two neighbours swapped; where they are all alike, one digit mistyped. */
function transposed(number: string, random: Random): string {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const position = random.int(6, 15);
    const [left, right] = [number.charAt(position), number.charAt(position + 1)];
    if (left !== right) return number.slice(0, position) + right + left + number.slice(position + 2);
  }
  return mistyped(number, random);
}

/** A spreadsheet's scientific notation: the last digits are lost for good. */
function scientific(number: string): string {
  return `${number.charAt(0)}.${number.slice(1, 5)}E+17`;
}

/** The old 15-digit form, which no child has: no century, no check digit. */
function fifteenDigits(number: string): string {
  return number.slice(0, 6) + number.slice(8, 17);
}

/** A birth month one off, the check digit computed anew: valid, and contradicting the birth date beside it. */
function otherBirthDate(number: string): string {
  const month = Number(number.slice(10, 12));
  const other = String(month === 12 ? 11 : month + 1).padStart(2, '0');
  const first17 = `${number.slice(0, 10)}${other}01${number.slice(14, 17)}`;
  return first17 + checkCharacterOf(first17);
}

/** Share of wrong numbers that are simply missing. */
const EMPTY = 0.4;

/**
 * A number as found wrong in a register: missing, or one of the usual mistakes. Never another living person's number:
 * mistakes either fail the check digit or lie in number space that no person of the county has.
 */
export function wrongNumber(family: number, child: ChildDraft, random: Random): string | null {
  if (random.chance(EMPTY)) return null;
  const number = child.residentIdNumber;
  switch (random.weightedIndex([45, 18, 8, 6, 9, 14])) {
    case 0:
      return mistyped(number, random);
    case 1:
      return transposed(number, random);
    case 2:
      return scientific(number);
    case 3:
      return fifteenDigits(number);
    case 4:
      return otherBirthDate(number);
    default:
      return residentNumberOf(family, SPARE_SLOT, child.birthDay, child.sex);
  }
}
