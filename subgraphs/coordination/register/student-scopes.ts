import type { ScopeKind } from '../../_kit/student/student-scope.entity.js';
import { schoolPlacesOf } from '../standing/current-schooling.js';
import type { DueSchool } from '../standing/due-school.js';
import type { ChildRecords } from './child-records.js';
import type { Residence } from '../standing/residence.js';

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

type Place = Pick<PublishedScope, 'kind' | 'code' | 'validFrom' | 'validTo'>;

/** Says which rows are coordination's when an agency also writes some from its own columns. */
export const SCHOOL_AGE_ORIGIN = 'SCHOOL_AGE_REGISTER';

/** Of what the change feeds have told since a run pinned the registers: it holds until a run knows of it. */
export const CHANGE_FEED_ORIGIN = 'CHANGE_FEED';

/**
 * Scope rows of every id of the child: registration (every one that stands, or the last one), residence, the schools
 * and classes that answer for it, and the school in whose catchment area it is due. Each holds from the day that its
 * source dates it.
 */
export function scopesOf(
  { canonicalId, memberIds, facts }: ChildRecords,
  residence: Residence,
  due: DueSchool | null,
): PublishedScope[] {
  const standing = facts.rows.resident.filter(({ cancelledOn }) => cancelledOn === null);
  const registrations = standing.length > 0 ? standing : facts.rows.resident;
  const places = schoolPlacesOf(facts);
  const wanted = new Map<string, Place>();
  const add = (
    kind: ScopeKind,
    code: string | null,
    validFrom: string | null,
    validTo: string | null = null,
  ) => {
    const key = `${kind} ${code}`;
    if (code && !wanted.has(key)) wanted.set(key, { kind, code, validFrom, validTo });
  };
  for (const { registeredDivisionCode, registeredOn } of registrations)
    add('REGISTERED', registeredDivisionCode, registeredOn);
  add('RESIDENCE', residence.divisionCode, residence.asOf);
  for (const { schoolCode, classCode, since } of places) {
    add('SCHOOL', schoolCode, since);
    add('CLASS', classCode, since);
  }
  if (due) add('CATCHMENT', due.schoolCode, due.validFrom, due.validTo);
  return memberIds.flatMap((studentId) =>
    [...wanted.values()].map((place) => ({ studentId, canonicalId, ...place, origin: SCHOOL_AGE_ORIGIN })),
  );
}
