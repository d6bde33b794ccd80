import type { RecordHouseholdErrorCode } from './screening-commands.enums.js';
import type { RecordHouseholdScreeningInput, ScreenedMemberInput } from './screening.input.js';

export interface HouseholdFault {
  readonly code: RecordHouseholdErrorCode;
  readonly field: string;
}

const LONGEST_TEXT = 100;
const MOST_MEMBERS = 30;

/**
 * What is wrong with a return before anything is looked up.
 * @param opensOn, today YYYY-MM-DD
 */
export function faultsOfHousehold(
  input: Omit<RecordHouseholdScreeningInput, 'idempotencyKey'>,
  { opensOn, today }: { readonly opensOn: string; readonly today: string },
): HouseholdFault[] {
  const { members, result, visitedOn } = input;
  const faults: HouseholdFault[] = [];
  const isWithin = (day: string) => opensOn <= day && day <= today;
  for (const field of ['householdNumber', 'householderName'] as const)
    if (!isText(input[field])) faults.push({ code: 'TEXT_INVALID', field });
  if (input.visitorName != null && !isText(input.visitorName))
    faults.push({ code: 'TEXT_INVALID', field: 'visitorName' });
  if (!isWithin(visitedOn)) faults.push({ code: 'DAY_INVALID', field: 'visitedOn' });
  if (result === 'VISITED' && members.length === 0)
    faults.push({ code: 'MEMBERS_MISSING', field: 'members' });
  if (members.length > MOST_MEMBERS) faults.push({ code: 'MEMBERS_TOO_MANY', field: 'members' });
  if (result !== 'VISITED' && members.length > 0)
    faults.push({ code: 'MEMBERS_UNEXPECTED', field: 'members' });
  members.forEach((member, index) => {
    for (const { code, field } of faultsOfMember(member, isWithin, today))
      faults.push({ code, field: `members.${index}.${field}` });
  });
  return faults;
}

const LOWEST_GRADE = 1;
const HIGHEST_GRADE = 10;

function faultsOfMember(
  member: ScreenedMemberInput,
  isWithin: (day: string) => boolean,
  today: string,
): HouseholdFault[] {
  const { name, birthDate, attainedLevel, schooling, checkedBy, checkedOn, studyPlace, grade } = member;
  const faults: HouseholdFault[] = [];
  if (!isText(name)) faults.push({ code: 'TEXT_INVALID', field: 'name' });
  if (studyPlace != null && !isText(studyPlace)) faults.push({ code: 'TEXT_INVALID', field: 'studyPlace' });
  if (grade != null && (grade < LOWEST_GRADE || grade > HIGHEST_GRADE))
    faults.push({ code: 'GRADE_INVALID', field: 'grade' });
  if (birthDate > today) faults.push({ code: 'BIRTH_DATE_INVALID', field: 'birthDate' });
  const isChecked = attainedLevel != null || schooling != null;
  if (isChecked && (!isText(checkedBy ?? '') || checkedOn == null))
    faults.push({ code: 'CHECK_INCOMPLETE', field: checkedOn == null ? 'checkedOn' : 'checkedBy' });
  if (checkedOn != null && !isWithin(checkedOn)) faults.push({ code: 'DAY_INVALID', field: 'checkedOn' });
  return faults;
}

function isText(text: string): boolean {
  const length = [...text.trim()].length;
  return length > 0 && length <= LONGEST_TEXT;
}
