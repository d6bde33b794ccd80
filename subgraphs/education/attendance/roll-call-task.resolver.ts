import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import { Holds } from '../../_kit/access/data-class.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { SchoolType } from '../school/school.type.js';
import type { RollCallFinding } from './roll-call-finding.entity.js';
import type { RollCallTask } from './roll-call-task.list.js';
import { RecordRollCallInput, RollCallTaskFilter } from './roll-call-task.input.js';
import {
  RecordRollCallPayload,
  RollCallTaskConnectionType,
  RollCallTaskType,
  RollCallVerdictType,
} from './roll-call-task.type.js';
import type { RollCallVerdict } from './roll-call-verdict.js';
import { RollCallFindingType } from './roll-call.type.js';

type Context = RequestContext<EducationLoaders>;

@Resolver(() => RollCallTaskType)
export class RollCallTaskResolver {
  @RequiresScope(EDUCATION_SCOPES.readRollCallTasks)
  @Query(() => RollCallTaskConnectionType, {
    nullable: true,
    description: describe(
      'Roll-calls that the classes within reach owe',
      '点名任务列表',
      'every class in each month of the policy, in order of class code.',
    ),
  })
  rollCallTasks(
    @Arg('filter', () => RollCallTaskFilter, { nullable: true, description: describe('Which', '筛选条件') })
    filter: RollCallTaskFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<RollCallTask>> {
    return loaders.listRollCallTasks(filter ?? {}, page);
  }

  @Holds('NONE')
  @FieldResolver(() => String, { description: describe('Month', '点名月', 'YYYY-MM.') })
  month(@Root() { campaign }: RollCallTask): string {
    return campaign.month;
  }

  @Holds('NONE')
  @FieldResolver(() => IsoDateScalar, { description: describe('Due on', '截止日期') })
  dueOn(@Root() { campaign }: RollCallTask): string {
    return campaign.dueOn;
  }

  @RequiresScope(EDUCATION_SCOPES.recordRollCalls)
  @Mutation(() => RecordRollCallPayload, {
    description: describe(
      'Records the roll-call of a class',
      '登记进班点名',
      'or corrects the one of that day.',
    ),
  })
  recordRollCall(
    @Arg('input', () => RecordRollCallInput, { description: describe('What was found', '点名登记内容') })
    input: RecordRollCallInput,
    @Ctx() { loaders }: Context,
  ): Promise<RecordRollCallPayload> {
    return loaders.recordRollCall(input);
  }
}

@Resolver(() => RollCallFindingType)
export class RollCallFindingVerdictResolver {
  @FieldResolver(() => RollCallVerdictType, {
    nullable: true,
    description: describe(
      'What the roll-calls of the child say together',
      '点名结论',
      'ghost status (空挂学籍), person separate from status (人籍分离); null for a child who was where it belongs, and where the student status is not loaded.',
    ),
  })
  verdict(@Root() finding: RollCallFinding, @Ctx() { loaders }: Context): Promise<RollCallVerdict | null> {
    return loaders.rollCallVerdictOf(finding);
  }
}

@Resolver(() => RollCallVerdictType)
export class RollCallVerdictResolver {
  @FieldResolver(() => SchoolType, {
    nullable: true,
    description: describe('School whose roll it is on', '学籍所在学校', 'null where it is on none.'),
  })
  statusSchool(
    @Root() { statusSchoolCode }: RollCallVerdictType,
    @Ctx() { loaders }: Context,
  ): Promise<object | null> | null {
    return statusSchoolCode === null ? null : loaders.schools.load(statusSchoolCode);
  }
}
