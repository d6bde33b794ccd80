import { rosterSplits } from '../_kit/roster/roster-splits.js';
import { NUMBERED_PERSON, rosterTable } from '../_kit/roster/roster-table.js';
import { BorderExitEntity } from './border-exit.entity.js';
import { FloatingPopulationRecordEntity } from './floating-population.entity.js';
import { GuardianEntity } from './guardian.entity.js';
import { HouseholdMemberEntity } from './household-member.entity.js';
import { LegalCustodyEntity } from './legal-custody.entity.js';
import { MissingPersonDeterminationEntity } from './missing-person.entity.js';
import { ResidencePermitEntity } from './residence-permit.entity.js';
import { ResidentEntity } from './resident.entity.js';

/** What police gives to comparison runs. */
export const POLICE_ROSTER = [
  // The household's page is written apart from the resident's own entry, and the two can disagree.
  rosterTable({
    entity: HouseholdMemberEntity,
    registers: ['HOUSEHOLDS'],
    columns: ['name', 'sex', 'birthDate', 'residentIdNumberSealed', 'birthDateInNumber', 'householdId'],
    onlyWith: 'studentId',
  }),
  rosterTable({
    entity: ResidentEntity,
    registers: ['RESIDENTS'],
    columns: [
      ...NUMBERED_PERSON,
      'sourceKey',
      'householdId',
      'formerStudentIds',
      'registeredDivisionCode',
      'registeredOn',
      'cancelledOn',
      'cancelReason',
    ],
  }),
  rosterSplits(['RESIDENTS']),
  rosterTable({
    entity: GuardianEntity,
    registers: ['RESIDENTS'],
    columns: ['guardianId'],
    onlyWith: 'guardianId',
  }),
  rosterTable({
    entity: ResidencePermitEntity,
    registers: ['RESIDENCE_PERMITS'],
    columns: ['issuedOn', 'expiresOn', 'addressDivisionCode'],
  }),
  rosterTable({
    entity: FloatingPopulationRecordEntity,
    registers: ['FLOATING_POPULATION'],
    columns: [
      'name',
      'sex',
      'birthDate',
      'residentIdNumberSealed',
      'birthDateInNumber',
      'sourceKey',
      'direction',
      'localDivisionCode',
      'otherCountyCode',
      'startedOn',
      'endedOn',
    ],
  }),
  rosterTable({
    entity: MissingPersonDeterminationEntity,
    registers: ['MISSING_PERSONS'],
    columns: ['requestedOn', 'determinedOn', 'result'],
  }),
  rosterTable({
    entity: LegalCustodyEntity,
    registers: ['LEGAL_CUSTODY'],
    columns: ['startsOn', 'endsOn'],
  }),
  rosterTable({ entity: BorderExitEntity, registers: ['BORDER_EXITS'], columns: ['leftOn'] }),
];
