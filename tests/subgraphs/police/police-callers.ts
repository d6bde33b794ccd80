import { POLICE_SCOPES } from '../../../subgraphs/police/scopes.js';
import type { JurisdictionKind } from '../../../subgraphs/_kit/access/caller.js';
import type { TestCaller } from '../../support/callers.js';

/** Somebody with every right to police records, in one area. */
function inArea(slug: string, kind: JurisdictionKind, code: string): TestCaller {
  return {
    slug,
    agency: 'police',
    scopes: Object.values(POLICE_SCOPES),
    jurisdiction: [{ kind, code }],
    purpose: 'CASE_HANDLING',
  };
}

/** The police of the county that the tests are about. */
export const countyPolice = inArea('police-officer', 'DIVISION', '520625');

export const officerOf = (division: string) => inArea('township-officer', 'DIVISION', division);
export const clerkOf = (schoolCode: string) => inArea('school-clerk', 'SCHOOL', schoolCode);
