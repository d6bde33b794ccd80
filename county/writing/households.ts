import { isoOf } from '../day-numbers.js';
import type { Adult, ChildDraft, FamilyDraft } from '../population/draft.js';
import type { HouseholdMember, PoliceHousehold } from '../views.js';
import type { World } from '../frame/world.js';

/** Number of a household of the register (户号): township part of the division, then a serial. */
export function householdNumberOf(village: string, family: number, serial: number): string {
  return village.slice(2, 9) + String(family * 4 + serial).padStart(8, '0');
}

/** GB/T 4761 relation of a child to the householder. */
export function childRelationCode(family: FamilyDraft, sex: ChildDraft['sex']): string {
  if (family.householder === 'GRANDFATHER') return sex === 'MALE' ? '41' : '42';
  return sex === 'MALE' ? '20' : '30';
}

export function childKeyOf(family: FamilyDraft, { slot }: ChildDraft): string {
  return `${family.index}-${slot}`;
}

function memberOf(adult: Adult, relationToHouseholderCode: string): HouseholdMember {
  const { residentIdNumber, name, sex, birthDay } = adult;
  return {
    residentIdNumber,
    name,
    sex,
    birthDate: isoOf(birthDay),
    relationToHouseholderCode,
    childKey: null,
  };
}

function adultMembers(family: FamilyDraft): HouseholdMember[] {
  const living = [family.father, family.mother].filter(({ circumstance }) => circumstance !== 'DEAD');
  if (family.householder === 'GRANDFATHER') {
    // 20 son, 28 daughter-in-law.
    return [
      memberOf(family.grandfather, '02'),
      memberOf(family.grandmother, '10'),
      ...living.map((parent) => memberOf(parent, parent.role === 'FATHER' ? '20' : '38')),
    ];
  }
  return living.map((parent, index) => memberOf(parent, index === 0 ? '02' : '10'));
}

/** The family's household in the police register; null for incomers, who are registered elsewhere. */
export function householdOf(world: World, family: FamilyDraft): PoliceHousehold | null {
  const { registeredVillage } = family.home;
  if (registeredVillage === null) return null;
  const adults = adultMembers(family);
  const children = family.children.map((child) => ({
    residentIdNumber: child.residentIdNumber,
    name: child.name,
    sex: child.sex,
    birthDate: isoOf(child.birthDay),
    relationToHouseholderCode: childRelationCode(family, child.sex),
    childKey: childKeyOf(family, child),
  }));
  return {
    householdNumber: householdNumberOf(registeredVillage, family.index, family.householdSerial),
    kind: 'FAMILY',
    householderName: adults[0]?.name ?? '',
    addressDivision: registeredVillage,
    address: `${world.divisions.get(registeredVillage).name}${(family.index % 12) + 1}组${(family.index % 87) + 1}号`,
    establishedOn: isoOf(family.father.birthDay + 25 * 365),
    members: [...adults, ...children],
  };
}
