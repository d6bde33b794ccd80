import { defineSubgraph } from '../_kit/define-subgraph.js';
import { guardianKindField } from '../_kit/schema/guardian-kind.field.js';
import { BorderExitEntity } from './border-exit.entity.js';
import { DeterminationCommandsResolver } from './determinations/determination-commands.resolver.js';
import { FloatingPopulationRecordEntity } from './floating-population.entity.js';
import { FloatingPopulationResolver } from './floating-population.resolver.js';
import { GuardianEntity } from './guardian.entity.js';
import { GuardianType } from './guardian.type.js';
import { HouseholdEntity } from './household.entity.js';
import { HouseholdMemberResolver, HouseholdResolver } from './household.resolver.js';
import { HouseholdType } from './household.type.js';
import { HouseholdMemberEntity } from './household-member.entity.js';
import { findHousehold } from './household-reach.js';
import { HouseholdRecordResolver, StudentHouseholdResolver } from './household-record.resolver.js';
import { POLICE_LISTS } from './imports/lists.js';
import { LegalCustodyEntity } from './legal-custody.entity.js';
import { createPoliceLoaders } from './loaders.js';
import { MissingPersonDeterminationEntity } from './missing-person.entity.js';
import { MissingPersonResolver } from './missing-person.resolver.js';
import { PoliceActionEntity } from './police-action.entity.js';
import { POLICE_REGISTERS } from './registers.js';
import { POLICE_ROSTER } from './roster.js';
import { ResidencePermitEntity } from './residence-permit.entity.js';
import { ResidencePermitResolver } from './residence-permit.resolver.js';
import { ResidentEntity } from './resident.entity.js';
import { ResidentResolver } from './resident.resolver.js';
import { StudentType } from './student.type.js';
import { policeWork } from './work.js';

export const police = defineSubgraph({
  name: 'police',
  student: StudentType,
  title: { en: 'Public security bureau', zh: '公安局' },
  entities: [
    ResidentEntity,
    HouseholdEntity,
    HouseholdMemberEntity,
    GuardianEntity,
    ResidencePermitEntity,
    FloatingPopulationRecordEntity,
    MissingPersonDeterminationEntity,
    LegalCustodyEntity,
    PoliceActionEntity,
    BorderExitEntity,
  ],
  resolvers: [
    StudentHouseholdResolver,
    HouseholdRecordResolver,
    HouseholdResolver,
    HouseholdMemberResolver,
    ResidentResolver,
    guardianKindField(GuardianType),
    ResidencePermitResolver,
    FloatingPopulationResolver,
    MissingPersonResolver,
    DeterminationCommandsResolver,
  ],
  references: {
    Household: { type: HouseholdType, resolve: ({ id }, context) => findHousehold(id, context) },
  },
  registers: POLICE_REGISTERS,
  roster: POLICE_ROSTER,
  lists: POLICE_LISTS,
  loaders: createPoliceLoaders,
  work: (_loaders, context) => policeWork(context),
});
