import type { PolicyBody } from '../../../policies/bodies.js';

/** Levels of places at which duties are done, from the top down. */
export const PLACE_LEVELS = ['PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP', 'VILLAGE', 'SCHOOL'] as const;
export type DutyPlaceKind = (typeof PLACE_LEVELS)[number];

export interface DutyPlace {
  readonly kind: DutyPlaceKind;
  /** A division's code cut by level, or a school's. */
  readonly code: string;
  readonly name: string;
  /** Division that the place lies in: its own code, of a school the village of its site. */
  readonly divisionCode: string;
}

const ABOVE_OR_BELOW_COUNTY: Partial<Readonly<Record<PolicyBody, DutyPlaceKind | null>>> = {
  PROVINCE_EDUCATION: 'PROVINCE',
  PREFECTURE_EDUCATION: 'PREFECTURE',
  TOWNSHIP: 'TOWNSHIP',
  EDUCATION_OFFICE: 'TOWNSHIP',
  VILLAGE: 'VILLAGE',
  VILLAGE_RESIDENT_LEADER: 'VILLAGE',
  SCHOOL: 'SCHOOL',
  PRINCIPAL: 'SCHOOL',
  CLASS_TEACHER: 'SCHOOL',
  TEACHER: 'SCHOOL',
  // A family reports to nobody.
  GUARDIAN: null,
};

/** At which level a body does its duties; every body that is named nowhere else is one of the county. Null for guardians. */
export function levelOf(body: PolicyBody): DutyPlaceKind | null {
  const level = ABOVE_OR_BELOW_COUNTY[body];
  return level === undefined ? 'COUNTY' : level;
}

/**
 * Who signs a duty off: those receivers that the policy names whose own level is not below the place's. What is handed
 * down, for example the result of an assessment to a school, is not signed for.
 */
export function signersOf(receivers: readonly PolicyBody[], place: DutyPlaceKind): PolicyBody[] {
  return receivers.filter((body) => {
    const level = levelOf(body);
    return level !== null && PLACE_LEVELS.indexOf(level) <= PLACE_LEVELS.indexOf(place);
  });
}
