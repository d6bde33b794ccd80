import { isValidResidentNumber } from '../../county/resident-number.js';
import { ERROR_CLASSES, type Child, type ErrorClass, type Family } from '../../county/views.js';
import { allFamilies, county, plainName } from './counties.js';

const list = allFamilies(county('yinjiang', 6000));
list.push(...allFamilies(county('changji', 3000)));

/** The children that a class is planted on, with their families. */
function cases(errorClass: ErrorClass): { child: Child; family: Family }[] {
  const found = list.flatMap((family) =>
    family.children
      .filter(({ truth }) => truth.errorClass === errorClass)
      .map((child) => ({ child, family })),
  );
  expect(found.length).toBeGreaterThan(0);
  return found;
}

const status = (child: Child) => child.education?.statusRecords[0];
const hasStatus = (child: Child) => (child.education?.statusRecords.length ?? 0) > 0;

/** What a class must look like in the registers. */
const SHOWS: Readonly<Record<ErrorClass, (child: Child, family: Family) => boolean>> = {
  ID_CORRECTED: (child) => {
    const number = status(child)?.identity.residentIdNumber;
    return (
      number !== child.truth.residentIdNumber &&
      status(child)?.idVerification !== 'VERIFIED' &&
      status(child)?.studentStatusNumber.startsWith('L') === true &&
      child.police?.identity.residentIdNumber === child.truth.residentIdNumber
    );
  },
  NAME_CORRECTED: (child) =>
    plainName(status(child)?.identity.name ?? '') !== plainName(child.truth.name) &&
    child.police?.identity.name === child.truth.name,
  AMBIGUOUS: (child, { children }) =>
    status(child)?.identity.residentIdNumber === null &&
    children.filter(
      ({ truth }) => truth.name === child.truth.name && truth.birthDate === child.truth.birthDate,
    ).length === 2,
  DUPLICATE_ID_REFERRED: (child, { children }) =>
    children.filter((other) => status(other)?.identity.residentIdNumber === child.truth.residentIdNumber)
      .length === 2,
  DUPLICATE_HOUSEHOLD: ({ police }) =>
    new Set(police?.registrations.map(({ identity }) => identity.residentIdNumber)).size === 2 &&
    new Set(police?.registrations.map(({ identity }) => identity.birthDate)).size === 1,
  DUPLICATE_STATUS: ({ education }) =>
    new Set(education?.statusRecords.map(({ schoolCode }) => schoolCode)).size === 2,
  EMPTY_REGISTRATION: (child) => child.police !== null && child.education === null && child.poverty === null,
  PERSON_NOT_FOUND: (child) => !child.truth.exists && child.police !== null && child.education === null,
  ID_CHANGED: (child) =>
    child.police?.registrations[0]?.formerResidentIdNumbers[0] === status(child)?.identity.residentIdNumber &&
    child.police?.identity.residentIdNumber !== status(child)?.identity.residentIdNumber,
  DECEASED: (child) =>
    (child.police?.registrations[0]?.cancelReason === 'DEATH') !== (status(child)?.stateCode === '11'),
  UNREGISTERED_BIRTH: (child, { households }) =>
    child.police === null &&
    status(child)?.identity.residentIdNumber === null &&
    households.every(({ members }) => members.every(({ childKey }) => childKey !== child.key)),
  IN_SCHOOL_UNREGISTERED: (child) => !hasStatus(child) && child.education?.rollCall?.finding === 'EXTRA',
  GHOST_STATUS: (child) =>
    status(child)?.stateCode === '01' && child.education?.rollCall?.finding === 'ABSENT',
  IN_SCHOOL_IN_COUNTY: (child) =>
    child.education?.rollCall?.finding === 'EXTRA' &&
    child.education.rollCall.schoolCode !== status(child)?.schoolCode,
  IN_SCHOOL_OUT_OF_COUNTY: (child) => child.education === null && child.police !== null,
  IN_SCHOOL_OUT_OF_PROVINCE: (child) => child.education === null && child.police !== null,
  IN_SCHOOL_ELSEWHERE_UNREGISTERED: (child) => child.education === null && child.police !== null,
  TRANSFER_IN_TRANSIT: (child) =>
    status(child)?.stateCode === '10' && child.education?.statusChanges.at(-1)?.completedOn === null,
  RESIDENCE_MOVED: (child) =>
    child.police?.residenceDivision.slice(0, 9) !== child.truth.residenceDivision?.slice(0, 9) &&
    child.education?.residenceDivision === child.truth.residenceDivision,
  ABROAD: (child) => child.education === null && child.truth.schooling === 'ENROLLED_ABROAD',
  COMPLETED: (child) => child.education === null && child.truth.expectedGrade === 10,
  OVERAGE: (child) => status(child)?.stateCode === '06' && child.truth.expectedGrade === 10,
  NOT_YET_DUE: (child) =>
    (child.police?.identity.birthDate ?? '') < child.truth.birthDate && child.truth.expectedGrade === 0,
  DEFERRED_APPROVED: (child) =>
    !hasStatus(child) && child.education?.approvedAbsence?.kind === 'DEFERRED_ENTRY',
  SUSPENDED_APPROVED: (child) =>
    status(child)?.stateCode === '02' && child.education?.approvedAbsence?.kind === 'SUSPENSION',
  MEDICALLY_UNABLE: (child) =>
    !hasStatus(child) && child.disability?.placementRecommendation?.mode === 'NOT_ABLE_TO_STUDY',
  SPECIAL_PLACEMENT: (child) => !hasStatus(child) && child.education?.placement?.mode === 'HOME_TEACHING',
  LEGAL_CUSTODY: (child) => child.police?.legalCustody !== null && status(child)?.stateCode === '04',
  MISSING_REPORTED: (child) =>
    child.police?.missingDeterminations.length === 1 && status(child)?.stateCode === '15',
  CHILD_LABOUR: (child) =>
    child.labour?.childLabourCases.length === 1 && child.fieldwork?.dropoutCase != null,
  CONFIRMED_NOT_ENROLLED: (child) =>
    child.education === null && child.fieldwork?.dropoutCase?.lastSchoolCode === null,
  CONFIRMED_DROPOUT: (child) =>
    status(child)?.stateCode === '06' || (child.education?.absences.length ?? 0) >= 9,
  RETURNED: (child) => status(child)?.stateCode === '05' && child.fieldwork?.dropoutCase?.returnedOn != null,
  PENDING: (child) =>
    child.education === null && (child.police?.registrations[0]?.registeredOn ?? '') > '2026-11-10',
  UNRESOLVED: (child) => child.education === null && child.fieldwork?.screenings.length === 2,
};

