import type { Child, PlantedError, PlantedIdentity, RegisterAgency } from '../views.js';
import type { AgencyIdentities } from './family-identities.js';

/** The ids of one family's rows, by agency, as the agencies have just stored them. */
export type StoredIdentities = (agency: RegisterAgency) => Pick<AgencyIdentities, 'storedId'> | undefined;

/**
 * Id under which a recorded identity's row stands.
 *
 * Asked of what was stored, never worked out anew: who comes second on a number has an id of its own, and only the
 * order of the rows tells who does. @throws for a row that no agency stored.
 */
export function storedIdOf(stored: StoredIdentities, { agency, sourceKey }: PlantedIdentity): string {
  const id = stored(agency)?.storedId(sourceKey);
  if (id === undefined) throw new Error(`${agency} has stored no row ${sourceKey}.`);
  return id;
}

/** One line of `truth.jsonl`: what was planted, under which ids it shows, and how it ought to end. */
export function truthLine(planted: PlantedError, stored: StoredIdentities): string {
  const { class: errorClass, agency, identities, expectedDisposition } = planted;
  const ids = [...new Set(identities.map((identity) => storedIdOf(stored, identity)))];
  return `${JSON.stringify({ class: errorClass, agency, ids, expectedDisposition })}\n`;
}

/** The id by which people in the field know a child: police's, else education's, else any other agency's. */
export function fieldworkId(child: Child, stored: StoredIdentities): string | null {
  const views: readonly (readonly [RegisterAgency, { readonly sourceKey: string } | null])[] = [
    ['police', child.police],
    ['education', child.education],
    ['civil-affairs', child.civilAffairs],
    ['disability', child.disability],
    ['poverty', child.poverty],
    ['labour', child.labour],
  ];
  for (const [agency, view] of views) {
    const id = view && stored(agency)?.storedId(view.sourceKey);
    if (id) return id;
  }
  return null;
}
