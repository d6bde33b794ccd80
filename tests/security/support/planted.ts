import { families } from '../../../county/generate-families.js';
import type { CountyManifest } from '../../../county/county-manifest.js';
import type { CountySlug } from '../../../county/views.js';
import { parseIsoDate } from '../../../policies/iso-date.js';
import {
  isResidentIdNumber,
  residentIdCheckCharacter,
} from '../../../subgraphs/_kit/identity/resident-id-number.js';

const FIRST17 = '99999920150101777';

/** What only the requests of a test say; nobody in the county has it. */
export const PLANTED = {
  residentIdNumber: `${FIRST17}${residentIdCheckCharacter(FIRST17)}`,
  name: '诸葛植入者',
  phone: '10098765432',
};

/** @returns what a text holds of children: numbers that could be a resident's, names and telephone numbers */
export type FindPersons = (text: string) => readonly string[];

/** Knows all names and telephones of a synthetic county, besides what was planted; numbers it knows by their form. */
export function createPersonFinder({ county, children, seed, asOf }: CountyManifest): FindPersons {
  const known = new Set([PLANTED.name, PLANTED.phone]);
  for (const family of families({ county: county as CountySlug, children, seed, asOf: parseIsoDate(asOf) })) {
    const written = JSON.stringify(family);
    for (const [, name = ''] of written.matchAll(/"(?:name|guardianName)":"(\p{Script=Han}{3,})"/gu))
      known.add(name);
    for (const [phone] of written.matchAll(/(?<!\d)100\d{8}(?!\d)/g)) known.add(phone);
  }
  return (text) => [
    ...[...text.matchAll(/(?=(\d{17}[\dXx]))/g)].flatMap(([, number = '']) =>
      isResidentIdNumber(number.toUpperCase()) ? [number] : [],
    ),
    ...[...known].filter((each) => text.includes(each) || text.includes(JSON.stringify(each).slice(1, -1))),
  ];
}
