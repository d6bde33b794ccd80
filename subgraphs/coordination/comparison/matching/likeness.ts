import type { ChildFacts, RecordedIdentity } from '../../register/child-facts.js';
import { NAME_AGREEMENTS, nameAgreement, type NameAgreement } from './name-forms.js';

/** In what two sets of rows agree. Names are compared only where birth date and sex are equal. */
export interface Likeness {
  readonly name: NameAgreement | null;
  readonly sharesGuardian: boolean;
  /** Both have guardians with a number, and none in common. */
  readonly hasOtherGuardians: boolean;
  readonly sharesHousehold: boolean;
  readonly sharesVillage: boolean;
  readonly sharesTownship: boolean;
}

export function likenessOf(a: ChildFacts, b: ChildFacts): Likeness {
  const villages = sharedPlaces(villagesOf(a), villagesOf(b));
  const guardians = guardianIdsOf(a);
  const others = guardianIdsOf(b);
  const sharesGuardian = [...guardians].some((guardianId) => others.has(guardianId));
  return {
    name: closestName(a.identities, b.identities),
    sharesGuardian,
    hasOtherGuardians: guardians.size > 0 && others.size > 0 && !sharesGuardian,
    sharesHousehold: a.households.some((own) =>
      b.households.some(({ agency, key }) => agency === own.agency && key === own.key),
    ),
    ...villages,
  };
}

export function guardianIdsOf({ guardians }: ChildFacts): Set<string> {
  return new Set(guardians.map(({ guardianId }) => guardianId));
}

function closestName(
  own: readonly RecordedIdentity[],
  others: readonly RecordedIdentity[],
): NameAgreement | null {
  const found = own.flatMap((a) =>
    others
      .filter((b) => a.birthDate === b.birthDate && a.sex === b.sex)
      .map((b) => nameAgreement(a.name, b.name)),
  );
  return NAME_AGREEMENTS.find((agreement) => found.includes(agreement)) ?? null;
}

const VILLAGE_DIGITS = 12;
const TOWNSHIP_DIGITS = 9;

/** A code cut shorter, or one of a whole township, names no village. */
function villagesOf({ places, identities }: ChildFacts): Set<string> {
  const codes = [...places, ...identities].map(({ divisionCode }) => divisionCode ?? '');
  return new Set(codes.filter((code) => code.length === VILLAGE_DIGITS));
}

function sharedPlaces(
  own: ReadonlySet<string>,
  others: ReadonlySet<string>,
): Pick<Likeness, 'sharesVillage' | 'sharesTownship'> {
  const townshipOf = (code: string) => code.slice(0, TOWNSHIP_DIGITS);
  const townships = new Set([...own].map(townshipOf));
  const shared = [...own].filter((code) => others.has(code));
  return {
    sharesVillage: shared.some((code) => !code.endsWith('000')),
    sharesTownship: [...others].some((code) => townships.has(townshipOf(code))),
  };
}
