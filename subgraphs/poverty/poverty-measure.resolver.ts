import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { PageArgs, type Connection } from '../_kit/schema/connection.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import { StudentType } from './student.type.js';
import type { PovertyLoaders } from './loaders.js';
import type { PovertyMeasure } from './poverty-measure.entity.js';
import {
  PovertyMeasureConnectionType,
  PovertyMeasureFilter,
  PovertyMeasureType,
} from './poverty-measure.type.js';
import { POVERTY_SCOPES } from './scopes.js';

type Context = RequestContext<PovertyLoaders>;

@Resolver(() => PovertyMeasureType)
export class PovertyMeasureResolver {
  @RequiresScope(POVERTY_SCOPES.listMeasures)
  @Query(() => PovertyMeasureConnectionType, {
    nullable: true,
    description: describe('Measures for children within reach', '帮扶措施列表', 'the latest first.'),
  })
  povertyMeasures(
    @Arg('filter', () => PovertyMeasureFilter, {
      nullable: true,
      description: describe('Which measures', '筛选条件'),
    })
    filter: PovertyMeasureFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<PovertyMeasure>> {
    return loaders.listPovertyMeasures(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, { description: describe('Where the child is filed', '所在区划') })
  division(@Root() { divisionCode }: PovertyMeasureType, @Ctx() { loaders }: Context): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: PovertyMeasureType): StudentType {
    return { id: studentId };
  }
}
