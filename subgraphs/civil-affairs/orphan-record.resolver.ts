import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { PageArgs, type Connection } from '../_kit/schema/connection.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import { WelfareRecordFilter } from './current-record.input.js';
import type { CivilAffairsLoaders } from './loaders.js';
import type { OrphanRecord } from './orphan-record.entity.js';
import { OrphanConnectionType, OrphanRecordType } from './orphan-record.type.js';
import { CIVIL_AFFAIRS_SCOPES } from './scopes.js';
import { StudentType } from './student.type.js';

type Context = RequestContext<CivilAffairsLoaders>;

@Resolver(() => OrphanRecordType)
export class OrphanRecordResolver {
  @RequiresScope(CIVIL_AFFAIRS_SCOPES.listOrphans)
  @Query(() => OrphanConnectionType, {
    nullable: true,
    description: describe(
      'Orphans within reach',
      '孤儿列表',
      'those who count as such today, the latest first.',
    ),
  })
  orphans(
    @Arg('filter', () => WelfareRecordFilter, {
      nullable: true,
      description: describe('Which records', '筛选条件'),
    })
    filter: WelfareRecordFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<OrphanRecord>> {
    return loaders.listOrphans(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, { description: describe('Where the child is filed', '所在区划') })
  division(@Root() { divisionCode }: OrphanRecordType, @Ctx() { loaders }: Context): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: OrphanRecordType): StudentType {
    return { id: studentId };
  }
}
