import { isResidentIdNumber, RESIDENT_ID_REMAINDER, RESIDENT_ID_WEIGHTS } from './resident-id-number.js';

const SHAPE = /^\d{17}[\dX]$/;
const CHARACTERS = '0123456789X';
const MODULUS = 11;

/**
 * The valid numbers that a wrong one may stand for: one character mistyped, or two neighbours swapped. About eighteen
 * for a number whose check character does not fit; none for a valid one, since no single slip leads from one valid
 * number to another.
 *
 * @param number normalised; one that does not have the 18 characters has no repairs
 * @returns each once, in order
 */
export function repairedNumbers(number: string): string[] {
  if (!SHAPE.test(number)) return [];
  const values = [...number].map((character) => CHARACTERS.indexOf(character));
  const sum = values.reduce((total, value, position) => total + value * weightAt(position), 0);
  // Only slips that make the checksum fit are written out; trying all of them would take thirty times as long.
  const fits = (difference: number) => (sum + difference - RESIDENT_ID_REMAINDER) % MODULUS === 0;
  const found = new Set<string>();
  values.forEach((value, position) => {
    for (const [other, character] of [...CHARACTERS].entries())
      if (other !== value && fits((other - value) * weightAt(position)))
        found.add(replaced(number, position, character));
    const next = values[position + 1];
    if (next === undefined || next === value) return;
    if (fits((next - value) * (weightAt(position) - weightAt(position + 1))))
      found.add(replaced(number, position, number.charAt(position + 1) + number.charAt(position)));
  });
  return [...found].filter(isResidentIdNumber).sort();
}

const weightAt = (position: number) => RESIDENT_ID_WEIGHTS[position] ?? 0;

function replaced(number: string, position: number, characters: string): string {
  return number.slice(0, position) + characters + number.slice(position + characters.length);
}
