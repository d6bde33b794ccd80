import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { PageArgs, type Connection } from '../_kit/schema/connection.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import { StudentType } from './student.type.js';
import type { CivilAffairsLoaders } from './loaders.js';
import type { DeFactoUnattendedChild } from './de-facto-unattended-child.entity.js';
import {
  DeFactoUnattendedChildConnectionType,
  DeFactoUnattendedChildFilter,
  DeFactoUnattendedChildType,
} from './de-facto-unattended-child.type.js';
import { CIVIL_AFFAIRS_SCOPES } from './scopes.js';

type Context = RequestContext<CivilAffairsLoaders>;

@Resolver(() => DeFactoUnattendedChildType)
export class DeFactoUnattendedChildResolver {
  @RequiresScope(CIVIL_AFFAIRS_SCOPES.listDeFactoUnattended)
  @Query(() => DeFactoUnattendedChildConnectionType, {
    nullable: true,
    description: describe(
      'De facto unattended children within reach',
      '事实无人抚养儿童列表',
      'those who count as such today, the latest recognised first.',
    ),
  })
  deFactoUnattendedChildren(
    @Arg('filter', () => DeFactoUnattendedChildFilter, {
      nullable: true,
      description: describe('Which children', '筛选条件'),
    })
    filter: DeFactoUnattendedChildFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<DeFactoUnattendedChild>> {
    return loaders.listDeFactoUnattendedChildren(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, { description: describe('Where the child is filed', '所在区划') })
  division(
    @Root() { divisionCode }: DeFactoUnattendedChildType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: DeFactoUnattendedChildType): StudentType {
    return { id: studentId };
  }
}
