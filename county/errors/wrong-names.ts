import {
  COMPOUND_SURNAMES,
  CONFUSABLE_CHARACTERS,
  RARE_CHARACTER_SUBSTITUTES,
  TRANSLITERATION_VARIANTS,
} from '../frame/name-lists.js';
import { NAME_SEPARATOR } from '../frame/names.js';
import type { Random } from '../random.js';

function confused(name: string): string | null {
  for (const [left, right] of CONFUSABLE_CHARACTERS) {
    if (name.includes(left, 1)) return name[0] + name.slice(1).replace(left, right);
    if (name.includes(right, 1)) return name[0] + name.slice(1).replace(right, left);
  }
  return null;
}

function patronymicVariant(name: string, random: Random): string {
  const fitting = TRANSLITERATION_VARIANTS.filter(([from]) => name.includes(from));
  const [givenName] = name.split(NAME_SEPARATOR);
  if (fitting.length === 0 || random.chance(0.3)) return givenName ?? name;
  const [from, to] = random.pick(fitting);
  return name.replace(from, to);
}

/** Surname and given name of a Han name; compound surnames have two characters. */
function partsOf(name: string): { readonly surname: string; readonly given: readonly string[] } {
  const compound = COMPOUND_SURNAMES.find((surname) => name.startsWith(surname));
  const [first = '', ...rest] = [...name];
  return compound ? { surname: compound, given: [...name].slice(2) } : { surname: first, given: rest };
}

/**
 * The name as another register has it: a substitute for a character that its system lacks, another transliteration
 * or only the given name, a character of the same sound, the given name turned round or cut short, or the name before
 * it was changed to the father's. Never equal to `name`, also not after separators are evened out.
 */
export function wrongName(name: string, motherSurname: string, random: Random): string {
  const rare = Object.keys(RARE_CHARACTER_SUBSTITUTES).find((character) => name.includes(character));
  if (rare) return name.replace(rare, random.pick(RARE_CHARACTER_SUBSTITUTES[rare] ?? ['?']));
  if (name.includes(NAME_SEPARATOR)) return patronymicVariant(name, random);
  const typed = confused(name);
  if (typed && random.chance(0.8)) return typed;
  const { surname, given } = partsOf(name);
  const [first = '', second] = given;
  if (motherSurname !== surname && random.chance(0.35)) return motherSurname + given.join('');
  if (second === undefined) return `${name}${first}`;
  return first !== second && random.chance(0.6) ? surname + second + first : surname + first;
}
