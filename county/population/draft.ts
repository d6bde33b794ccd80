import type { DayNumber } from '../day-numbers.js';
import type {
  ClassRow,
  DisabilityCategory,
  DropoutReason,
  ErrorClass,
  ParentCircumstance,
  SchoolRow,
  Schooling,
  Sex,
} from '../views.js';

/** What is so about a family, before any register writes about it. */
export interface FamilyDraft {
  readonly index: number;
  readonly isShowcase: boolean;
  /** 0; 1 for the unrelated household of a namesake within the same family. */
  readonly householdSerial: number;
  readonly errorClass: ErrorClass | null;
  readonly ethnicGroupCode: string;
  readonly home: Home;
  readonly father: Parent;
  readonly mother: Parent;
  /** Parents of the father, who keep the household where it is a three-generation one. */
  readonly grandfather: Adult;
  readonly grandmother: Adult;
  readonly householder: 'FATHER' | 'GRANDFATHER';
  /** Father's sister or brother, who looks after children whose parents and grandparents cannot. */
  readonly otherKin: Adult;
  readonly hardship: Hardship;
  readonly children: readonly ChildDraft[];
}

export interface Home {
  /** LOCAL: registered and living here. OUTSIDE: registered here, lives elsewhere. INCOMER: the reverse. */
  readonly kind: 'LOCAL' | 'OUTSIDE' | 'INCOMER';
  readonly registeredVillage: string | null;
  readonly residenceVillage: string | null;
  /** Place of destination (OUTSIDE) or of the register (INCOMER). */
  readonly otherPlace: OtherPlace | null;
  /** Day of the move to where the family lives now; null when it always lived there. */
  readonly movedDay: DayNumber | null;
  readonly isInSeat: boolean;
}

export interface OtherPlace {
  readonly countyCode: string;
  readonly name: string;
  readonly isSameProvince: boolean;
}

export interface Adult {
  readonly name: string;
  readonly surname: string;
  readonly sex: Sex;
  readonly birthDay: DayNumber;
  readonly residentIdNumber: string;
}

export interface Parent extends Adult {
  readonly role: 'FATHER' | 'MOTHER';
  /** Null for the ordinary parent; DEAD parents appear in no household. */
  readonly circumstance: ParentCircumstance | null;
  readonly away: WorkAway | null;
  readonly disability: { readonly category: DisabilityCategory; readonly grade: 1 | 2 | 3 | 4 } | null;
}

export interface WorkAway {
  readonly place: OtherPlace;
  readonly industry: 'MANUFACTURING' | 'CONSTRUCTION' | 'SERVICES' | 'AGRICULTURE' | 'TRANSPORT';
  readonly sinceDay: DayNumber;
}

/** Household-level hardship; consistent with the parents' circumstances. */
export interface Hardship {
  readonly isRegisteredPoor: boolean;
  readonly isMonitored: boolean;
  readonly isRelocated: boolean;
  readonly hasSubsistenceAllowance: boolean;
  readonly isOrphaned: boolean;
  readonly isUnattended: boolean;
  readonly hasExtremePovertySupport: boolean;
}

export interface ChildDraft {
  /** 0–5 within the family; part of numbers and keys. */
  readonly slot: number;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDay: DayNumber;
  readonly residentIdNumber: string;
  /** Completed years on 31 August before the academic year. */
  readonly age: number;
  /** 0 before school, 1–9, 10 beyond. */
  readonly grade: number;
  readonly schooling: Schooling;
  /** Null unless on the roll of a school of this county, or last of one. */
  readonly school: SchoolRow | null;
  readonly schoolClass: ClassRow | null;
  readonly isBoarding: boolean;
  readonly disability: ChildDisability | null;
  readonly dropoutReason: DropoutReason | null;
  /** Day on which the child left school for good or died; null for who did not. */
  readonly outSince: DayNumber | null;
  /** An earlier time out of school that ended with the child's return. */
  readonly formerDropout: FormerDropout | null;
  /** The family's planted difference on its subject; CONFIRMED_NOT_ENROLLED of a child without any placement too. */
  readonly errorClass: ErrorClass | null;
}

export interface FormerDropout {
  readonly leftDay: DayNumber;
  readonly returnedDay: DayNumber;
  readonly reason: DropoutReason;
}

export interface ChildDisability {
  readonly category: DisabilityCategory;
  readonly components: readonly DisabilityCategory[];
  readonly grade: 1 | 2 | 3 | 4;
  readonly issuedDay: DayNumber;
  /** NONE: nobody has placed the child yet, so it is at home and not enrolled. */
  readonly placement: 'SPECIAL_SCHOOL' | 'REGULAR_CLASS' | 'HOME_TEACHING' | 'NOT_ABLE_TO_STUDY' | 'NONE';
}
