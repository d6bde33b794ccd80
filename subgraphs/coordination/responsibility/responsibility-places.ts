import type { ResponsibilityPlace } from './responsibility.enums.js';

export type Scope = { readonly kind: string; readonly code: string };

/** Places of one child, as somebody can be named for: divisions from the county down, schools, classes. */
export interface ChildPlaces {
  /** 12 digits each; of the residence, or of the registration when the child lives outside the county. */
  readonly villages: readonly string[];
  readonly schools: readonly string[];
  readonly classes: readonly string[];
}

/** A case belongs to the town of residence (昌市政办发〔2020〕16号 三（二）). */
export function placesOf(scopes: readonly Scope[]): ChildPlaces {
  const codesOf = (kind: string) => scopes.filter((scope) => scope.kind === kind).map(({ code }) => code);
  const residences = codesOf('RESIDENCE');
  return {
    villages: residences.length > 0 ? residences : codesOf('REGISTERED'),
    schools: codesOf('SCHOOL'),
    classes: codesOf('CLASS'),
  };
}

export const countyOf = (village: string) => `${village.slice(0, 6)}000000`;
const chainOf = (village: string) => [countyOf(village), townshipOf(village), village];
const townshipOf = (village: string) => `${village.slice(0, 9)}000`;

/**
 * Codes of a place of the child. The hub has none of an area of a township, a villagers' group or a household, a grade
 * or a pupil: there the township, the village, the school and the class stand for them.
 */
export function codesOfPlace(
  place: ResponsibilityPlace,
  { villages, schools, classes }: ChildPlaces,
): string[] {
  switch (place) {
    case 'COUNTY':
      return distinct(villages.map(countyOf));
    case 'TOWNSHIP':
    case 'AREA':
      return distinct(villages.map(townshipOf));
    case 'VILLAGE':
    case 'VILLAGE_GROUP':
    case 'HOUSEHOLD':
      return distinct(villages);
    case 'SCHOOL':
    case 'GRADE':
      return distinct(schools);
    case 'CLASS':
    case 'PUPIL':
      return distinct(classes);
  }
}

/** Whether somebody named for `target` answers for what lies at `code`: the same place, or a division around it. */
export function isAround(target: string, code: string, places: ChildPlaces): boolean {
  if (target === code) return true;
  const isDivision = places.villages.some((village) => chainOf(village).includes(target));
  if (!isDivision) return false;
  // Every school and class of the child stands in the county whose bureau answers for it.
  return places.schools.includes(code) || places.classes.includes(code)
    ? places.villages.some((village) => countyOf(village) === target)
    : places.villages.some(
        (village) => chainOf(village).indexOf(target) >= 0 && chainOf(village).includes(code),
      );
}

/** Every code under which somebody can be named who answers for the child. */
export function codesAround(places: ChildPlaces): string[] {
  const { villages, schools, classes } = places;
  return distinct([...villages.flatMap(chainOf), ...schools, ...classes]);
}

function distinct(codes: readonly string[]): string[] {
  return [...new Set(codes)];
}
