import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { PageArgs, type Connection } from '../_kit/schema/connection.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import { StudentType } from './student.type.js';
import type { CivilAffairsLoaders } from './loaders.js';
import type { SubsistenceAllowance } from './subsistence-allowance.entity.js';
import {
  SubsistenceAllowanceConnectionType,
  SubsistenceAllowanceFilter,
  SubsistenceAllowanceType,
} from './subsistence-allowance.type.js';
import { CIVIL_AFFAIRS_SCOPES } from './scopes.js';

type Context = RequestContext<CivilAffairsLoaders>;

@Resolver(() => SubsistenceAllowanceType)
export class SubsistenceAllowanceResolver {
  @RequiresScope(CIVIL_AFFAIRS_SCOPES.listSubsistenceAllowances)
  @Query(() => SubsistenceAllowanceConnectionType, {
    nullable: true,
    description: describe('Allowances of children within reach', '低保列表', 'the latest first.'),
  })
  subsistenceAllowances(
    @Arg('filter', () => SubsistenceAllowanceFilter, {
      nullable: true,
      description: describe('Which allowances', '筛选条件'),
    })
    filter: SubsistenceAllowanceFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<SubsistenceAllowance>> {
    return loaders.listSubsistenceAllowances(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, { description: describe('Where the child is filed', '所在区划') })
  division(
    @Root() { divisionCode }: SubsistenceAllowanceType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: SubsistenceAllowanceType): StudentType {
    return { id: studentId };
  }
}