describe('each class of difference', () => {
  it.each(ERROR_CLASSES)('%s shows in the registers', (errorClass) => {
    const hidden = cases(errorClass).filter(({ child, family }) => !SHOWS[errorClass](child, family));
    expect(hidden.map(({ child }) => child.key)).toEqual([]);
  });

  it('does not show in a child on whom nothing is planted', () => {
    const clean = list.filter(({ plantedErrors }) => plantedErrors.length === 0);
    const ofPupils = ['NAME_CORRECTED', 'DUPLICATE_STATUS', 'DUPLICATE_HOUSEHOLD', 'GHOST_STATUS'] as const;
    const wrong = clean.flatMap((family) =>
      family.children.filter(
        (child) =>
          child.truth.schooling === 'ENROLLED_HERE' &&
          !child.truth.isIncomer &&
          ofPupils.some((errorClass) => SHOWS[errorClass](child, family)),
      ),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it('leaves the truth alone: numbers are valid, and the class stands on exactly the planted children', () => {
    for (const { children, plantedErrors } of list) {
      const classes = children.flatMap(({ truth }) => truth.errorClass ?? []);
      expect(classes).toEqual(plantedErrors.map((planted) => planted.class));
      const invalid = children.filter(
        ({ truth }) => truth.residentIdNumber !== null && !isValidResidentNumber(truth.residentIdNumber),
      );
      expect(invalid).toEqual([]);
    }
  });

  it('never gives one child a number that is another person’s, save where two share one', () => {
    const owners = new Map(
      list
        .slice(0, 4000)
        .flatMap(({ children }) => children.map(({ key, truth }) => [truth.residentIdNumber, key])),
    );
    const stolen = list.slice(0, 4000).flatMap(({ plantedErrors, children }) =>
      plantedErrors[0]?.class === 'DUPLICATE_ID_REFERRED'
        ? []
        : children.filter((child) => {
            const number = status(child)?.identity.residentIdNumber;
            const owner = number && owners.get(number);
            return owner !== undefined && owner !== null && owner !== '' && owner !== child.key;
          }),
    );
    expect(stolen.map(({ key }) => key)).toEqual([]);
  });

  it('has wrong numbers of many kinds', () => {
    const numbers = cases('ID_CORRECTED').map(
      ({ child }) => status(child)?.identity.residentIdNumber ?? null,
    );
    expect(numbers).toContain(null);
    expect(numbers.some((number) => number?.includes('E+17'))).toBe(true);
    expect(numbers.some((number) => number?.length === 15)).toBe(true);
    expect(numbers.some((number) => number?.length === 18 && !isValidResidentNumber(number))).toBe(true);
    expect(numbers.some((number) => number !== null && isValidResidentNumber(number))).toBe(true);
  });
});
