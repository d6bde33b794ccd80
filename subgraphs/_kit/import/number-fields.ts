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
  hint: { en: '18 characters, as text', zh: '18位，单元格设为文本格式' },
  parse(given) {
    const value = normaliseResidentIdNumber(given);
    if (DIGITS_LOST.test(value)) return { value, warning: 'NUMBER_DIGITS_LOST' };
    return isResidentIdNumber(value) ? { value } : { value, warning: 'NUMBER_WRONG' };
  },
};

function codeOf(
  pattern: RegExp,
  problem: 'DIVISION_CODE_UNREADABLE' | 'SCHOOL_CODE_UNREADABLE',
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
/** 学校(机构)标识码. */
export const schoolCode: FieldKind<string> = codeOf(/^\d{10}$/, 'SCHOOL_CODE_UNREADABLE', 10);

/** 全国学籍号: a letter, then 18 characters, of a formal number the resident ID number. */
export const studentStatusNumber: FieldKind<string> = {
  isRequired: true,
  hint: { en: '19 characters', zh: '19位' },
  parse(given) {
    const value = given.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
    return /^[A-Z]\d{17}[\dX]$/.test(value) ? { value } : { problem: 'STATUS_NUMBER_UNREADABLE' };
  },
};
