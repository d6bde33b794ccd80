import type { IsoDate } from '../../policies/iso-date.js';
import type { IdentifiedRecord, RecordedGuardian, RecordedIdentity } from './identity.js';

/** The police registers on one child (公安). */
export interface PoliceView {
  /** Of the first registration, or of the floating-population record of an incomer. */
  readonly identity: RecordedIdentity;
  /** Row key of that record. */
  readonly sourceKey: string;
  /** 12-digit village code where the police hold the child to live. */
  readonly residenceDivision: string;
  /** None: registered elsewhere or not at all. Two: registered twice (双重户籍); each has its own identity. */
  readonly registrations: readonly ResidentRegistration[];
  readonly guardians: readonly RecordedGuardian[];
  readonly residencePermits: readonly ResidencePermit[];
  readonly floatingPopulation: readonly FloatingPopulationRecord[];
  readonly missingDeterminations: readonly MissingPersonDetermination[];
  /** Custody or a specialised school (专门学校), restricted. */
  readonly legalCustody: LegalCustody | null;
  /** Penalties of guardians, bullying and the like, restricted. */
  readonly policeActions: readonly PoliceAction[];
  /** Exit record at the border (出入境记录). */
  readonly borderExit: { readonly leftOn: IsoDate; readonly destination: string } | null;
}

/** Household-register entry of a resident (常住人口). */
export interface ResidentRegistration extends IdentifiedRecord {
  /** Raw numbers that the police know this person to have had. */
  readonly formerResidentIdNumbers: readonly string[];
  readonly formerNames: readonly string[];
  /** GB/T 3304: 01 Han, 03 Hui, 05 Uyghur, 06 Miao, 15 Tujia, 17 Kazakh. */
  readonly ethnicGroupCode: string;
  /** 12-digit village code of the household register. */
  readonly registeredDivision: string;
  readonly householdNumber: string;
  /** GB/T 4761 relation to the householder: 20 son, 30 daughter, 41–44 grandchild, 97 other kin … */
  readonly relationToHouseholderCode: string;
  readonly registeredOn: IsoDate;
  readonly cancelledOn: IsoDate | null;
  readonly cancelReason: 'DEATH' | 'MOVED_OUT' | 'DUPLICATE' | 'EMIGRATED' | null;
  readonly form: ResidentForm;
}

/** Further items of the register form (公通字〔1995〕91号). */
export interface ResidentForm {
  readonly birthplace: string;
  /** 籍贯. */
  readonly nativePlace: string;
  readonly highestEducation: 'NONE' | 'PRIMARY' | 'JUNIOR_SECONDARY';
  readonly occupation: string;
  readonly maritalStatusCode: '10';
  /** Null for a child who was born here. */
  readonly movedFrom: string | null;
  readonly movedInOn: IsoDate | null;
  /** 人户分离, as far as police know. */
  readonly livesApartFromRegistration: boolean;
}

/** Household of the register (户), listed once per family in `Family.households`. */
export interface PoliceHousehold {
  readonly householdNumber: string;
  readonly kind: 'FAMILY' | 'COLLECTIVE';
  readonly householderName: string;
  /** 12-digit village code of the address. */
  readonly addressDivision: string;
  /** Villagers' group or street and house, without names. */
  readonly address: string;
  readonly establishedOn: IsoDate;
  /** Adults and children who are registered here, householder first. */
  readonly members: readonly HouseholdMember[];
}

export interface HouseholdMember {
  readonly residentIdNumber: string | null;
  readonly name: string;
  readonly sex: 'MALE' | 'FEMALE';
  readonly birthDate: IsoDate;
  /** GB/T 4761; 02 householder, 10 spouse, 20 son, 30 daughter, 41–44 grandchild. */
  readonly relationToHouseholderCode: string;
  /** Key of the child in this family, null for adults. */
  readonly childKey: string | null;
}

export interface ResidencePermit {
  readonly permitNumber: string;
  readonly issuedOn: IsoDate;
  /** Renewed yearly; some have run out. */
  readonly expiresOn: IsoDate;
  readonly addressDivision: string;
  /** Whose work, home or study is the ground. */
  readonly ground: 'WORK' | 'HOME' | 'STUDY';
}

export interface FloatingPopulationRecord {
  /** IN: lives here, registered elsewhere. OUT: registered here, lives elsewhere. */
  readonly direction: 'IN' | 'OUT';
  /** IN: 6-digit county of register; OUT: 6-digit county of destination. */
  readonly otherCountyCode: string;
  readonly otherPlaceName: string;
  readonly since: IsoDate;
  readonly until: IsoDate | null;
  /** 12-digit village code inside this county. */
  readonly localDivision: string;
  readonly reason: 'PARENTS_WORK' | 'STUDY' | 'OTHER';
}

/** Finding of the police on a child nobody can reach (疑似失踪失联儿童界定; 印府办发〔2020〕19号). */
export interface MissingPersonDetermination {
  readonly requestedOn: IsoDate;
  readonly requestedBy: 'EDUCATION' | 'TOWNSHIP' | 'SCHOOL' | 'FAMILY';
  /** Null while the request is open. */
  readonly determinedOn: IsoDate | null;
  readonly result: 'MISSING' | 'CONTACT_FOUND' | 'NO_SUCH_PERSON' | null;
}

export interface PoliceAction {
  readonly kind: 'GUARDIAN_PENALTY' | 'SCHOOL_DISORDER' | 'BULLYING' | 'ASSAULT';
  readonly role: 'VICTIM' | 'OFFENDER' | 'CHILD_OF_OFFENDER';
  readonly decidedOn: IsoDate;
  readonly documentNumber: string;
}

export interface LegalCustody {
  readonly kind: 'SPECIALISED_SCHOOL' | 'CUSTODY';
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  readonly documentNumber: string;
}
