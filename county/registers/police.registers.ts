import { birthDateInNumber, maskResidentIdNumber } from '../../subgraphs/_kit/identity/resident-id-number.js';
import { valueOfCode } from '../../subgraphs/_kit/schema/label.js';
import { BorderExitEntity } from '../../subgraphs/police/border-exit.entity.js';
import { EthnicGroupEnum } from '../../subgraphs/police/ethnic-group.enum.js';
import { FloatingPopulationRecordEntity } from '../../subgraphs/police/floating-population.entity.js';
import { GuardianEntity } from '../../subgraphs/police/guardian.entity.js';
import { HouseholdEntity } from '../../subgraphs/police/household.entity.js';
import { HouseholdMemberEntity } from '../../subgraphs/police/household-member.entity.js';
import { LegalCustodyEntity } from '../../subgraphs/police/legal-custody.entity.js';
import { maskPhone } from '../../subgraphs/_kit/identity/mask-phone.js';
import { MissingPersonDeterminationEntity } from '../../subgraphs/police/missing-person.entity.js';
import { PoliceActionEntity } from '../../subgraphs/police/police-action.entity.js';
import { RelationToHouseholderEnum } from '../../subgraphs/police/relation-to-householder.enum.js';
import { ResidencePermitEntity } from '../../subgraphs/police/residence-permit.entity.js';
import { ResidentEntity } from '../../subgraphs/police/resident.entity.js';
import { MaritalStatusEnum } from '../../subgraphs/police/resident.enums.js';
import type { Child, Family, PoliceHousehold, PoliceView, ResidentRegistration } from '../views.js';
import type { AgencyRegisterWriter, RowSink } from './row-sink.js';

export const policeRegisters: AgencyRegisterWriter = {
  agency: 'police',

  writeFrame() {
    // Police holds nothing that exists before the people.
  },

  writeFamily(family, sink) {
    for (const household of family.households) writeHousehold(household, family, sink);
    for (const { police } of family.children) {
      if (!police) continue;
      for (const registration of police.registrations) writeResident(registration, sink);
      writeGuardians(police, sink);
      writeMovements(police, sink);
      writeCases(police, sink);
    }
  },
};

/** Every row of one child stands under one id, the one of the first registration. */
function studentIdOf(view: PoliceView | ResidentRegistration, sink: RowSink): string {
  return sink.studentId(view);
}

function sealed(number: string | null, column: string, sink: RowSink): string | null {
  return number === null ? null : sink.seal(number, column);
}

function writeHousehold(household: PoliceHousehold, family: Family, sink: RowSink): void {
  const { householdNumber, kind, householderName, addressDivision, address, establishedOn } = household;
  const householdId = sink.opaqueKey('HOUSEHOLD', householdNumber);
  sink.insert(HouseholdEntity, {
    householdId,
    householdNumberSealed: sink.seal(householdNumber, 'household.household_number_sealed'),
    maskedHouseholdNumber: maskResidentIdNumber(householdNumber),
    kind,
    householderName,
    addressDivisionCode: addressDivision,
    address,
    establishedOn,
  });
  household.members.forEach((member, index) => {
    const isChild = member.childKey !== null;
    sink.insert(HouseholdMemberEntity, {
      householdId,
      position: index + 1,
      name: member.name,
      sex: member.sex,
      birthDate: member.birthDate,
      relationToHouseholder: valueOfCode(RelationToHouseholderEnum, member.relationToHouseholderCode),
      studentId: isChild ? childIdOf(member.childKey, householdNumber, family, sink) : null,
      personId: isChild ? null : sink.idOfNumber(member.residentIdNumber),
      residentIdNumberSealed: sealed(
        member.residentIdNumber,
        'household_member.resident_id_number_sealed',
        sink,
      ),
      birthDateInNumber: birthDateInNumber(member.residentIdNumber),
    });
  });
}

/** Id of a child on a household's page: of its registration there, which may differ from its first one. */
function childIdOf(
  childKey: Child['key'] | null,
  householdNumber: string,
  { children }: Family,
  sink: RowSink,
): string | null {
  const view = children.find(({ key }) => key === childKey)?.police;
  if (!view) return null;
  const here = view.registrations.find((registration) => registration.householdNumber === householdNumber);
  return studentIdOf(here ?? view, sink);
}

