const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** Full-width digits, spaces, a leading apostrophe and a lower-case x come from typing and from spreadsheets. */
export function normaliseResidentIdNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s'’]/g, '')
    .toUpperCase();
}

/** Check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function residentIdCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** Shape, birth date and check character; the division prefix is not judged, since old codes stay valid. */
export function isResidentIdNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  const birthDate = birthDateOfResidentIdNumber(number);
  const parsed = new Date(`${birthDate}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== birthDate) return false;
  return residentIdCheckCharacter(number.slice(0, 17)) === number[17];
}

/** @returns YYYY-MM-DD as the number states it. */
export function birthDateOfResidentIdNumber(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** Shows the first four and the last two characters, enough to tell two children apart at a desk. */
export function maskResidentIdNumber(number: string): string {
  return number.length < 8
    ? '*'.repeat(number.length)
    : `${number.slice(0, 4)}${'*'.repeat(number.length - 6)}${number.slice(-2)}`;
}
