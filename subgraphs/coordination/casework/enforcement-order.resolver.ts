import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { EnforcementOrder } from './enforcement-order.entity.js';
import {
  EnforcementOrderConnectionType,
  EnforcementOrderFilter,
  EnforcementOrderType,
} from './enforcement-order.type.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { StudentType } from '../student.type.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => EnforcementOrderType)
export class EnforcementOrderResolver {
  @RequiresScope(COORDINATION_SCOPES.readCasework)
  @Query(() => EnforcementOrderConnectionType, {
    nullable: true,
    description: describe('Notices and orders within reach', '法律文书列表', 'those due first come first.'),
  })
  enforcementOrders(
    @Arg('filter', () => EnforcementOrderFilter, {
      nullable: true,
      description: describe('Which orders', '筛选条件'),
    })
    filter: EnforcementOrderFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<EnforcementOrder>> {
    return loaders.listEnforcementOrders(filter ?? {}, page);
  }

  @FieldResolver(() => Boolean, {
    description: describe('Past its day and not obeyed', '是否逾期'),
  })
  isOverdue(
    @Root() { dueOn, compliedOn, withdrawnOn }: EnforcementOrder,
    @Ctx() { loaders }: Context,
  ): boolean {
    return compliedOn === null && withdrawnOn === null && dueOn < loaders.today;
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: EnforcementOrder): StudentType {
    return { id: studentId };
  }
}
