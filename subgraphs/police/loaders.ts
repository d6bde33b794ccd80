import { sql } from 'kysely';
import { HouseholdMemberEntity } from './household-member.entity.js';
import { createRowsByKeyLoader } from '../_kit/rows-by-key-loader.js';
import type { EntitySchema } from '@mikro-orm/postgresql';
import { createKeyLoader } from '../_kit/key-loader.js';
import { createRegisterLoader, type RegisterLoader } from '../_kit/register/register-loader.js';
import type { LoaderContext } from '../_kit/request-context.js';
import type { PageArgs } from '../_kit/schema/connection.js';
import { BorderExitEntity } from './border-exit.entity.js';
import { recordMissingPersonDetermination } from './determinations/determination.commands.js';
import type { RecordMissingPersonDeterminationInput } from './determinations/determination.input.js';
import { FloatingPopulationRecordEntity } from './floating-population.entity.js';
import { listFloatingPopulation } from './floating-population.list.js';
import type { FloatingPopulationFilter } from './floating-population.type.js';
import { GuardianEntity } from './guardian.entity.js';
import { HouseholdEntity } from './household.entity.js';
import { LegalCustodyEntity } from './legal-custody.entity.js';
import { MissingPersonDeterminationEntity } from './missing-person.entity.js';
import { listMissingPersonDeterminations } from './missing-person.list.js';
import type { MissingPersonDeterminationFilter } from './missing-person.type.js';
import { PoliceActionEntity } from './police-action.entity.js';
import type { PoliceRegister } from './registers.js';
import { ResidencePermitEntity } from './residence-permit.entity.js';
import { listResidencePermits } from './residence-permit.list.js';
import type { ResidencePermitFilter } from './residence-permit.type.js';
import { ResidentEntity } from './resident.entity.js';
import { listResidents } from './resident.list.js';
import type { ResidentFilter } from './resident.type.js';

export type PoliceLoaders = ReturnType<typeof createPoliceLoaders>;

export function createPoliceLoaders(context: LoaderContext) {
  const ofRegister = <Row extends { studentId: string }>(
    register: PoliceRegister,
    entity: EntitySchema<Row>,
    orderBy: string,
  ): RegisterLoader<Row> => createRegisterLoader(context, entity, { register, orderBy });
  return {
    residents: ofRegister('RESIDENTS', ResidentEntity, 'registered_on desc, id desc'),
    /** The same entries, answered for by the register of households. */
    registrations: ofRegister('HOUSEHOLDS', ResidentEntity, 'registered_on desc, id desc'),
    guardians: ofRegister('RESIDENTS', GuardianEntity, 'is_actual_guardian desc, id'),
    residencePermits: ofRegister('RESIDENCE_PERMITS', ResidencePermitEntity, 'expires_on desc, id desc'),
    floatingPopulation: ofRegister(
      'FLOATING_POPULATION',
      FloatingPopulationRecordEntity,
      'started_on desc, id desc',
    ),
    missingPersons: ofRegister(
      'MISSING_PERSONS',
      MissingPersonDeterminationEntity,
      'requested_on desc, id desc',
    ),
    legalCustody: ofRegister('LEGAL_CUSTODY', LegalCustodyEntity, 'starts_on desc, id desc'),
    policeActions: ofRegister('POLICE_ACTIONS', PoliceActionEntity, 'decided_on desc, id desc'),
    borderExits: ofRegister('BORDER_EXITS', BorderExitEntity, 'left_on desc, id desc'),
    households: createKeyLoader(context, HouseholdEntity, 'householdId'),
    /** Householder first. */
    householdMembers: createRowsByKeyLoader(context, HouseholdMemberEntity, 'householdId', {
      orderBy: sql`position, id`,
    }),
    listResidents: (filter: ResidentFilter, page: PageArgs) => listResidents(context, filter, page),
    listResidencePermits: (filter: ResidencePermitFilter, page: PageArgs) =>
      listResidencePermits(context, filter, page),
    listFloatingPopulation: (filter: FloatingPopulationFilter, page: PageArgs) =>
      listFloatingPopulation(context, filter, page),
    listMissingPersonDeterminations: (filter: MissingPersonDeterminationFilter, page: PageArgs) =>
      listMissingPersonDeterminations(context, filter, page),
    recordMissingPersonDetermination: (input: RecordMissingPersonDeterminationInput) =>
      recordMissingPersonDetermination(context, input),
  };
}
