import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { PageArgs, type Connection } from '../_kit/schema/connection.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import { StudentType } from './student.type.js';
import type { FloatingPopulationRecord } from './floating-population.entity.js';
import {
  FloatingPopulationConnectionType,
  FloatingPopulationFilter,
  FloatingPopulationRecordType,
} from './floating-population.type.js';
import type { PoliceLoaders } from './loaders.js';
import { POLICE_SCOPES } from './scopes.js';

type Context = RequestContext<PoliceLoaders>;

@Resolver(() => FloatingPopulationRecordType)
export class FloatingPopulationResolver {
  @RequiresScope(POLICE_SCOPES.listFloatingPopulation)
  @Query(() => FloatingPopulationConnectionType, {
    nullable: true,
    description: describe('Moves that last, of children within reach', '流动人口列表', 'the latest first.'),
  })
  floatingPopulation(
    @Arg('filter', () => FloatingPopulationFilter, {
      nullable: true,
      description: describe('Which moves', '筛选条件'),
    })
    filter: FloatingPopulationFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<FloatingPopulationRecord>> {
    return loaders.listFloatingPopulation(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, {
    description: describe(
      'Division inside this county',
      '本县区划',
      'of residence when the child came in, of register when it went out.',
    ),
  })
  localDivision(
    @Root() { localDivisionCode }: FloatingPopulationRecordType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(localDivisionCode);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: FloatingPopulationRecordType): StudentType {
    return { id: studentId };
  }
}
