import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isOpenLabourCase } from '../../policies/child-labour.js';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { describe } from '../_kit/schema/label.js';
import type { StudentIdentity } from '../_kit/student/student-identity.js';
import { StudentType } from './student.type.js';
import { ChildLabourCaseRegisterType } from './cases/child-labour-case.type.js';
import { GuardianWorkAwayRegisterType } from './guardian-work-away.type.js';
import { LabourRecordType } from './labour-record.type.js';
import type { LabourLoaders } from './loaders.js';
import { LABOUR_SCOPES } from './scopes.js';

@Resolver(() => StudentType)
export class StudentLabourResolver {
  @RequiresScope(LABOUR_SCOPES.readLabour)
  @FieldResolver(() => LabourRecordType, {
    nullable: true,
    description: describe('Labour record', '劳动监察与务工信息', 'from labour.'),
  })
  labour(@Root() student: StudentIdentity): LabourRecordType {
    return { student };
  }
}

@Resolver(() => LabourRecordType)
export class LabourRecordResolver {
  @FieldResolver(() => ChildLabourCaseRegisterType, {
    description: describe('Child-labour cases', '童工案件'),
  })
  async childLabourCases(
    @Root() { student }: LabourRecordType,
    @Ctx() { loaders }: RequestContext<LabourLoaders>,
  ): Promise<object> {
    const { register, rows } = await loaders.childLabourCases.load(student);
    return { register, current: rows.find(isOpenLabourCase) ?? null, records: rows };
  }

  @FieldResolver(() => GuardianWorkAwayRegisterType, {
    description: describe('Guardians who work away', '监护人外出务工'),
  })
  async guardiansWorkAway(
    @Root() { student }: LabourRecordType,
    @Ctx() { loaders }: RequestContext<LabourLoaders>,
  ): Promise<object> {
    const { register, rows } = await loaders.guardiansWorkAway.load(student);
    return { register, records: rows };
  }
}
