import { parseIsoDate } from '../../../policies/iso-date.js';
import { academicYearOf } from '../../../policies/school-calendar.js';
import type { Scope } from './responsibility-places.js';
import type { ResponsibilityPlaceKind } from './responsibility.enums.js';

/** A place to which a child belongs by the registers of today, and the days that its source gives. */
export interface DatedScope extends Scope {
  /** YYYY-MM-DD; null where the source gives none. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface PlacesOn {
  readonly scopes: readonly Scope[];
  /** Kinds of places of which no register says where the child belonged on the day. */
  readonly unknown: readonly ResponsibilityPlaceKind[];
}

const KIND_OF: Readonly<Record<string, ResponsibilityPlaceKind>> = {
  RESIDENCE: 'DIVISION',
  REGISTERED: 'DIVISION',
  SCHOOL: 'SCHOOL',
  CLASS: 'CLASS',
};
const KINDS: readonly ResponsibilityPlaceKind[] = ['DIVISION', 'SCHOOL', 'CLASS'];

/**
 * Where a child belonged on a day that is not today. The hub keeps the places of today with the day from which each is
 * known to hold. On a day before that, or one to come, it may have been another: that is unknown, and neither today's nor
 * none. A class is one of its school year.
 */
export function placesOn(scopes: readonly DatedScope[], day: string, today: string): PlacesOn {
  const yearOf = (date: string) => academicYearOf(parseIsoDate(date));
  const isOfYear = yearOf(day) === yearOf(today);
  const held = scopes.filter(
    ({ kind, validFrom, validTo }) =>
      validFrom !== null && validFrom <= day && day <= (validTo ?? today) && (kind !== 'CLASS' || isOfYear),
  );
  // The residence decides: that a child was registered somewhere does not say that it lived there.
  const decides = scopes.some(({ kind }) => kind === 'RESIDENCE') ? 'RESIDENCE' : 'REGISTERED';
  const known = held.filter(({ kind }) => KIND_OF[kind] !== 'DIVISION' || kind === decides);
  return {
    scopes: known.map(({ kind, code }) => ({ kind, code })),
    unknown: KINDS.filter((wanted) => !known.some(({ kind }) => KIND_OF[kind] === wanted)),
  };
}