function writeResident(registration: ResidentRegistration, sink: RowSink): void {
  const { identity } = registration;
  const { maritalStatusCode, ...form } = registration.form;
  sink.insert(ResidentEntity, {
    studentId: studentIdOf(registration, sink),
    sourceKey: registration.sourceKey,
    name: identity.name,
    formerNames: [...registration.formerNames],
    sex: identity.sex,
    birthDate: identity.birthDate,
    ethnicGroup: valueOfCode(EthnicGroupEnum, registration.ethnicGroupCode),
    residentIdNumberSealed: sealed(identity.residentIdNumber, 'resident.resident_id_number_sealed', sink),
    birthDateInNumber: birthDateInNumber(identity.residentIdNumber),
    maskedResidentIdNumber: identity.residentIdNumber && maskResidentIdNumber(identity.residentIdNumber),
    formerStudentIds: registration.formerResidentIdNumbers.flatMap((number) => sink.idOfNumber(number) ?? []),
    registeredDivisionCode: registration.registeredDivision,
    householdId: sink.opaqueKey('HOUSEHOLD', registration.householdNumber),
    relationToHouseholder: valueOfCode(RelationToHouseholderEnum, registration.relationToHouseholderCode),
    registeredOn: registration.registeredOn,
    cancelledOn: registration.cancelledOn,
    cancelReason: registration.cancelReason,
    ...form,
    maritalStatus: valueOfCode(MaritalStatusEnum, maritalStatusCode),
  });
}

function writeGuardians(view: PoliceView, sink: RowSink): void {
  const studentId = studentIdOf(view, sink);
  for (const guardian of view.guardians) {
    sink.insert(GuardianEntity, {
      studentId,
      name: guardian.name,
      relation: guardian.relation,
      isLegalGuardian: guardian.isLegalGuardian,
      isActualGuardian: guardian.isActualGuardian,
      guardianId: sink.idOfNumber(guardian.residentIdNumber),
      residentIdNumberSealed: sealed(guardian.residentIdNumber, 'guardian.resident_id_number_sealed', sink),
      maskedResidentIdNumber: guardian.residentIdNumber && maskResidentIdNumber(guardian.residentIdNumber),
      phoneSealed: sealed(guardian.phone, 'guardian.phone_sealed', sink),
      maskedPhone: guardian.phone && maskPhone(guardian.phone),
    });
  }
}

function writeMovements(view: PoliceView, sink: RowSink): void {
  const studentId = studentIdOf(view, sink);
  const { name, sex, birthDate, residentIdNumber } = view.identity;
  for (const permit of view.residencePermits) {
    sink.insert(ResidencePermitEntity, {
      studentId,
      holderName: name,
      permitNumberSealed: sink.seal(permit.permitNumber, 'residence_permit.permit_number_sealed'),
      maskedPermitNumber: maskResidentIdNumber(permit.permitNumber),
      ground: permit.ground,
      issuedOn: permit.issuedOn,
      expiresOn: permit.expiresOn,
      addressDivisionCode: permit.addressDivision,
    });
  }
  for (const move of view.floatingPopulation) {
    sink.insert(FloatingPopulationRecordEntity, {
      studentId,
      sourceKey: view.sourceKey,
      name,
      sex,
      birthDate,
      residentIdNumberSealed: sealed(
        residentIdNumber,
        'floating_population_record.resident_id_number_sealed',
        sink,
      ),
      birthDateInNumber: birthDateInNumber(residentIdNumber),
      direction: move.direction,
      otherCountyCode: move.otherCountyCode,
      otherPlaceName: move.otherPlaceName,
      localDivisionCode: move.localDivision,
      reason: move.reason,
      startedOn: move.since,
      endedOn: move.until,
    });
  }
}

function writeCases(view: PoliceView, sink: RowSink): void {
  const studentId = studentIdOf(view, sink);
  for (const determination of view.missingDeterminations) {
    sink.insert(MissingPersonDeterminationEntity, {
      studentId,
      name: view.identity.name,
      residenceDivisionCode: view.residenceDivision,
      ...determination,
      recordedBy: null,
    });
  }
  if (view.legalCustody) {
    const { kind, from, until, documentNumber } = view.legalCustody;
    sink.insert(LegalCustodyEntity, { studentId, kind, startsOn: from, endsOn: until, documentNumber });
  }
  for (const action of view.policeActions) sink.insert(PoliceActionEntity, { studentId, ...action });
  if (view.borderExit) sink.insert(BorderExitEntity, { studentId, ...view.borderExit });
}
