import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import type { RollCall } from './roll-call.list.js';
import { RollCallFindingType, RollCallRegisterType, RollCallType } from './roll-call.type.js';
import type { RollCallFinding } from './roll-call-finding.entity.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { SchoolingType } from '../status/schooling.type.js';

type Context = RequestContext<EducationLoaders>;

@Resolver(() => SchoolingType)
export class SchoolingRollCallResolver {
  @FieldResolver(() => RollCallRegisterType, { description: describe('Roll-calls', '进班点名') })
  async rollCall(@Root() { student }: SchoolingType, @Ctx() { loaders }: Context): Promise<object> {
    const { register, rows } = await loaders.rollCalls.load(student);
    return { register, latest: rows[0] ?? null, records: rows };
  }
}

@Resolver(() => RollCallType)
export class RollCallDifferenceResolver {
  @RequiresScope(EDUCATION_SCOPES.readSchooling)
  @FieldResolver(() => [RollCallFindingType], {
    nullable: true,
    description: describe(
      'Absent and extra children',
      '点名差异',
      'those within reach; the counts are of the whole class.',
    ),
  })
  differences(@Root() call: RollCall, @Ctx() { loaders }: Context): Promise<RollCallFinding[]> {
    return loaders.rollCallDifferences.load(call);
  }
}
