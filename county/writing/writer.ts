import { NAME_SEPARATOR, OTHER_SEPARATORS } from '../frame/names.js';
import { isoOf } from '../day-numbers.js';
import type { Random } from '../random.js';
import { sourceKeyOf } from '../register-numbers.js';
import type { ChildDraft, FamilyDraft } from '../population/draft.js';
import type { RecordedIdentity, RegisterAgency } from '../views.js';
import type { World } from '../frame/world.js';

/** What the clerk of one register has before them when they write about one child. */
export interface Writing {
  readonly world: World;
  readonly family: FamilyDraft;
  readonly child: ChildDraft;
  readonly random: Random;
}

function harmlessNumber(number: string, random: Random): string {
  switch (random.int(0, 4)) {
    case 0:
      return `'${number}`;
    case 1:
      return ` ${number} `;
    case 2:
      return number.toLowerCase();
    case 3:
      return `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`;
    default:
      return [...number]
        .map((digit) => (/\d/.test(digit) ? String.fromCodePoint(0xff10 + Number(digit)) : digit))
        .join('');
  }
}

/**
 * The child as a register writes it when nothing is wrong. The police keep the master form; other registers write the
 * number or the dot in a name in another harmless way now and then.
 */
export function writtenIdentity(agency: RegisterAgency, { world, child, random }: Writing): RecordedIdentity {
  const { harmlessVariants } = world.rates;
  const stream = random.split(900 + agency.length);
  const isMaster = agency === 'police';
  const variesNumber = !isMaster && stream.chance(harmlessVariants.residentIdNumber);
  const variesDot =
    !isMaster && child.name.includes(NAME_SEPARATOR) && stream.chance(harmlessVariants.nameSeparator);
  return {
    residentIdNumber: variesNumber ? harmlessNumber(child.residentIdNumber, stream) : child.residentIdNumber,
    name: variesDot ? child.name.replace(NAME_SEPARATOR, stream.pick(OTHER_SEPARATORS)) : child.name,
    sex: child.sex,
    birthDate: isoOf(child.birthDay),
  };
}

export function keyIn(
  agency: RegisterAgency,
  { family, child }: Pick<Writing, 'family' | 'child'>,
  serial = 0,
): string {
  return sourceKeyOf(agency, family.index, child.slot, serial);
}

/** Village that an agency of this county files the child under: where it lives here, else its register. */
export function filedDivision({ home }: FamilyDraft, fallback: string): string {
  return home.residenceVillage ?? home.registeredVillage ?? fallback;
}
