import type { Random } from '../random.js';
import type { Sex } from '../views.js';
import {
  FEMALE_CHARACTERS,
  HAN_SURNAMES,
  HUI_SURNAMES,
  KAZAKH_FEMALE,
  KAZAKH_MALE,
  MALE_CHARACTERS,
  OLDER_FEMALE_CHARACTERS,
  OLDER_MALE_CHARACTERS,
  RARE_CHARACTERS,
  UYGHUR_FEMALE,
  UYGHUR_MALE,
  WULING_SURNAMES,
} from './name-lists.js';

/** Separator of the police form, U+00B7. */
export const NAME_SEPARATOR = '·';

/** Separators found in other feeds for the same dot. */
export const OTHER_SEPARATORS = [
  '\u2022',
  '\u2027',
  '\u30fb',
  '\uff65',
  '\uff0e',
  '.',
  '\u3002',
  '\u25cf',
  ' ',
  '',
];

/** GB/T 3304 codes of groups whose names are a given name, a dot and the father's given name. */
const PATRONYMIC: Readonly<
  Record<string, { readonly MALE: readonly string[]; readonly FEMALE: readonly string[] }>
> = {
  '05': { MALE: UYGHUR_MALE, FEMALE: UYGHUR_FEMALE },
  '17': { MALE: KAZAKH_MALE, FEMALE: KAZAKH_FEMALE },
};

export function usesPatronymic(ethnicGroupCode: string): boolean {
  return ethnicGroupCode in PATRONYMIC;
}

/** Family name of a man of the group; the given name of the father's father for groups without family names. */
export function surnameOf(ethnicGroupCode: string, random: Random): string {
  const patronymic = PATRONYMIC[ethnicGroupCode];
  if (patronymic) return random.pick(patronymic.MALE);
  if (ethnicGroupCode === '03') return random.pick(HUI_SURNAMES);
  if (ethnicGroupCode === '06' || ethnicGroupCode === '15') return random.pick(WULING_SURNAMES);
  return random.pick(HAN_SURNAMES);
}

/** Name of a parent or grandparent. */
export function adultName(ethnicGroupCode: string, surname: string, sex: Sex, random: Random): string {
  const patronymic = PATRONYMIC[ethnicGroupCode];
  if (patronymic) return `${random.pick(patronymic[sex])}${NAME_SEPARATOR}${surname}`;
  const characters = sex === 'MALE' ? OLDER_MALE_CHARACTERS : OLDER_FEMALE_CHARACTERS;
  return surname + random.pick(characters) + (random.chance(0.75) ? random.pick(characters) : '');
}

/**
 * Name of a child: the family name, or the father's given name after the dot. `rareShare` is the share of names with
 * a character that many systems lack.
 */
export function childName(
  ethnicGroupCode: string,
  father: { readonly name: string; readonly surname: string },
  sex: Sex,
  rareShare: number,
  random: Random,
): string {
  const patronymic = PATRONYMIC[ethnicGroupCode];
  if (patronymic) {
    const fatherGiven = father.name.split(NAME_SEPARATOR)[0] ?? father.name;
    return `${random.pick(patronymic[sex])}${NAME_SEPARATOR}${fatherGiven}`;
  }
  const characters = sex === 'MALE' ? MALE_CHARACTERS : FEMALE_CHARACTERS;
  const isRare = random.chance(rareShare);
  const first = random.pick(characters);
  const second = isRare ? random.pick(RARE_CHARACTERS) : random.chance(0.82) ? random.pick(characters) : '';
  return father.surname + first + second;
}

/** Name of an officer or teacher. */
export function officerName(random: Random): string {
  return adultName('01', random.pick(HAN_SURNAMES), random.chance(0.6) ? 'MALE' : 'FEMALE', random);
}
