import type { StudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import type { Child, PlantedError, PlantedIdentity, RegisterAgency } from '../views.js';
import { createAgencyIdentities } from './family-identities.js';

/** Id of a recorded identity: by its number where that is a valid one, else by its agency's own key. */
export function plantedId(
  identifier: StudentIdentifier,
  { agency, residentIdNumber, sourceKey }: PlantedIdentity,
): string {
  return (
    createAgencyIdentities(identifier, agency).ofNumber(residentIdNumber) ??
    identifier.provisional(agency, sourceKey)
  );
}

/** One line of `truth.jsonl`: what was planted, under which ids it shows, and how it ought to end. */
export function truthLine(planted: PlantedError, identifier: StudentIdentifier): string {
  const { class: errorClass, agency, identities, expectedDisposition } = planted;
  const ids = [...new Set(identities.map((identity) => plantedId(identifier, identity)))];
  return `${JSON.stringify({ class: errorClass, agency, ids, expectedDisposition })}\n`;
}

/** The id by which people in the field know a child: police's, else education's, else any other agency's. */
export function fieldworkId(child: Child, identifier: StudentIdentifier): string | null {
  const views: readonly (readonly [
    RegisterAgency,
    { identity: { residentIdNumber: string | null }; sourceKey: string } | null,
  ])[] = [
    ['police', child.police],
    ['education', child.education],
    ['civil-affairs', child.civilAffairs],
    ['disability', child.disability],
    ['poverty', child.poverty],
    ['labour', child.labour],
  ];
  for (const [agency, view] of views) {
    if (view)
      return plantedId(identifier, {
        agency,
        residentIdNumber: view.identity.residentIdNumber,
        sourceKey: view.sourceKey,
      });
  }
  return null;
}
