import type { Label } from '../../../policies/policy-label.js';
import { policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { ResponsibilityAssignment } from './responsibility-assignment.entity.js';
import {
  codesOfPlace,
  countyOf,
  isAround,
  placesOf,
  type ChildPlaces,
  type Scope,
} from './responsibility-places.js';
import {
  ResponsibilityLevelEnum,
  ResponsibilitySchemeEnum,
  type ResponsibilityLevel,
  type ResponsibilityLine,
  type ResponsibilityPlace,
  type ResponsibilityPlaceKind,
  type ResponsibilityScheme,
} from './responsibility.enums.js';
import { holdsOn } from '../standing/rule-context.js';

export type ResponsibilitySchemes = ResolvedPolicy['responsibilitySchemes'];

/** One link of a chain; a vacant one has nobody. */
export interface ResponsibilityLink {
  readonly line: ResponsibilityLine;
  readonly level: ResponsibilityLevel;
  readonly scheme: ResponsibilityScheme;
  /** Null where the policy in force does not say what this level answers for. */
  readonly place: ResponsibilityPlace | null;
  /**
   * Who is to be named and what for, in the document's words, and the figure that is guaranteed by it; null where nothing
   * is said.
   */
  readonly responsible: Label | null;
  readonly answersFor: Label | null;
  readonly guarantees: Label | null;
  readonly code: string;
  readonly post: string | null;
  readonly personName: string | null;
  readonly isVacant: boolean;
  /** By which the level is to be filled; null where nobody demands it. */
  readonly policyClause: string | null;
}

type Demand = Omit<ResponsibilityLink, 'post' | 'personName' | 'isVacant'>;

/** Levels of the government line; the others are education's. */
const GOVERNMENT_LEVELS: ReadonlySet<ResponsibilityLevel> = new Set([
  'COUNTY',
  'TOWNSHIP',
  'VILLAGE_RESIDENT',
  'VILLAGE',
  'VILLAGE_GROUP',
  'PARTY_MEMBER',
]);

/**
 * Who answers for a child on a day, by line and from the top down: every level that the schemes in force ask for, and
 * whoever is named beyond them. A level for which nobody is named gives a vacant link: a missing pledge is a finding,
 * not a gap in the answer.
 * @param schemes of the policy in force where the child lives.
 * @param unknown kinds of places that nobody knows for the day; of the levels that answer there none is told, since
 * whoever it was may have been named
 */
export function responsibilityOf(
  scopes: readonly Scope[],
  schemes: ResponsibilitySchemes,
  assignments: readonly ResponsibilityAssignment[],
  day: string,
  unknown: readonly ResponsibilityPlaceKind[] = [],
): ResponsibilityLink[] {
  const places = placesOf(scopes);
  const held = assignments.filter(({ validFrom, validTo }) => holdsOn(day, validFrom, validTo ?? null));
  const named = new Set<ResponsibilityAssignment>();
  const demanded = demandsOf(schemes, places, unknown).flatMap((demand): ResponsibilityLink[] => {
    const people = held.filter(
      ({ scheme, level, targetCode }) =>
        scheme === demand.scheme && level === demand.level && isAround(targetCode, demand.code, places),
    );
    for (const person of people) named.add(person);
    return people.length === 0
      ? [{ ...demand, post: null, personName: null, isVacant: true }]
      : people.map((person) => ({ ...demand, code: person.targetCode, ...holderOf(person) }));
  });
  const beyond = held
    .filter((person) => !named.has(person))
    .flatMap((person) => linkBeyond(person, schemes, places));
  const links = [...demanded, ...beyond].map((link) => [JSON.stringify(link), link] as const);
  return [...new Map(links).values()].toSorted(inOrder);
}

function demandsOf(
  schemes: ResponsibilitySchemes,
  places: ChildPlaces,
  unknown: readonly ResponsibilityPlaceKind[],
): Demand[] {
  return ResponsibilitySchemeEnum.values.flatMap((scheme) => {
    const stated = schemes[scheme];
    return (stated?.value.levels ?? []).flatMap(
      ({ level, place, responsible, answersFor, guarantees = null }) => {
        // Nobody names guardians: who they are is told by the registers, and none of them is a vacant post.
        if (level === 'GUARDIAN') return [];
        const codes = codesOfPlace(place, places);
        // The bureau answers for a child of no school as well: it has to find it one.
        const isOfNoSchool = codes.length === 0 && level === 'BUREAU' && !unknown.includes('SCHOOL');
        const known = isOfNoSchool ? places.villages.map(countyOf) : codes;
        return known.map((code) => ({
          line: lineOf(level, stated?.value.line),
          level,
          scheme,
          place,
          responsible,
          answersFor,
          guarantees,
          code,
          policyClause: stated ? policyClause(stated) : null,
        }));
      },
    );
  });
}

/** Somebody whom no level of a scheme asks for, for example one of the seven leaders (七长). */
function linkBeyond(
  person: ResponsibilityAssignment,
  schemes: ResponsibilitySchemes,
  places: ChildPlaces,
): ResponsibilityLink[] {
  const level = ResponsibilityLevelEnum.values.find((value) => value === person.level);
  const scheme = ResponsibilitySchemeEnum.values.find((value) => value === person.scheme);
  const { targetCode: code } = person;
  const isOfChild =
    isAround(code, places.villages[0] ?? '', places) ||
    places.schools.includes(code) ||
    places.classes.includes(code);
  if (!level || !scheme || !isOfChild) return [];
  const stated = schemes[scheme];
  return [
    {
      line: lineOf(level),
      level,
      scheme,
      place: null,
      responsible: null,
      answersFor: null,
      guarantees: null,
      code,
      ...holderOf(person),
      policyClause: stated ? policyClause(stated) : null,
    },
  ];
}

function holderOf({ post, personName }: ResponsibilityAssignment) {
  return { post, personName: personName ?? null, isVacant: personName == null };
}

/** @param stated line of the scheme; of one that runs along both, the level tells */
function lineOf(
  level: ResponsibilityLevel,
  stated: ResponsibilityLine | 'BOTH' = 'BOTH',
): ResponsibilityLine {
  if (stated !== 'BOTH') return stated;
  return GOVERNMENT_LEVELS.has(level) ? 'GOVERNMENT' : 'EDUCATION';
}

/** The enums list the government line first, each line from the top down. */
function inOrder(a: ResponsibilityLink, b: ResponsibilityLink): number {
  const rank = ({ level, scheme }: ResponsibilityLink) =>
    ResponsibilityLevelEnum.values.indexOf(level) * 100 + ResponsibilitySchemeEnum.values.indexOf(scheme);
  return rank(a) - rank(b) || (a.code < b.code ? -1 : 1);
}
