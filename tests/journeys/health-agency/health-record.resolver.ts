import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../../subgraphs/_kit/access/requires-scope.js';
import type { RequestContext } from '../../../subgraphs/_kit/request-context.js';
import { describe } from '../../../subgraphs/_kit/schema/label.js';
import type { StudentIdentity } from '../../../subgraphs/_kit/student/student-identity.js';
import { HealthRecordType, VaccinationRegisterType } from './health-record.type.js';
import type { HealthLoaders } from './loaders.js';
import { HEALTH_SCOPES } from './scopes.js';
import { StudentType } from './student.type.js';

@Resolver(() => StudentType)
export class StudentHealthResolver {
  @RequiresScope(HEALTH_SCOPES.readRecord)
  @FieldResolver(() => HealthRecordType, {
    nullable: true,
    description: describe('Health record', '健康信息', 'from health.'),
  })
  health(@Root() student: StudentIdentity): HealthRecordType {
    return { student };
  }
}

@Resolver(() => HealthRecordType)
export class HealthRecordResolver {
  @FieldResolver(() => VaccinationRegisterType, { description: describe('Vaccinations', '预防接种') })
  async vaccinations(
    @Root() { student }: HealthRecordType,
    @Ctx() { loaders }: RequestContext<HealthLoaders>,
  ): Promise<object> {
    const { register, rows } = await loaders.vaccinations.load(student);
    return { register, records: rows };
  }
}
