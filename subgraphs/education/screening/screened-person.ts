import { birthDateInNumber, maskResidentIdNumber } from '../../_kit/identity/resident-id-number.js';

/** Registers give education children up to here (昌市政办发〔2020〕16号: 0—18周岁). */
const ADULT_YEARS = 18;

/** @param asOf YYYY-MM-DD */
export function isChildOn(birthDate: string, asOf: string): boolean {
  return birthDate > `${Number(asOf.slice(0, 4)) - ADULT_YEARS}${asOf.slice(4)}`;
}

/** The list whose rows the same member has, whether it came in a file or from a form. */
export const MEMBERS_LIST = 'screened-members';
export const HOUSEHOLDS_LIST = 'household-screenings';
/** Kind of the digest that names a household. */
export const SCREENED_HOUSEHOLD = 'SCREENED_HOUSEHOLD';

const NUMBER_COLUMN = 'household_member_screening.resident_id_number_sealed';

/** Columns of a child's number; of an adult's, which nobody needs, nothing is kept. */
export function numberColumns(
  number: string | null,
  isChild: boolean,
  seal: (plain: string, column: string) => string,
) {
  const kept = isChild ? number : null;
  return {
    residentIdNumberSealed: kept && seal(kept, NUMBER_COLUMN),
    birthDateInNumber: birthDateInNumber(kept),
    maskedResidentIdNumber: kept && maskResidentIdNumber(kept),
  };
}
