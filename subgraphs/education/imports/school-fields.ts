import type { FieldKind } from '../../_kit/import/field-kind.js';
import { integer } from '../../_kit/import/plain-fields.js';

const GRADE_WORDS: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'一二三四五六七八九'].map((word, index) => [word, index + 1])),
  ...{ 初一: 7, 初二: 8, 初三: 9 },
};

/** A grade, 1 to 9; 10 stands for a senior school. Written 3, 三年级 or 初一. */
export const grade: FieldKind<number> = {
  isRequired: true,
  hint: { en: 'grade 1 to 9; 10 for a senior school', zh: '年级，1至9；高中阶段填10' },
  parse(given) {
    const word = given.normalize('NFKC').replace(/年级$/, '');
    const value = GRADE_WORDS[word] ?? Number(word);
    const isGrade = Number.isInteger(value) && value >= 1 && value <= 10;
    return isGrade ? { value } : { problem: 'CHOICE_UNKNOWN' };
  },
};

/** Of people; nobody is the least there can be. */
export const headCount: FieldKind<number> = {
  ...integer,
  parse(given) {
    const read = integer.parse(given);
    return 'value' in read && read.value < 0 ? { problem: 'NUMBER_UNREADABLE' } : read;
  },
};

const ACADEMIC_YEAR = /^(20\d{2})(?:[-/—]+20\d{2})?(?:学年)?$/;

/** Year in which an academic year begins: 2026, 2026-2027 or 2026-2027学年. */
export const academicYear: FieldKind<number> = {
  isRequired: true,
  hint: { en: 'academic year, 2026-2027', zh: '学年，如2026-2027' },
  parse(given) {
    const [, year] = ACADEMIC_YEAR.exec(given.normalize('NFKC')) ?? [];
    return year === undefined ? { problem: 'NUMBER_UNREADABLE' } : { value: Number(year) };
  },
};
