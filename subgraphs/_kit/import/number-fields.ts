import { isResidentIdNumber, normaliseResidentIdNumber } from '../identity/resident-id-number.js';
import type { FieldKind } from './field-kind.js';

/** 6.52E+17: a spreadsheet took the number for one and rounded it. */
const DIGITS_LOST = /^\d(?:\.\d+)?E\+?1[5-8]$/;

/**
 * Number of a person as the register has it. One that is wrong is taken all the same, with a warning: half of the
 * children who seem missing have a wrong number, and a row that is left out would make the child more missing.
 */
export const residentIdNumber: FieldKind<string> = {
  isRequired: false,
  isPersonal: true,
  hint: { en: '18 characters, as text', zh: '18位，单元格设为文本格式' },
  parse(given) {
    const value = normaliseResidentIdNumber(given);
    if (DIGITS_LOST.test(value)) return { value, warning: 'NUMBER_DIGITS_LOST' };
    return isResidentIdNumber(value) ? { value } : { value, warning: 'NUMBER_WRONG' };
  },
};

function codeOf(
  pattern: RegExp,
  problem: 'DIVISION_CODE_UNREADABLE' | 'COUNTY_CODE_UNREADABLE' | 'SCHOOL_CODE_UNREADABLE',
  digits: number,
) {
  return {
    isRequired: true,
    hint: { en: `${digits} digits, as text`, zh: `${digits}位数字` },
    parse(given: string) {
      const code = given.normalize('NFKC').replaceAll(/\s/g, '');
      return pattern.test(code) ? { value: code } : { problem };
    },
  } satisfies FieldKind<string>;
}

/** Code of a village or, where only that is known, of what lies above it, filled up with zeros. */
export const divisionCode: FieldKind<string> = codeOf(/^[1-9]\d{11}$/, 'DIVISION_CODE_UNREADABLE', 12);
/** Code of a county, GB/T 2260. */
export const countyCode: FieldKind<string> = codeOf(/^[1-9]\d{5}$/, 'COUNTY_CODE_UNREADABLE', 6);
/** 学校(机构)标识码. */
export const schoolCode: FieldKind<string> = codeOf(/^\d{10}$/, 'SCHOOL_CODE_UNREADABLE', 10);

/** 全国学籍号: a letter, then 18 characters, of a formal number the resident ID number. */
export const studentStatusNumber: FieldKind<string> = {
  isRequired: true,
  isPersonal: true,
  hint: { en: '19 characters', zh: '19位' },
  parse(given) {
    const value = given.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
    return /^[A-Z]\d{17}[\dX]$/.test(value) ? { value } : { problem: 'STATUS_NUMBER_UNREADABLE' };
  },
};

/** Of a disability certificate: the holder's resident ID number, category and grade, then the suffix of a reissue. */
export interface CertificateNumber {
  readonly residentIdNumber: string;
  readonly categoryCode: string;
  readonly gradeCode: string;
  readonly reissueSuffix: string;
}

const CERTIFICATE = /^(\d{17}[\dX])([1-7])([1-4])((?:B\d{1,2})?)$/;

/** 残疾人证号. After a change of number its first 18 characters are no longer the holder's, so they are taken as they are. */
export const certificateNumber: FieldKind<CertificateNumber> = {
  isRequired: true,
  isPersonal: true,
  hint: { en: '20 characters or more, as text', zh: '20位以上，单元格设为文本格式' },
  parse(given) {
    const [, number = '', categoryCode = '', gradeCode = '', reissueSuffix = ''] =
      CERTIFICATE.exec(normaliseResidentIdNumber(given)) ?? [];
    if (number === '') return { problem: 'CERTIFICATE_NUMBER_UNREADABLE' };
    const value = { residentIdNumber: number, categoryCode, gradeCode, reissueSuffix };
    return isResidentIdNumber(number) ? { value } : { value, warning: 'NUMBER_WRONG' };
  },
};

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_CODE = new RegExp(`^[${CREDIT_ALPHABET}]{18}$`);
/** Registration number of a sole trader from before the unified codes. */
const REGISTRATION_NUMBER = /^\d{15}$/;

/** 统一社会信用代码, GB 32100-2015. Some early codes fail the check, so that a wrong one is a warning only. */
export const creditCode: FieldKind<string> = {
  isRequired: true,
  hint: { en: '18 characters, as text', zh: '18位，单元格设为文本格式' },
  parse(given) {
    const value = given.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
    if (REGISTRATION_NUMBER.test(value)) return { value };
    if (!CREDIT_CODE.test(value)) return { problem: 'CREDIT_CODE_UNREADABLE' };
    return creditCheckCharacter(value) === value[17] ? { value } : { value, warning: 'CREDIT_CODE_CHECK' };
  },
};

/** Weights are the powers of three modulo 31. */
function creditCheckCharacter(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    sum += weight * CREDIT_ALPHABET.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return CREDIT_ALPHABET.charAt((31 - (sum % 31)) % 31);
}
