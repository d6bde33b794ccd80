import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { PageArgs, type Connection } from '../_kit/schema/connection.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import { WelfareRecordFilter } from './current-record.input.js';
import type { CivilAffairsLoaders } from './loaders.js';
import type { ExtremePovertySupport } from './extreme-poverty-support.entity.js';
import {
  ExtremePovertySupportConnectionType,
  ExtremePovertySupportType,
} from './extreme-poverty-support.type.js';
import { CIVIL_AFFAIRS_SCOPES } from './scopes.js';
import { StudentType } from './student.type.js';

type Context = RequestContext<CivilAffairsLoaders>;

@Resolver(() => ExtremePovertySupportType)
export class ExtremePovertySupportResolver {
  @RequiresScope(CIVIL_AFFAIRS_SCOPES.listExtremePoverty)
  @Query(() => ExtremePovertySupportConnectionType, {
    nullable: true,
    description: describe(
      'Children under extreme-poverty support within reach',
      '特困供养儿童列表',
      'those who count as such today, the latest first.',
    ),
  })
  extremePovertySupports(
    @Arg('filter', () => WelfareRecordFilter, {
      nullable: true,
      description: describe('Which records', '筛选条件'),
    })
    filter: WelfareRecordFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<ExtremePovertySupport>> {
    return loaders.listExtremePovertySupports(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, { description: describe('Where the child is filed', '所在区划') })
  division(
    @Root() { divisionCode }: ExtremePovertySupportType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: ExtremePovertySupportType): StudentType {
    return { id: studentId };
  }
}
