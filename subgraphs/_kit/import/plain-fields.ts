import { isIsoDate } from '../../../policies/iso-date.js';
import type { LabelledEnum } from '../schema/label.js';
import type { FieldKind, Parsed } from './field-kind.js';

const LONGEST_TEXT = 500;
const UNSTORABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFD]|\p{Surrogate}/u;

/** Text as it stands. A name keeps its dots and characters: how it is compared is the comparison's matter. */
export const text: FieldKind<string> = {
  isRequired: true,
  hint: { en: 'text', zh: '文本' },
  parse(given) {
    if ([...given].length > LONGEST_TEXT) return { problem: 'TEXT_TOO_LONG' };
    return UNSTORABLE.test(given) ? { problem: 'TEXT_UNREADABLE' } : { value: given };
  },
};

/** Several texts in one cell, between commas or semicolons of either script. */
export const texts: FieldKind<string[]> = {
  isRequired: false,
  hint: { en: 'texts with semicolons between', zh: '多个值用分号隔开' },
  parse(given): Parsed<string[]> {
    const read = text.parse(given);
    if ('problem' in read) return read;
    return { value: partsOf(given) };
  },
};

/** As many digits in a row are no part of a name: somebody's number or telephone has come into the wrong column. */
const NUMBER = /\d{6}/;

/** Names of persons. A number among them would be stored in clear, and be compared as a name. */
function ofPersons<Value>(kind: FieldKind<Value>): FieldKind<Value> {
  return {
    ...kind,
    parse: (given) =>
      NUMBER.test(given.normalize('NFKC').replaceAll(/\s/g, ''))
        ? { problem: 'NUMBER_IN_NAME' }
        : kind.parse(given),
  };
}

export const personName = ofPersons(text);
export const personNames = ofPersons(texts);

function partsOf(given: string): string[] {
  return given
    .split(/[,;，；、]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const DATE_FORMS = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?$/,
  /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** A day as registers write it: 2014-03-09, 2014/3/9, 2014.3.9, 2014年3月9日 or 20140309. */
export const date: FieldKind<string> = {
  isRequired: true,
  hint: { en: 'date, YYYY-MM-DD', zh: '日期，如2014-03-09' },
  parse(given) {
    const folded = given.normalize('NFKC');
    for (const form of DATE_FORMS) {
      const [, year, month = '', day = ''] = form.exec(folded) ?? [];
      const day_ = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      if (year !== undefined && isIsoDate(day_)) return { value: day_ };
    }
    return { problem: 'DATE_UNREADABLE' };
  },
};

function numberOf(pattern: RegExp, hint: FieldKind<number>['hint']): FieldKind<number> {
  return {
    isRequired: true,
    hint,
    parse(given) {
      const folded = given.normalize('NFKC').replaceAll(',', '');
      return pattern.test(folded) ? { value: Number(folded) } : { problem: 'NUMBER_UNREADABLE' };
    },
  };
}

export const integer = numberOf(/^-?\d{1,9}$/, { en: 'whole number', zh: '整数' });
export const decimal = numberOf(/^-?\d{1,12}(?:\.\d{1,6})?$/, { en: 'number', zh: '数值' });

const YES = new Set(['是', '有', '1', 'Y', 'YES', 'TRUE', '√']);
const NO = new Set(['否', '无', '0', 'N', 'NO', 'FALSE', '×']);

export const yesOrNo: FieldKind<boolean> = {
  isRequired: true,
  hint: { en: 'yes or no', zh: '是或否' },
  choices: ['是', '否'],
  parse(given) {
    const word = given.normalize('NFKC').toUpperCase();
    if (YES.has(word)) return { value: true };
    return NO.has(word) ? { value: false } : { problem: 'CHOICE_UNKNOWN' };
  },
};

/**
 * One of the values of a list, by its Chinese or English wording, its official code or its name here.
 * @param alsoWritten further ways in which registers write a value
 */
export function oneOf<Value extends string>(
  list: LabelledEnum<Value>,
  alsoWritten: Readonly<Record<string, NoInfer<Value>>> = {},
): FieldKind<Value> {
  const known = new Map<string, Value>(Object.entries(alsoWritten));
  for (const value of list.values) {
    const { en, zh, code } = list.terms[value];
    for (const wording of [value, en.toUpperCase(), zh, ...(code === undefined ? [] : [code])])
      if (!known.has(wording)) known.set(wording, value);
  }
  return {
    isRequired: true,
    hint: { en: list.name, zh: list.values.map((value) => list.terms[value].zh).join('、') },
    choices: list.values.map((value) => list.terms[value].zh),
    parse(given) {
      const value = known.get(given) ?? known.get(given.normalize('NFKC').toUpperCase());
      return value === undefined ? { problem: 'CHOICE_UNKNOWN' } : { value };
    },
  };
}

/** Several values of a list in one cell, between commas or semicolons of either script. */
export function someOf<Value extends string>(list: LabelledEnum<Value>): FieldKind<Value[]> {
  const one = oneOf(list);
  return {
    isRequired: true,
    hint: { en: `${list.name}, with semicolons between`, zh: `${one.hint.zh};多个值用分号隔开` },
    parse(given) {
      const values: Value[] = [];
      for (const part of partsOf(given)) {
        const read = one.parse(part);
        if ('problem' in read) return read;
        values.push(read.value);
      }
      return { value: values };
    },
  };
}

const MONTH_FORMS = [/^(\d{4})[-/.](\d{1,2})$/, /^(\d{4})年(\d{1,2})月$/, /^(\d{4})(\d{2})$/];

/** A month, as YYYY-MM: 2026-09, 2026/9, 2026.9, 2026年9月 or 202609. */
export const month: FieldKind<string> = {
  isRequired: true,
  hint: { en: 'month, YYYY-MM', zh: '月份，如2026-09' },
  parse(given) {
    const folded = given.normalize('NFKC');
    for (const form of MONTH_FORMS) {
      const [, year, number = ''] = form.exec(folded) ?? [];
      const value = `${year}-${number.padStart(2, '0')}`;
      if (year !== undefined && isIsoDate(`${value}-01`)) return { value };
    }
    return { problem: 'MONTH_UNREADABLE' };
  },
};
