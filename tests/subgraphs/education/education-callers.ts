import { EDUCATION_SCOPES } from '../../../subgraphs/education/scopes.js';
import type { TestCaller } from '../../support/callers.js';

/** Somebody with every right to education's records, in one area. */
function inArea(slug: string, kind: 'DIVISION' | 'SCHOOL' | 'CLASS', code: string): TestCaller {
  return {
    slug,
    agency: 'education',
    scopes: Object.values(EDUCATION_SCOPES),
    jurisdiction: [{ kind, code }],
    purpose: 'CASE_HANDLING',
  };
}

/** The education bureau of the county that the tests are about. */
export const bureauOfficer = inArea('bureau-officer', 'DIVISION', '520625');

export const officerOf = (division: string) => inArea('township-officer', 'DIVISION', division);
export const clerkOf = (schoolCode: string) => inArea('school-clerk', 'SCHOOL', schoolCode);
export const teacherOf = (classCode: string) => inArea('class-teacher', 'CLASS', classCode);
