import type { StudentIdentifier } from '../../_kit/identity/student-id.js';
import type { HouseholdScreening } from './household-screening.entity.js';
import type { ScreenedMember } from './screened-member.entity.js';
import type { ScreeningAssignment } from './screening-assignment.entity.js';

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
  const stored = members
    .toSorted((a, b) => a.position - b.position)
    // Sealing the same number twice gives two texts.
    .map(({ id: _id, residentIdNumberSealed: _sealed, ...member }) => Object.entries(member).toSorted());
  return versionOf(identifier, [
    sourceKey,
    householderName,
    visitedOn,
    visitorPost,
    visitorName,
    result,
    stored,
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
