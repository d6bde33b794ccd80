import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { PageArgs, type Connection } from '../_kit/schema/connection.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import type { PoliceLoaders } from './loaders.js';
import type { Resident } from './resident.entity.js';
import { ResidentConnectionType, ResidentFilter, ResidentType } from './resident.type.js';
import { POLICE_SCOPES } from './scopes.js';
import { StudentType } from './student.type.js';

type Context = RequestContext<PoliceLoaders>;

@Resolver(() => ResidentType)
export class ResidentResolver {
  @RequiresScope(POLICE_SCOPES.listResidents)
  @Query(() => ResidentConnectionType, {
    nullable: true,
    description: describe(
      'Registered residents of 0 to 18 years within reach',
      '0—18周岁常住人口列表',
      'the oldest first.',
    ),
  })
  residents(
    @Arg('filter', () => ResidentFilter, {
      nullable: true,
      description: describe('Which residents', '筛选条件'),
    })
    filter: ResidentFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Resident>> {
    return loaders.listResidents(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, { description: describe('Place of registration', '户籍地') })
  registeredDivision(
    @Root() { registeredDivisionCode }: ResidentType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(registeredDivisionCode);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: ResidentType): StudentType {
    return { id: studentId };
  }
}
