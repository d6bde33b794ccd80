import type { StudentIdentifier } from '../../_kit/identity/student-id.js';
import type { HouseholdScreening } from './household-screening.entity.js';
import type { ScreenedMember } from './screened-member.entity.js';
import type { ScreeningAssignment } from './screening-assignment.entity.js';

/** Without the sealed number: sealing the same one twice gives two texts. */
const MEMBER_FIELDS = [
  ...(['position', 'studentId', 'relation', 'name', 'sex', 'birthDate', 'birthDateInNumber'] as const),
  ...([
    'maskedResidentIdNumber',
    'educationLevel',
    'schooling',
    'schoolCode',
    'studyPlace',
    'grade',
  ] as const),
  ...(['checkedBy', 'checkedOn'] as const),
];

type Keyed = Pick<StudentIdentifier, 'provisional'>;

/**
 * What a correction names, so that nobody overwrites what he has not read. It follows from what is stored, so that a
 * file that came in between changes it too; keyed, so that it tells nothing of what it stands for.
 */
export function versionOfHousehold(
  identifier: Keyed,
  { sourceKey, householderName, visitedOn, visitorPost, visitorName, result }: HouseholdScreening,
  members: readonly ScreenedMember[],
): string {
  const ofMembers = members
    .toSorted((a, b) => a.position - b.position)
    .map((member) => MEMBER_FIELDS.map((field) => member[field]));
  return versionOf(identifier, [
    sourceKey,
    householderName,
    visitedOn,
    visitorPost,
    visitorName,
    result,
    ofMembers,
  ]);
}

export function versionOfAssignment(
  identifier: Keyed,
  { code, assigneeName, householdCount }: ScreeningAssignment,
): string {
  return versionOf(identifier, [code, assigneeName, householdCount]);
}

function versionOf(identifier: Keyed, stored: readonly unknown[]): string {
  return identifier.provisional('education', `version:${JSON.stringify(stored)}`);
}
