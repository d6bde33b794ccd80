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
    holds: ['IDENTITY', 'RESIDENT_NUMBER', 'HOUSEHOLD'],
    registers: ['HOUSEHOLDS'],
    columns: ['name', 'sex', 'birthDate', 'residentIdNumberSealed', 'birthDateInNumber', 'householdId'],
    onlyWith: 'studentId',
  }),
  rosterTable({
    entity: ResidentEntity,
    holds: ['IDENTITY', 'RESIDENT_NUMBER', 'HOUSEHOLD'],
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
    holds: ['GUARDIANS'],
    registers: ['RESIDENTS'],
    columns: ['guardianId'],
    onlyWith: 'guardianId',
  }),
  rosterTable({
    entity: ResidencePermitEntity,
    holds: ['HOUSEHOLD'],
    registers: ['RESIDENCE_PERMITS'],
    columns: ['issuedOn', 'expiresOn', 'addressDivisionCode'],
  }),
  rosterTable({
    entity: FloatingPopulationRecordEntity,
    holds: ['IDENTITY', 'RESIDENT_NUMBER', 'HOUSEHOLD'],
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
    holds: ['HOUSEHOLD'],
    registers: ['MISSING_PERSONS'],
    columns: ['requestedOn', 'determinedOn', 'result'],
  }),
  rosterTable({
    entity: LegalCustodyEntity,
    holds: ['RESTRICTED'],
    registers: ['LEGAL_CUSTODY'],
    columns: ['startsOn', 'endsOn'],
  }),
  rosterTable({
    entity: BorderExitEntity,
    holds: ['RESTRICTED'],
    registers: ['BORDER_EXITS'],
    columns: ['leftOn'],
  }),
];
