import { isResidentIdNumber, normaliseResidentIdNumber } from '../../_kit/identity/resident-id-number.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { HouseholdScreening } from './household-screening.entity.js';
import {
  HOUSEHOLDS_LIST,
  isChildOn,
  MEMBERS_LIST,
  numberColumns,
  SCREENED_HOUSEHOLD,
} from './screened-person.js';
import type { ScreenedMember } from './screened-member.entity.js';
import type { ScreeningAssignment } from './screening-assignment.entity.js';
import type { RecordHouseholdScreeningInput, ScreenedMemberInput } from './screening.input.js';

const AGENCY = 'education';

export type NewHousehold = Omit<HouseholdScreening, 'id'>;
export type NewMember = Omit<ScreenedMember, 'id'>;

/** The same keys as a file gives, so that a form and a file speak of one household. */
export function householdOf(
  { identifier, caller }: LoaderContext,
  { code }: ScreeningAssignment,
  input: RecordHouseholdScreeningInput,
): NewHousehold {
  const number = input.householdNumber.trim();
  return {
    sourceKey: identifier.provisional(AGENCY, `${HOUSEHOLDS_LIST}:${code}|${number}`),
    assignmentCode: code,
    householdId: identifier.provisional(AGENCY, `${SCREENED_HOUSEHOLD}:${number}`),
    householderName: input.householderName.trim(),
    visitedOn: input.visitedOn,
    visitorPost: input.visitorPost,
    visitorName: input.visitorName?.trim() ?? null,
    result: input.result,
    recordedBy: caller.subject,
  };
}

interface PlacedMember {
  readonly member: ScreenedMemberInput;
  readonly householdNumber: string;
  /** From 1, the householder's. */
  readonly position: number;
  /** The same person as it was written down before. */
  readonly earlier: ScreenedMember | null;
}

export function memberOf(
  { identifier, cipher, caller, today }: LoaderContext,
  { divisionCode }: ScreeningAssignment,
  { assignmentCode, householdId }: NewHousehold,
  { member, householdNumber, position, earlier }: PlacedMember,
): NewMember {
  const { residentIdNumber, studentId, name, ...found } = member;
  const number = residentIdNumber == null ? null : normaliseResidentIdNumber(residentIdNumber);
  const sourceKey = identifier.provisional(
    AGENCY,
    `${MEMBERS_LIST}:${assignmentCode}|${householdNumber.trim()}|${position}`,
  );
  const isChild = isChildOn(member.birthDate, today);
  const person = [assignmentCode, householdNumber.trim(), name.trim(), found.sex, found.birthDate].join('|');
  const ownId =
    number !== null && isResidentIdNumber(number)
      ? identifier.ofNumber(number)
      : (earlier?.studentId ?? identifier.provisional(AGENCY, `${MEMBERS_LIST}:person|${person}`));
  return {
    studentId: isChild ? (studentId ?? ownId) : null,
    sourceKey,
    assignmentCode,
    householdId,
    position,
    relation: found.relation,
    name: name.trim(),
    sex: found.sex,
    birthDate: found.birthDate,
    // Who corrects a household has read the number masked, and can't give it again.
    ...(isChild && number === null && earlier
      ? numberColumnsOf(earlier)
      : numberColumns(number, isChild, (plain, column) => cipher.seal(plain, column))),
    residenceDivisionCode: divisionCode,
    educationLevel: found.attainedLevel ?? null,
    schooling: found.schooling ?? null,
    schoolCode: found.schoolCode ?? null,
    studyPlace: found.studyPlace?.trim() ?? null,
    grade: found.grade ?? null,
    checkedBy: found.checkedBy?.trim() ?? null,
    checkedOn: found.checkedOn ?? null,
    recordedBy: caller.subject,
  };
}

function numberColumnsOf({
  residentIdNumberSealed,
  birthDateInNumber,
  maskedResidentIdNumber,
}: ScreenedMember): ReturnType<typeof numberColumns> {
  return {
    residentIdNumberSealed: residentIdNumberSealed ?? null,
    birthDateInNumber: birthDateInNumber ?? null,
    maskedResidentIdNumber: maskedResidentIdNumber ?? null,
  };
}
