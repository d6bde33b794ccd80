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

/** Each agency of the county is one of them and owes for itself (各成员单位、县直各部门). */
const EVERY_AGENCY: ReadonlySet<PolicyBody> = new Set(['MEMBER_UNIT', 'COUNTY_DEPARTMENT']);
/** Those of the hub; whoever has no agency in it is entered by the leading group's office. */
const COUNTY_AGENCIES = [
  'civil-affairs',
  'coordination',
  'disability',
  'education',
  'labour',
  'police',
  'poverty',
] as const;

/** Agencies of which each owes a body's duty for itself; of a body that is one, a single null. */
export function agenciesOwing(body: PolicyBody): readonly (string | null)[] {
  return EVERY_AGENCY.has(body) ? COUNTY_AGENCIES : [null];
}

const INSPECTORS: ReadonlySet<PolicyBody> = new Set([
  'INSPECTION_COMMISSIONER',
  'INSPECTION_OFFICE',
  'RESPONSIBLE_INSPECTOR',
]);

/**
 * Whether an officer acts for a body towards a place. Township and village act through the leading group's side alone: a
 * police station or a civil-affairs office with the same area is another body. What a body of the county without an agency in the hub did is
 * entered by the leading group's office, which sees its documents.
 * @param owing agency that owes it, of a body that every agency is one of; null: whichever receives it
 */
export function actsFor(
  officer: Officer,
  body: PolicyBody,
  place: DutyPlace,
  owing: string | null = null,
): boolean {
  const level = levelOf(body);
  if (level === null || !hasOffice(officer, level, place)) return false;
  if (level === 'SCHOOL') return true;
  const { agency } = officer;
  const own = AGENCY_OF[body];
  if (own !== undefined) return agency === own;
  if (body === 'EDUCATION_OFFICE') return agency === 'education' || agency === 'coordination';
  if (level !== 'COUNTY') return agency === 'coordination';
  if (INSPECTORS.has(body)) return isInspector(officer);
  if (EVERY_AGENCY.has(body)) return (owing === null || owing === agency) && !isInspector(officer);
  return agency === 'coordination' && !isInspector(officer);
}

/** Whether an officer of the leading group's side is one of the inspection. */
export function isInspector({ scopes }: Pick<Officer, 'scopes'>): boolean {
  return scopes.has(COORDINATION_SCOPES.recordInspections);
}

/** Whether an officer's own office is of that level, and over the place. Only there is it one of the bodies that act. */
export function hasOffice(
  { jurisdiction }: Pick<Officer, 'jurisdiction'>,
  level: DutyPlace['kind'],
  place: Pick<DutyPlace, 'code' | 'divisionCode'>,
): boolean {
  return jurisdiction.some(({ kind, code }) =>
    level === 'SCHOOL'
      ? kind === 'SCHOOL' && code === place.code
      : kind === 'DIVISION' && code.length === DIGITS_OF_LEVEL[level] && place.divisionCode.startsWith(code),
  );
}
