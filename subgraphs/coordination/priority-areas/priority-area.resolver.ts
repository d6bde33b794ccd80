import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { DivisionType } from '../../_kit/schema/division.type.js';
import { describe } from '../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../loaders.js';
import { RiskAssessmentType } from '../risk/risk.type.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import type { PriorityArea } from './priority-area.entity.js';
import {
  EndPriorityAreaInput,
  EndPriorityAreaPayload,
  MarkPriorityAreaInput,
  MarkPriorityAreaPayload,
  PriorityAreaConnectionType,
  PriorityAreaCountsType,
  PriorityAreaFilter,
  PriorityAreaType,
} from './priority-area.type.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => PriorityAreaType)
export class PriorityAreaResolver {
  @RequiresScope(COORDINATION_SCOPES.readRegisterEntry)
  @Query(() => PriorityAreaConnectionType, {
    nullable: true,
    description: describe(
      'Priority areas within reach',
      '重点监测地区列表',
      'those that hold today, the latest first.',
    ),
  })
  priorityAreas(
    @Arg('filter', () => PriorityAreaFilter, {
      nullable: true,
      description: describe('Which areas', '筛选条件'),
    })
    filter: PriorityAreaFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<PriorityArea>> {
    return loaders.listPriorityAreas(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, { description: describe('Which division', '所在区划') })
  division(@Root() { divisionCode }: PriorityAreaType, @Ctx() { loaders }: Context): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode.padEnd(12, '0'));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: describe(
      'Document and clause that monitor such areas first',
      '政策依据',
      'null where the policy in force there names no such kind.',
    ),
  })
  policyClause(@Root() area: PriorityArea, @Ctx() { loaders }: Context): string | null {
    return loaders.clauseOfArea(area);
  }

  @RequiresScope(COORDINATION_SCOPES.readRegisterEntry)
  @FieldResolver(() => PriorityAreaCountsType, {
    nullable: true,
    description: describe(
      'Children who are counted there',
      '适龄儿童人数',
      'of those within reach; null while the school-age register was never made.',
    ),
  })
  counts(
    @Root() { divisionCode }: PriorityAreaType,
    @Ctx() { loaders }: Context,
  ): Promise<PriorityAreaCountsType | null> {
    return loaders.countsOfArea.load(divisionCode);
  }

  @RequiresScope(COORDINATION_SCOPES.markPriorityAreas)
  @Mutation(() => MarkPriorityAreaPayload, {
    description: describe('Marks a township or village as a priority area', '登记重点监测地区'),
  })
  markPriorityArea(
    @Arg('input', () => MarkPriorityAreaInput, { description: describe('The area', '重点监测地区') })
    input: MarkPriorityAreaInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.markPriorityArea(input);
  }

  @RequiresScope(COORDINATION_SCOPES.markPriorityAreas)
  @Mutation(() => EndPriorityAreaPayload, {
    description: describe('Records that a division is no priority area any more', '取消重点监测地区'),
  })
  endPriorityArea(
    @Arg('input', () => EndPriorityAreaInput, { description: describe('The end', '取消内容') })
    input: EndPriorityAreaInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.endPriorityArea(input);
  }
}

@Resolver(() => RiskAssessmentType)
export class RiskAreaResolver {
  @FieldResolver(() => [PriorityAreaType], {
    nullable: true,
    description: describe(
      'Priority areas in which the child is counted',
      '所在重点监测地区',
      'null where no register says where it lives.',
    ),
  })
  async priorityAreas(
    @Root() { student }: RiskAssessmentType,
    @Ctx() { loaders }: Context,
  ): Promise<readonly PriorityArea[] | null> {
    const { rows } = await loaders.entries.load(student);
    const division = rows[0]?.countedDivisionCode ?? null;
    return division === null ? null : loaders.areasAround.load(division);
  }
}
