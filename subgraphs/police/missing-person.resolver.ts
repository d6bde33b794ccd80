import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { PageArgs, type Connection } from '../_kit/schema/connection.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import { StudentType } from './student.type.js';
import type { PoliceLoaders } from './loaders.js';
import type { MissingPersonDetermination } from './missing-person.entity.js';
import {
  MissingPersonDeterminationConnectionType,
  MissingPersonDeterminationFilter,
  MissingPersonDeterminationType,
} from './missing-person.type.js';
import { POLICE_SCOPES } from './scopes.js';

type Context = RequestContext<PoliceLoaders>;

@Resolver(() => MissingPersonDeterminationType)
export class MissingPersonResolver {
  @RequiresScope(POLICE_SCOPES.listMissingPersons)
  @Query(() => MissingPersonDeterminationConnectionType, {
    nullable: true,
    description: describe(
      'Missing-person determinations on children within reach',
      '疑似失踪失联界定列表',
      'the oldest request first.',
    ),
  })
  missingPersonDeterminations(
    @Arg('filter', () => MissingPersonDeterminationFilter, {
      nullable: true,
      description: describe('Which determinations', '筛选条件'),
    })
    filter: MissingPersonDeterminationFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<MissingPersonDetermination>> {
    return loaders.listMissingPersonDeterminations(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, {
    description: describe('Where the child was last held to live', '居住地区划'),
  })
  residenceDivision(
    @Root() { residenceDivisionCode }: MissingPersonDeterminationType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(residenceDivisionCode);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: MissingPersonDeterminationType): StudentType {
    return { id: studentId };
  }
}
