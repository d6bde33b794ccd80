import type { EmployerRecordErrorCode } from './employer-records.enums.js';

/** Why something can't be recorded, and the field of the input at fault. */
export type Refusal = readonly [code: EmployerRecordErrorCode, field: string];

/** 劳动保障监察条例 第十六条 */
const INSPECTORS_AT_LEAST = 2;
const SITE_MOST_CHARACTERS = 60;
const NUMBER_OF_A_PERSON = /\d{7,}/;

export interface InspectionFacts {
  /** YYYY-MM-DD */
  readonly inspectedOn: string;
  readonly inspectors: number;
  readonly minorsFound: number;
  readonly minorsInBusiness?: number | null;
  readonly personsMet?: number | null;
  readonly site?: string | null;
}

/** @param today YYYY-MM-DD in Asia/Shanghai */
export function inspectionFault(facts: InspectionFacts, today: string): Refusal | null {
  const { inspectedOn, inspectors, minorsFound, minorsInBusiness, personsMet, site } = facts;
  if (inspectedOn > today) return ['DATE_IN_FUTURE', 'inspectedOn'];
  if (inspectors < INSPECTORS_AT_LEAST) return ['INSPECTORS_TOO_FEW', 'inspectors'];
  if (minorsFound < 0) return ['COUNT_INVALID', 'minorsFound'];
  if (minorsInBusiness != null && minorsInBusiness < 0) return ['COUNT_INVALID', 'minorsInBusiness'];
  if (personsMet != null && personsMet < minorsFound) return ['COUNT_INVALID', 'personsMet'];
  return site == null || isSite(site) ? null : ['SITE_INVALID', 'site'];
}

function isSite(site: string): boolean {
  const { length } = [...site.trim()];
  return (
    length > 0 && length <= SITE_MOST_CHARACTERS && !NUMBER_OF_A_PERSON.test(site.replaceAll(/[\s-]/g, ''))
  );
}

export interface SanctionFacts {
  readonly kind: string;
  /** YYYY-MM-DD */
  readonly decidedOn: string;
  readonly amountYuan?: number | null;
}

/** @param today YYYY-MM-DD in Asia/Shanghai */
export function sanctionFault({ kind, decidedOn, amountYuan }: SanctionFacts, today: string): Refusal | null {
  if (decidedOn > today) return ['DATE_IN_FUTURE', 'decidedOn'];
  const isAmountRight = kind === 'FINE' ? amountYuan != null && amountYuan > 0 : amountYuan == null;
  return isAmountRight ? null : ['AMOUNT_INVALID', 'amountYuan'];
}
