import type { PolicyBody } from '../../../policies/bodies.js';
import type { Caller } from '../../_kit/access/caller.js';
import { DIGITS_OF_LEVEL } from '../../_kit/schema/division-prefix.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { levelOf, type DutyPlace } from './duty-places.js';

type Officer = Pick<Caller, 'agency' | 'jurisdiction' | 'scopes'>;

/** Bodies of the county that have an agency of their own in the hub. */
const AGENCY_OF: Partial<Readonly<Record<PolicyBody, string>>> = {
  COUNTY_EDUCATION: 'education',
  POLICE: 'police',
  CIVIL_AFFAIRS: 'civil-affairs',
  DISABLED_FEDERATION: 'disability',
  LABOUR: 'labour',
  POVERTY_OFFICE: 'poverty',
  PREFECTURE_EDUCATION: 'education',
  PROVINCE_EDUCATION: 'education',
};

const INSPECTORS: ReadonlySet<PolicyBody> = new Set([
  'INSPECTION_COMMISSIONER',
  'INSPECTION_OFFICE',
  'RESPONSIBLE_INSPECTOR',
]);

/**
 * Whether an officer acts for a body towards a place. What a body of the county without an agency in the hub did is
 * entered by the leading group's office, which sees its documents.
 */
export function actsFor(officer: Officer, body: PolicyBody, place: DutyPlace): boolean {
  const level = levelOf(body);
  if (level === null) return false;
  const { jurisdiction, agency } = officer;
  if (level === 'SCHOOL')
    return jurisdiction.some(({ kind, code }) => kind === 'SCHOOL' && code === place.code);
  const isInArea = jurisdiction.some(
    ({ kind, code }) =>
      kind === 'DIVISION' && code.length === DIGITS_OF_LEVEL[level] && place.divisionCode.startsWith(code),
  );
  if (!isInArea) return false;
  const own = AGENCY_OF[body];
  if (own !== undefined) return agency === own;
  if (level !== 'COUNTY') return true;
  if (INSPECTORS.has(body)) return isInspector(officer);
  // Every bureau is a member unit and a department of the county.
  if (body === 'MEMBER_UNIT' || body === 'COUNTY_DEPARTMENT') return !isInspector(officer);
  return agency === 'coordination' && !isInspector(officer);
}

function isInspector({ scopes }: Officer): boolean {
  return scopes.has(COORDINATION_SCOPES.recordInspections);
}
