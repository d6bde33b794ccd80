import type { Body, EnforcementStep } from '../casework/casework.enums.js';

/** 机关代字: what stands for the body behind the name of its place. */
const BODY_WORDS: { readonly [Issuer in Body]?: string } = {
  TOWNSHIP: '政',
  EDUCATION: '教',
  SCHOOL: '校',
  POLICE: '公',
};
/** What stands for the kind of document. */
const KIND_WORDS: Readonly<Record<EnforcementStep, string>> = {
  ENROLMENT_NOTICE: '入通',
  RETURN_ORDER: '限',
  CRITICISM_EDUCATION: '批教',
  RECTIFICATION_ORDER: '责改',
  JUDICIAL_DOCUMENT: '司督',
  LEGAL_LIABILITY: '究责',
};
const RETURN_WORDS = { ENROL: '限入', RETURN: '限复' } as const;

export interface OrderSeries {
  readonly issuedBy: Body;
  /** Name of the place or school of the issuer. */
  readonly issuerName: string;
  readonly step: EnforcementStep;
  readonly kind: 'ENROL' | 'RETURN';
  readonly year: number;
}

/** 印江土家族苗族自治县 is 印江, 合水镇 is 合水. */
function shortName(name: string): string {
  return name
    .replace(/^(.{2,3}?)(?:\p{Script=Han}{1,4}族)+自治[县区旗]$/u, '$1')
    .replace(/(?<=..)(?:街道办事处|街道|民族乡|[镇乡县市区])$/u, '');
}

/** What all numbers of a series begin with, for example 合水政限复〔2026〕. */
export function seriesOf({ issuedBy, issuerName, step, kind, year }: OrderSeries): string {
  const kindWord = step === 'RETURN_ORDER' ? RETURN_WORDS[kind] : KIND_WORDS[step];
  return `${shortName(issuerName)}${BODY_WORDS[issuedBy] ?? ''}${kindWord}〔${year}〕`;
}

/** Number of a document (发文字号, GB/T 9704-2012 7.2.5): no leading zero, no 第. */
export function orderNumberOf(series: OrderSeries, number: number): string {
  return `${seriesOf(series)}${number}号`;
}
