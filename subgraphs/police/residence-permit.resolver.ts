import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { PageArgs, type Connection } from '../_kit/schema/connection.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import { StudentType } from './student.type.js';
import type { PoliceLoaders } from './loaders.js';
import type { ResidencePermit } from './residence-permit.entity.js';
import {
  ResidencePermitConnectionType,
  ResidencePermitFilter,
  ResidencePermitType,
} from './residence-permit.type.js';
import { POLICE_SCOPES } from './scopes.js';

type Context = RequestContext<PoliceLoaders>;

@Resolver(() => ResidencePermitType)
export class ResidencePermitResolver {
  @RequiresScope(POLICE_SCOPES.listResidencePermits)
  @Query(() => ResidencePermitConnectionType, {
    nullable: true,
    description: describe(
      'Residence permits of children within reach',
      '居住证列表',
      'the soonest to expire first.',
    ),
  })
  residencePermits(
    @Arg('filter', () => ResidencePermitFilter, {
      nullable: true,
      description: describe('Which permits', '筛选条件'),
    })
    filter: ResidencePermitFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<ResidencePermit>> {
    return loaders.listResidencePermits(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, { description: describe('Division of the address', '居住地区划') })
  addressDivision(
    @Root() { addressDivisionCode }: ResidencePermitType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(addressDivisionCode);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: ResidencePermitType): StudentType {
    return { id: studentId };
  }
}
