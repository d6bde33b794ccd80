import { DIGITS_AT_LEVEL } from './frame/divisions.js';
import type { Child, Family, PlantedIdentity } from './views.js';

/** A child to begin with: something in the registers of all six agencies and in the fieldwork. */
export interface SampleChild {
  readonly child: Child;
  readonly identity: PlantedIdentity;
  /** Number of the household that police register the child in. */
  readonly householdNumber: string;
  /** Where the child lives and learns: a 12-digit township and village, a school and a class. */
  readonly places: {
    readonly township: string;
    readonly village: string;
    readonly school: string;
    readonly schoolClass: string;
  };
}

/** Facts that make a support picture worth showing; the showcase family of every county has a child with all. */
export function isRichInFacts({
  truth,
  education,
  civilAffairs,
  disability,
  labour,
  poverty,
  fieldwork,
}: Child): boolean {
  return (
    truth.errorClass === null &&
    education?.statusRecords.length === 1 &&
    education.absences.length > 0 &&
    education.aidAwards.length > 0 &&
    (civilAffairs?.subsistenceAllowances.length ?? 0) > 0 &&
    disability?.certificate != null &&
    (labour?.guardiansWorkingAway.length ?? 0) > 0 &&
    poverty?.household != null &&
    poverty.measures.length > 0 &&
    fieldwork !== null
  );
}

/** The sample child of a family, if it has one. Offered families in order, the first answer is family 0's. */
export function sampleChild(family: Family): SampleChild | null {
  const child = family.children.find(isRichInFacts);
  const registration = child?.police?.registrations[0];
  const record = child?.education?.statusRecords[0];
  const village = child?.truth.residenceDivision;
  if (!child || !registration || !record?.classCode || !village) return null;
  return {
    child,
    identity: {
      residentIdNumber: registration.identity.residentIdNumber,
      sourceKey: registration.sourceKey,
      agency: 'police',
    },
    householdNumber: registration.householdNumber,
    places: {
      township: village.slice(0, DIGITS_AT_LEVEL.TOWNSHIP).padEnd(12, '0'),
      village,
      school: record.schoolCode,
      schoolClass: record.classCode,
    },
  };
}
