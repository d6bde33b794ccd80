import type { EnforcementStep } from '../../../subgraphs/coordination/casework/enforcement-order.enums.js';

/** What a document of an order is filled with; what isn't known stays a blank to be filled by hand. */
export interface OrderFields {
  readonly orderNumber: string;
  readonly step: EnforcementStep;
  readonly kind: 'ENROL' | 'RETURN';
  /** Full name of the office. */
  readonly issuer: string;
  /** YYYY-MM-DD. */
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly basis: string | null;
  readonly child: {
    readonly name: string | null;
    readonly sex: string | null;
    readonly birthDate: string | null;
    readonly schoolName: string | null;
  };
  /** Legal guardians, else those who look after the child. */
  readonly guardians: readonly string[];
}

/** A document of one step. Its file is found by its name: `<step in kebab case>.template.ts`. */
export interface OrderTemplate {
  readonly title: (fields: OrderFields) => string;
  /** Paragraphs below the addressee. */
  readonly body: (fields: OrderFields) => readonly string[];
}

const BLANK = '＿＿＿＿＿＿';

export const orBlank = (text: string | null): string => text ?? BLANK;

/** 2026年9月1日 (GB/T 9704-2012 7.3.5: Arabic numerals without leading zeros). */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The child as the body of a document names it. */
export function childInWords({ child }: OrderFields): string {
  const born = child.birthDate === null ? BLANK : dayInWords(child.birthDate);
  return `${orBlank(child.name)}（${orBlank(child.sex)}，${born}出生）`;
}
