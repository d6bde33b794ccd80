import { COORDINATION_SCOPES } from '../../../subgraphs/coordination/scopes.js';
import type { JurisdictionKind } from '../../../subgraphs/_kit/access/caller.js';
import type { TestCaller } from '../../support/callers.js';

function inArea(slug: string, kind: JurisdictionKind, code: string): TestCaller {
  return {
    slug,
    agency: 'coordination',
    scopes: Object.values(COORDINATION_SCOPES),
    jurisdiction: [{ kind, code }],
    purpose: 'CASE_HANDLING',
  };
}

/** The leading group's office of the county that the tests are about, with every right to coordination's records. */
export const office = inArea('coordination-officer', 'DIVISION', '520625');
export const officerOf = (division: string) => inArea('township-officer', 'DIVISION', division);
export const clerkOf = (schoolCode: string) => inArea('school-clerk', 'SCHOOL', schoolCode);
export const teacherOf = (classCode: string) => inArea('class-teacher', 'CLASS', classCode);
export const analyst: TestCaller = {
  ...inArea('analyst', 'DIVISION', '520625'),
  scopes: [COORDINATION_SCOPES.readIndicators],
  purpose: 'STATISTICS',
};
