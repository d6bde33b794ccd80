import type { Caller } from '../../_kit/access/caller.js';
import { DIGITS_OF_LEVEL } from '../../_kit/schema/division-prefix.js';
import type { Body } from '../casework/body.enums.js';
import type { ReferralReason } from './referral.enums.js';

/** A body at its place. */
export interface ReferralOffice {
  readonly body: Body;
  /** Township of 9 digits or code of the school; null for a body of the county. */
  readonly code: string | null;
}

/** What an agency of the hub is among the bodies. */
export const COUNTY_BODY: Readonly<Record<string, Body>> = {
  coordination: 'COORDINATION',
  education: 'EDUCATION',
  police: 'POLICE',
  'civil-affairs': 'CIVIL_AFFAIRS',
  disability: 'DISABILITY',
  labour: 'LABOUR',
  poverty: 'POVERTY',
};

/** What a caller's office is; villages, classes and whoever stands above the county send and answer nothing. */
export function ownOffices({
  agency,
  jurisdiction,
}: Pick<Caller, 'agency' | 'jurisdiction'>): readonly ReferralOffice[] {
  return jurisdiction.flatMap(({ kind, code }): ReferralOffice[] => {
    if (kind === 'SCHOOL') return agency === 'education' ? [{ body: 'SCHOOL', code }] : [];
    if (kind !== 'DIVISION') return [];
    if (code.length === DIGITS_OF_LEVEL.TOWNSHIP)
      return agency === 'coordination' ? [{ body: 'TOWNSHIP', code }] : [];
    const body = COUNTY_BODY[agency];
    return code.length === DIGITS_OF_LEVEL.COUNTY && body ? [{ body, code: null }] : [];
  });
}

/** Bodies of the county without officers in the hub. */
const OUTSIDE: readonly Body[] = [
  'HEALTH',
  'MARKET_SUPERVISION',
  'YOUTH_LEAGUE',
  'WOMENS_FEDERATION',
  'JUSTICE',
  'PROCURATORATE',
  'COURT',
];

/** As whom a caller answers: what bodies without officers in the hub reply is entered by the leading group's office. */
export function answeringOffices(caller: Pick<Caller, 'agency' | 'jurisdiction'>): readonly ReferralOffice[] {
  return ownOffices(caller).flatMap((office) =>
    office.body === 'COORDINATION' ? [office, ...OUTSIDE.map((body) => ({ body, code: null }))] : [office],
  );
}

export function isAmong(
  offices: readonly ReferralOffice[],
  body: string,
  code: string | null | undefined,
): boolean {
  return offices.some((office) => office.body === body && office.code === (code ?? null));
}

/** Whose duty it is to see to what, by the plans of the counties (policies/README.md, items 55 to 168). */
const RECEIVERS: Readonly<Record<ReferralReason, readonly Body[]>> = {
  CHILD_AT_WORK: ['LABOUR', 'MARKET_SUPERVISION'],
  DISABILITY_CONFIRMATION: ['DISABILITY'],
  WHEREABOUTS: ['POLICE'],
  AID: ['CIVIL_AFFAIRS'],
  CARE: ['CIVIL_AFFAIRS', 'WOMENS_FEDERATION', 'YOUTH_LEAGUE'],
  MEDICAL_HELP: ['HEALTH'],
  POVERTY_HELP: ['POVERTY'],
  RELOCATED_FAMILY: ['POVERTY'],
  GUARDIANSHIP: ['POLICE', 'JUSTICE'],
  LEGAL_AID: ['JUSTICE'],
  LEGAL_ACTION: ['COURT', 'PROCURATORATE', 'JUSTICE', 'POLICE'],
  PSYCHOLOGICAL_SUPPORT: ['SCHOOL'],
  PLACEMENT: ['EDUCATION', 'SCHOOL'],
  ENROLMENT: ['TOWNSHIP', 'SCHOOL'],
  HARDSHIP: ['TOWNSHIP', 'EDUCATION'],
};

export const seesTo = (body: Body, reason: ReferralReason): boolean => RECEIVERS[reason].includes(body);
