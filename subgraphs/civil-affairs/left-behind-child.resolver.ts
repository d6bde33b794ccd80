import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { PageArgs, type Connection } from '../_kit/schema/connection.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import { StudentType } from './student.type.js';
import type { CivilAffairsLoaders } from './loaders.js';
import type { LeftBehindChild } from './left-behind-child.entity.js';
import {
  LeftBehindChildConnectionType,
  LeftBehindChildFilter,
  LeftBehindChildType,
} from './left-behind-child.type.js';
import { CIVIL_AFFAIRS_SCOPES } from './scopes.js';

type Context = RequestContext<CivilAffairsLoaders>;

@Resolver(() => LeftBehindChildType)
export class LeftBehindChildResolver {
  @RequiresScope(CIVIL_AFFAIRS_SCOPES.listLeftBehind)
  @Query(() => LeftBehindChildConnectionType, {
    nullable: true,
    description: describe(
      'Left-behind children within reach',
      '农村留守儿童列表',
      'those who count as such today, the longest unvisited first.',
    ),
  })
  leftBehindChildren(
    @Arg('filter', () => LeftBehindChildFilter, {
      nullable: true,
      description: describe('Which children', '筛选条件'),
    })
    filter: LeftBehindChildFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<LeftBehindChild>> {
    return loaders.listLeftBehindChildren(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, { description: describe('Where the child is filed', '所在区划') })
  division(
    @Root() { divisionCode }: LeftBehindChildType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: LeftBehindChildType): StudentType {
    return { id: studentId };
  }
}
