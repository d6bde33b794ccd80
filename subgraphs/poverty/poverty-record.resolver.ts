import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { describe } from '../_kit/schema/label.js';
import type { StudentIdentity } from '../_kit/student/student-identity.js';
import { StudentType } from './student.type.js';
import { officerOf } from './assistance-officer.js';
import { householdsOf } from './child-households.js';
import { householdStandings } from './household-standings.js';
import type { PovertyLoaders } from './loaders.js';
import { AssistanceOfficerRegisterType, PovertyHouseholdRegisterType } from './poverty-household.type.js';
import { PovertyMeasureRegisterType } from './poverty-measure.type.js';
import { PovertyRecordType } from './poverty-record.type.js';
import { RelocationRegisterType } from './relocation-household.type.js';
import { POVERTY_SCOPES } from './scopes.js';

type Context = RequestContext<PovertyLoaders>;

@Resolver(() => StudentType)
export class StudentPovertyResolver {
  @RequiresScope(POVERTY_SCOPES.readPoverty)
  @FieldResolver(() => PovertyRecordType, {
    nullable: true,
    description: describe('Poverty record', '帮扶信息', 'from the poverty office.'),
  })
  poverty(@Root() student: StudentIdentity): PovertyRecordType {
    return { student };
  }
}

@Resolver(() => PovertyRecordType)
export class PovertyRecordResolver {
  @FieldResolver(() => PovertyHouseholdRegisterType, {
    description: describe('Registered poverty or monitored household', '建档立卡(脱贫)户、监测户'),
  })
  async povertyHousehold(
    @Root() { student }: PovertyRecordType,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    const { register, rows } = await householdsOf(student, loaders);
    const history = rows.flatMap(householdStandings);
    return { register, current: rows[0] ?? null, history, studentId: student.id };
  }

  @FieldResolver(() => AssistanceOfficerRegisterType, {
    description: describe('Officer responsible for the household', '帮扶责任人'),
  })
  async responsibleOfficer(
    @Root() { student }: PovertyRecordType,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    const { register, rows } = await householdsOf(student, loaders);
    return { register, current: rows[0] ? officerOf(rows[0]) : null };
  }

  @FieldResolver(() => PovertyMeasureRegisterType, { description: describe('Poverty measures', '帮扶措施') })
  async measures(@Root() { student }: PovertyRecordType, @Ctx() { loaders }: Context): Promise<object> {
    const { register, rows } = await loaders.measures.load(student);
    return {
      register,
      current: rows.filter(loaders.isRunning),
      history: rows.filter((row) => !loaders.isRunning(row)),
    };
  }

  @FieldResolver(() => RelocationRegisterType, {
    description: describe('Relocation of the household', '易地扶贫搬迁'),
  })
  async relocation(@Root() { student }: PovertyRecordType, @Ctx() { loaders }: Context): Promise<object> {
    const { register, rows } = await loaders.relocations.load(student);
    return { register, current: rows[0] ?? null };
  }
}
