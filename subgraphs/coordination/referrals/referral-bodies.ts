import type { Caller } from '../../_kit/access/caller.js';
import { DIGITS_OF_LEVEL } from '../../_kit/schema/division-prefix.js';
import type { Body } from '../casework/body.enums.js';
import { isInspector } from '../duties/acting-bodies.js';

/** A body at its place. */
export interface ReferralOffice {
  readonly body: Body;
  /** Township of 9 digits, village of 12 or code of the school; null for a body of the county. */
  readonly code: string | null;
}

type Officer = Pick<Caller, 'agency' | 'jurisdiction' | 'scopes'>;

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

/** What a caller's office is; classes and whoever stands above the county send and answer nothing. */
export function ownOffices(officer: Officer): readonly ReferralOffice[] {
  return officer.jurisdiction.flatMap(({ kind, code }): ReferralOffice[] => {
    if (kind === 'SCHOOL') return officer.agency === 'education' ? [{ body: 'SCHOOL', code }] : [];
    const body = kind === 'DIVISION' ? bodyAt(officer, code) : undefined;
    return body ? [{ body, code: code.length === DIGITS_OF_LEVEL.COUNTY ? null : code }] : [];
  });
}

function bodyAt(officer: Officer, code: string): Body | undefined {
  const { agency } = officer;
  switch (code.length) {
    case DIGITS_OF_LEVEL.COUNTY:
      return agency === 'coordination' && isInspector(officer) ? 'INSPECTION_OFFICE' : COUNTY_BODY[agency];
    case DIGITS_OF_LEVEL.TOWNSHIP:
      if (agency === 'education') return 'EDUCATION_OFFICE';
      return agency === 'coordination' ? 'TOWNSHIP' : undefined;
    case DIGITS_OF_LEVEL.VILLAGE:
      return agency === 'coordination' ? 'VILLAGE' : undefined;
    default:
      return undefined;
  }
}

/** Bodies without officers in the hub, by who enters what they reply: at the same place, and for nobody else's. */
const ENTERS_FOR: Partial<Readonly<Record<Body, readonly Body[]>>> = {
  COORDINATION: [
    'HEALTH',
    'MARKET_SUPERVISION',
    'YOUTH_LEAGUE',
    'WOMENS_FEDERATION',
    'JUSTICE',
    'PROCURATORATE',
    'COURT',
    'FINANCE',
    'CULTURE',
    'POLITICAL_LEGAL',
  ],
  // It keeps the register of relocated households.
  POVERTY: ['RELOCATION'],
  TOWNSHIP: ['EDUCATION_OFFICE', 'PLANNING'],
};

/** As whom a caller answers: as its own office, and as the bodies without officers for which that office enters replies. */
export function answeringOffices(officer: Officer): readonly ReferralOffice[] {
  return ownOffices(officer).flatMap(({ body, code }) =>
    [body, ...(ENTERS_FOR[body] ?? [])].map((each) => ({ body: each, code })),
  );
}

export function isAmong(
  offices: readonly ReferralOffice[],
  body: string,
  code: string | null | undefined,
): boolean {
  return offices.some((office) => office.body === body && office.code === (code ?? null));
}
