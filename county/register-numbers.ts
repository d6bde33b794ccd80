import type { DisabilityCategory, RegisterAgency } from './views.js';

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Odd multipliers: multiplying modulo 2³² is then one-to-one, and no two registers number a child alike. */
const KEY_MULTIPLIERS: Readonly<Record<RegisterAgency, number>> = {
  education: 0x2c1b3c6d,
  police: 0x297a2d39,
  'civil-affairs': 0x1b56c4e9,
  disability: 0x6ca9ca6b,
  labour: 0x2d3a8f05,
  poverty: 0x4b1d6a17,
};
const KEY_PREFIXES: Readonly<Record<RegisterAgency, string>> = {
  education: 'XJ',
  police: 'HJ',
  'civil-affairs': 'MZ',
  disability: 'CL',
  labour: 'RS',
  poverty: 'FP',
};

/**
 * Key of a row in a register: unique in it for every (family, slot, serial), and without a trace of who it is about
 * or of the same child's keys elsewhere. `slot` 0–7, `serial` 0–63, at most 2 million families.
 */
export function sourceKeyOf(agency: RegisterAgency, family: number, slot: number, serial = 0): string {
  const place = (family * 8 + slot) * 64 + serial;
  return `${KEY_PREFIXES[agency]}${String(Math.imul(place + 1, KEY_MULTIPLIERS[agency]) >>> 0).padStart(10, '0')}`;
}

/** Formal number of a verified pupil: G and the resident ID number (全国学籍号). Masked wherever that is. */
export function formalStatusNumber(residentIdNumber: string): string {
  return `G${residentIdNumber}`;
}

/**
 * Temporary number until identity is verified: L, school county, birth date, four digits. The county part starts
 * with 99 as all synthetic numbers do. The four digits follow the family, so two pupils born on one day share a
 * number only if their families' indexes are equal modulo 10,000; registers tell rows apart by source key.
 */
export function temporaryStatusNumber(countyCode: string, birthDate: string, family: number): string {
  return `L99${countyCode.slice(2)}${birthDate.replaceAll('-', '')}${String(family % 10_000).padStart(4, '0')}`;
}

const CATEGORY_DIGITS: Readonly<Record<DisabilityCategory, string>> = {
  VISUAL: '1',
  HEARING: '2',
  SPEECH: '3',
  PHYSICAL: '4',
  INTELLECTUAL: '5',
  MENTAL: '6',
  MULTIPLE: '7',
};

/** Number of a disability certificate (残疾人证): resident ID number, category, grade, then `B1`… on reissue. */
export function certificateNumberOf(
  residentIdNumber: string,
  category: DisabilityCategory,
  grade: number,
  reissueSuffix = '',
): string {
  return `${residentIdNumber}${CATEGORY_DIGITS[category]}${grade}${reissueSuffix}`;
}

/** School identifier code (学校标识码): category, province, six-digit serial. */
export function schoolCodeOf(category: '21' | '31' | '51', provinceCode: string, serial: number): string {
  return `${category}${provinceCode}${String(serial).padStart(6, '0')}`;
}

export function classCodeOf(schoolCode: string, grade: number, number: number): string {
  return `${schoolCode}${String(grade).padStart(2, '0')}${String(number).padStart(2, '0')}`;
}

/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015) of a synthetic firm: register body 9 (market
 * supervision), kind 1 (company) or 2 (sole trader), division 99…, nine-character subject, check character with
 * weights 3^i mod 31.
 */
export function creditCodeOf(kind: '1' | '2', countyCode: string, serial: number): string {
  const first17 = `9${kind}99${countyCode.slice(2)}MA${serial.toString(10).padStart(7, '0')}`;
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += weight * CREDIT_ALPHABET.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return first17 + CREDIT_ALPHABET.charAt((31 - (sum % 31)) % 31);
}
