import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { PageArgs, type Connection } from '../_kit/schema/connection.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import { WelfareRecordFilter } from './current-record.input.js';
import type { CivilAffairsLoaders } from './loaders.js';
import type { ChildInDifficulty } from './child-in-difficulty.entity.js';
import { ChildInDifficultyConnectionType, ChildInDifficultyType } from './child-in-difficulty.type.js';
import { CIVIL_AFFAIRS_SCOPES } from './scopes.js';
import { StudentType } from './student.type.js';

type Context = RequestContext<CivilAffairsLoaders>;

@Resolver(() => ChildInDifficultyType)
export class ChildInDifficultyResolver {
  @RequiresScope(CIVIL_AFFAIRS_SCOPES.listChildrenInDifficulty)
  @Query(() => ChildInDifficultyConnectionType, {
    nullable: true,
    description: describe(
      'Children in difficulty within reach',
      '困境儿童列表',
      'those who count as such today, the latest first.',
    ),
  })
  childrenInDifficulty(
    @Arg('filter', () => WelfareRecordFilter, {
      nullable: true,
      description: describe('Which records', '筛选条件'),
    })
    filter: WelfareRecordFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<ChildInDifficulty>> {
    return loaders.listChildrenInDifficulty(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, { description: describe('Where the child is filed', '所在区划') })
  division(
    @Root() { divisionCode }: ChildInDifficultyType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: ChildInDifficultyType): StudentType {
    return { id: studentId };
  }
}
