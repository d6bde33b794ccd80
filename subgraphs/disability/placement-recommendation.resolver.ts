import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { PageArgs, type Connection } from '../_kit/schema/connection.js';
import { describe } from '../_kit/schema/label.js';
import { StudentType } from './student.type.js';
import type { DisabilityLoaders } from './loaders.js';
import type { PlacementRecommendation } from './placement-recommendation.entity.js';
import {
  PlacementRecommendationConnectionType,
  PlacementRecommendationFilter,
  PlacementRecommendationType,
} from './placement-recommendation.type.js';
import { RegisteredChildType } from './registered-child.type.js';
import { DISABILITY_SCOPES } from './scopes.js';

type Context = RequestContext<DisabilityLoaders>;

@Resolver(() => PlacementRecommendationType)
export class PlacementRecommendationResolver {
  @RequiresScope(DISABILITY_SCOPES.listPlacements)
  @Query(() => PlacementRecommendationConnectionType, {
    nullable: true,
    description: describe(
      'Placement recommendations for children within reach',
      '入学安置建议列表',
      'the latest first.',
    ),
  })
  placementRecommendations(
    @Arg('filter', () => PlacementRecommendationFilter, {
      nullable: true,
      description: describe('Which recommendations', '筛选条件'),
    })
    filter: PlacementRecommendationFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<PlacementRecommendation>> {
    return loaders.listPlacementRecommendations(filter ?? {}, page);
  }

  @FieldResolver(() => RegisteredChildType, {
    nullable: true,
    description: describe('Identity as recorded', '在册人员'),
  })
  recordedIdentity(
    @Root() { sourceKey }: PlacementRecommendationType,
    @Ctx() { loaders }: Context,
  ): Promise<object | null> {
    return loaders.registeredChildren.load(sourceKey);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: PlacementRecommendationType): StudentType {
    return { id: studentId };
  }
}
