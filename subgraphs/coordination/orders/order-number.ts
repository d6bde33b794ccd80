import type { Body } from '../casework/body.enums.js';
import type { EnforcementStep } from '../casework/enforcement-order.enums.js';

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
  return withoutPeoples(name).replace(/(?<=..)(?:街道办事处|街道|民族乡|[镇乡县市区])$/u, '');
}

const AUTONOMOUS = /自治[县区旗]$/u;
/** Characters of the longest name of a people that stands in a county's, before its 族: 柯尔克孜. */
const LONGEST_PEOPLE = 4;

/** The place of an autonomous county, without the peoples: two characters, or three where else no people's name is left. */
function withoutPeoples(name: string): string {
  const [first = ''] = name.split('族');
  const characters = [...first];
  if (!AUTONOMOUS.test(name) || first === name || characters.length < 3) return name;
  return characters.slice(0, characters.length - 2 > LONGEST_PEOPLE ? 3 : 2).join('');
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
