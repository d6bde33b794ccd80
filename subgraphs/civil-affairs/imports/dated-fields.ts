import { CHILD_KEY, childFields, residence } from '../../_kit/import/child-fields.js';
import { optional } from '../../_kit/import/field-kind.js';
import { divisionCode } from '../../_kit/import/number-fields.js';
import { date } from '../../_kit/import/plain-fields.js';

/** Columns of a list whose records hold for a time. */
export const datedFields = {
  ...childFields,
  startedOn: date,
  endedOn: optional(date),
  divisionCode,
};

/** A child has one record of a kind that begins on a day. */
export const DATED_KEY = [...CHILD_KEY, 'startedOn'] as const;

interface DatedValues {
  readonly divisionCode: string;
  readonly endedOn: string | null;
}

export function scopesOfDated({ divisionCode: code, endedOn }: DatedValues, asOf: string) {
  return residence(code, endedOn === null || endedOn >= asOf);
}
