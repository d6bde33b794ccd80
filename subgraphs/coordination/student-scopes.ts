import type { ScopeKind } from '../_kit/student/student-scope.entity.js';
import { schoolPlacesOf } from './current-schooling.js';
import type { ChildRecords } from './link-aliases.js';
import type { Residence } from './residence.js';

/** Where a child belongs, as it is published to every agency. */
export interface PublishedScope {
  readonly studentId: string;
  readonly canonicalId: string;
  readonly kind: ScopeKind;
  readonly code: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly origin: string;
}

/** Says which rows are coordination's when an agency also writes some from its own columns. */
const ORIGIN = 'SCHOOL_AGE_REGISTER';

/**
 * Scope rows of every id of the child: registration (every one that stands, or the last one), residence, and the
 * schools and classes that answer for it.
 */
export function scopesOf(
  { canonicalId, memberIds, facts }: ChildRecords,
  residence: Residence,
): PublishedScope[] {
  const standing = facts.rows.resident.filter(({ cancelledOn }) => cancelledOn === null);
  const registrations = standing.length > 0 ? standing : facts.rows.resident;
  const places = schoolPlacesOf(facts);
  const wanted = new Map<string, { kind: ScopeKind; code: string }>();
  const add = (kind: ScopeKind, code: string | null) => {
    if (code) wanted.set(`${kind} ${code}`, { kind, code });
  };
  for (const { registeredDivisionCode } of registrations) add('REGISTERED', registeredDivisionCode);
  add('RESIDENCE', residence.divisionCode);
  for (const { schoolCode, classCode } of places) {
    add('SCHOOL', schoolCode);
    add('CLASS', classCode);
  }
  return memberIds.flatMap((studentId) =>
    [...wanted.values()].map(({ kind, code }) => ({
      studentId,
      canonicalId,
      kind,
      code,
      validFrom: null,
      validTo: null,
      origin: ORIGIN,
    })),
  );
}
