import type { Caller } from '../../_kit/access/caller.js';
import type { Body } from '../casework/body.enums.js';

const TOWNSHIP_DIGITS = 9;
const COUNTY_DIGITS = 6;

/** Bodies without officers in the hub: the leading group's office enters the documents that they have issued. */
export const OUTSIDE_BODIES: ReadonlySet<Body> = new Set(['JUSTICE', 'PROCURATORATE', 'COURT']);

export interface IssuingBody {
  readonly body: Body;
  /** Division of 6 or 9 digits, or code of the school, whose numbers it takes. */
  readonly code: string;
}

/** As which bodies a caller may issue an order about a child of a township. @param townshipCode 12 digits */
export function issuingBodies(
  { agency, jurisdiction }: Pick<Caller, 'agency' | 'jurisdiction'>,
  {
    townshipCode,
    schoolCode,
  }: { readonly townshipCode: string; readonly schoolCode?: string | null | undefined },
): IssuingBody[] {
  return jurisdiction.flatMap(({ kind, code }): IssuingBody[] => {
    if (kind === 'SCHOOL')
      // A child who never went to school gets its notice from the school of its catchment.
      return agency === 'education' && (schoolCode == null || schoolCode === code)
        ? [{ body: 'SCHOOL', code }]
        : [];
    if (kind !== 'DIVISION' || !townshipCode.startsWith(code)) return [];
    if (code.length === TOWNSHIP_DIGITS) return agency === 'coordination' ? [{ body: 'TOWNSHIP', code }] : [];
    if (code.length !== COUNTY_DIGITS) return [];
    if (agency === 'education') return [{ body: 'EDUCATION', code }];
    if (agency === 'police') return [{ body: 'POLICE', code }];
    return agency === 'coordination' ? [...OUTSIDE_BODIES].map((body) => ({ body, code })) : [];
  });
}
