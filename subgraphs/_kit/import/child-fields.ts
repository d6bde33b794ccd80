import {
  birthDateOfResidentIdNumber,
  isResidentIdNumber,
  sexOfResidentIdNumber,
} from '../identity/resident-id-number.js';
import { SexEnum } from '../schema/person.enums.js';
import { optional, personal } from './field-kind.js';
import type { ChildProblem, ImportedChild, LocalScope } from './import-definition.js';
import { divisionCode, residentIdNumber } from './number-fields.js';
import { date, oneOf, personName, text } from './plain-fields.js';

/** Columns by which a list names a child: number and name, or the agency's own number of the child. */
export const childFields = {
  childNumber: optional(text),
  residentIdNumber: optional(residentIdNumber),
  name: personal(personName),
  sex: optional(oneOf(SexEnum)),
  birthDate: optional(personal(date)),
};

/** Columns of the list by which an agency says who its children are; its other lists name them by `recordNumber`. */
export const listedFields = {
  recordNumber: text,
  residentIdNumber: optional(residentIdNumber),
  name: personal(personName),
  sex: oneOf(SexEnum),
  birthDate: personal(date),
  residenceDivisionCode: divisionCode,
};

/** What such a list makes of a row: the child, and where it lives. */
export const ofListedChild = {
  childOf: ({
    recordNumber,
    ...values
  }: Omit<ImportedChild, 'childNumber'> & { readonly recordNumber: string }) =>
    namedChild({ ...values, childNumber: recordNumber }),
  scopesOf: ({ residenceDivisionCode }: { readonly residenceDivisionCode: string }) =>
    residence(residenceDivisionCode),
};

/** Fields that tell one child of a list from another. */
export const CHILD_KEY = ['childNumber', 'residentIdNumber', 'name'] as const;

/** The child that a row names, as far as it does. */
export function namedChild({ childNumber, residentIdNumber, name, sex, birthDate }: ImportedChild) {
  return { childNumber, residentIdNumber, name, sex, birthDate } satisfies ImportedChild;
}

export interface DescribedChild extends ImportedChild {
  /** As recorded, else as the number states them (GB 11643-1999). */
  readonly described: { readonly sex: string; readonly birthDate: string };
}

/** The same for a table that keeps sex and birth date. */
export function describedChild(values: ImportedChild): DescribedChild | ChildProblem {
  const child = namedChild(values);
  const number =
    child.residentIdNumber !== null && isResidentIdNumber(child.residentIdNumber)
      ? child.residentIdNumber
      : null;
  const sex = child.sex ?? (number && sexOfResidentIdNumber(number));
  const birthDate = child.birthDate ?? (number && birthDateOfResidentIdNumber(number));
  return sex === null || birthDate === null
    ? { field: 'residentIdNumber', problem: 'CHILD_UNTELLABLE' }
    : { ...child, described: { sex, birthDate } };
}

/** Where the register files the child, as long as the record holds. */
export function residence(code: string | null, holds = true): LocalScope[] {
  return code === null || !holds ? [] : [{ kind: 'RESIDENCE', code }];
}
