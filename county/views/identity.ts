import type { IsoDate } from '../../policies/iso-date.js';

/** The six agencies whose registers hold children; coordination has no register of its own to load. */
export const REGISTER_AGENCIES = [
  'education',
  'police',
  'civil-affairs',
  'disability',
  'labour',
  'poverty',
] as const;
export type RegisterAgency = (typeof REGISTER_AGENCIES)[number];

export type Sex = 'MALE' | 'FEMALE';

/**
 * Who a record is about, AS ITS AGENCY WROTE IT; every part may be wrong.
 * `residentIdNumber` is the raw text of the feed (it can hold spaces, full-width digits, a lower-case x,
 * 15 digits, `6.52E+17`, or fail its check digit); null when the field is empty.
 * `name` is raw too (any separator dot, `?` or `□` for a character that the system lacks).
 */
export interface RecordedIdentity {
  readonly residentIdNumber: string | null;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: IsoDate;
}

/** Kin of a child as an agency recorded it. Enough for matching through a guardian (name, birth date and guardian's number). */
export interface RecordedGuardian {
  readonly name: string;
  readonly residentIdNumber: string | null;
  readonly relation: GuardianRelation;
  /** The kin who looks after the child today; parents who work away have `false`. */
  readonly isActualGuardian: boolean;
  /** FALSE for a grandparent etc. who stands in for parents who are away (代理监护人). */
  readonly isLegalGuardian: boolean;
  readonly phone: string | null;
}

export type GuardianRelation = 'FATHER' | 'MOTHER' | 'GRANDFATHER' | 'GRANDMOTHER' | 'OTHER_KIN' | 'NON_KIN';

/** A record that carries its own identity because an agency can hold several of one child (two registrations, two statuses). */
export interface IdentifiedRecord {
  /** Stable key of the row in its own register; provisional ids of children without a number derive from it. */
  readonly sourceKey: string;
  readonly identity: RecordedIdentity;
}
