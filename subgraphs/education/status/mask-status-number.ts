import { maskResidentIdNumber } from '../../_kit/identity/resident-id-number.js';

/** The letter is no secret; what follows has the form of a resident ID number. */
export function maskStatusNumber(number: string): string {
  return `${number.slice(0, 1)}${maskResidentIdNumber(number.slice(1))}`;
}
