import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RegisterLoader } from '../_kit/register/register-loader.js';
import type { RequestContext } from '../_kit/request-context.js';
import { describe } from '../_kit/schema/label.js';
import type { StudentIdentity } from '../_kit/student/student-identity.js';
import { StudentType } from './student.type.js';
import { currentRegistration } from './current-registration.js';
import { FloatingPopulationRegisterType } from './floating-population.type.js';
import { GuardianRegisterType } from './guardian.type.js';
import { HouseholdRecordType } from './household-record.type.js';
import { HouseholdRegisterType } from './household.type.js';
import type { PoliceLoaders } from './loaders.js';
import { MissingPersonRegisterType } from './missing-person.type.js';
import { ResidencePermitRegisterType } from './residence-permit.type.js';
import { ResidentRegisterType } from './resident.type.js';
import { PoliceActionRegisterType } from './police-action.type.js';
import { BorderExitRegisterType, LegalCustodyRegisterType } from './restricted-record.type.js';
import { POLICE_SCOPES } from './scopes.js';

type Context = RequestContext<PoliceLoaders>;

@Resolver(() => StudentType)
export class StudentHouseholdResolver {
  @RequiresScope(POLICE_SCOPES.readHouseholds)
  @FieldResolver(() => HouseholdRecordType, {
    nullable: true,
    description: describe('Household record', '户籍与居住情况', 'from police.'),
  })
  household(@Root() student: StudentIdentity): HouseholdRecordType {
    return { student };
  }
}

@Resolver(() => HouseholdRecordType)
export class HouseholdRecordResolver {
  @FieldResolver(() => ResidentRegisterType, {
    description: describe('Resident registration', '常住人口登记'),
  })
  async residentRegistration(
    @Root() { student }: HouseholdRecordType,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    const { register, rows } = await loaders.residents.load(student);
    return { register, current: currentRegistration(rows), records: rows };
  }

  @FieldResolver(() => HouseholdRegisterType, { description: describe('Household', '户') })
  async household(@Root() { student }: HouseholdRecordType, @Ctx() { loaders }: Context): Promise<object> {
    const { register, rows } = await loaders.registrations.load(student);
    const householdIds = [...new Set(rows.map(({ householdId }) => householdId))];
    const found = await Promise.all(householdIds.map((id) => loaders.households.load(id)));
    const records = found.filter((household) => household !== null);
    const currentId = currentRegistration(rows)?.householdId;
    const current = records.find(({ householdId }) => householdId === currentId) ?? null;
    return { register, current, records };
  }

  @FieldResolver(() => GuardianRegisterType, { description: describe('Guardians', '监护人') })
  async guardians(@Root() { student }: HouseholdRecordType, @Ctx() { loaders }: Context): Promise<object> {
    const { register, rows } = await loaders.guardians.load(student);
    return { register, records: rows };
  }

  @FieldResolver(() => ResidencePermitRegisterType, { description: describe('Residence permits', '居住证') })
  residencePermits(@Root() { student }: HouseholdRecordType, @Ctx() { loaders }: Context): Promise<object> {
    return latestFirst(loaders.residencePermits, student);
  }

  @FieldResolver(() => FloatingPopulationRegisterType, {
    description: describe('Floating population', '流动人口'),
  })
  async floatingPopulation(
    @Root() { student }: HouseholdRecordType,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    const { register, rows } = await loaders.floatingPopulation.load(student);
    return { register, current: rows.find(({ endedOn }) => endedOn === null) ?? null, records: rows };
  }

  @RequiresScope(POLICE_SCOPES.readMissingPersons)
  @FieldResolver(() => MissingPersonRegisterType, {
    nullable: true,
    description: describe('Missing-person determinations', '疑似失踪失联界定'),
  })
  missingPerson(@Root() { student }: HouseholdRecordType, @Ctx() { loaders }: Context): Promise<object> {
    return latestFirst(loaders.missingPersons, student);
  }

  @RequiresScope(POLICE_SCOPES.readRestricted)
  @FieldResolver(() => LegalCustodyRegisterType, {
    nullable: true,
    description: describe('Legal custody', '专门教育或羁押', 'restricted.'),
  })
  legalCustody(@Root() { student }: HouseholdRecordType, @Ctx() { loaders }: Context): Promise<object> {
    return latestFirst(loaders.legalCustody, student);
  }

  @RequiresScope(POLICE_SCOPES.readRestricted)
  @FieldResolver(() => PoliceActionRegisterType, {
    nullable: true,
    description: describe('Police actions about schooling', '公安处置', 'restricted.'),
  })
  interventions(@Root() { student }: HouseholdRecordType, @Ctx() { loaders }: Context): Promise<object> {
    return latestFirst(loaders.policeActions, student);
  }

  @RequiresScope(POLICE_SCOPES.readRestricted)
  @FieldResolver(() => BorderExitRegisterType, {
    nullable: true,
    description: describe('Exits at the border', '出境记录', 'restricted.'),
  })
  borderExit(@Root() { student }: HouseholdRecordType, @Ctx() { loaders }: Context): Promise<object> {
    return latestFirst(loaders.borderExits, student);
  }
}

/** A register whose latest row is its current one; the loaders order their rows so. */
async function latestFirst<Row>(loader: RegisterLoader<Row>, student: StudentIdentity): Promise<object> {
  const { register, rows } = await loader.load(student);
  return { register, current: rows[0] ?? null, records: rows };
}
