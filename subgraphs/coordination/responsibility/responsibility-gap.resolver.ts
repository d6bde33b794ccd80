import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import {
  ResponsibilityGapConnectionType,
  ResponsibilityGapFilter,
  ResponsibilityGapType,
} from './responsibility-gap.type.js';

@Resolver(() => ResponsibilityGapType)
export class ResponsibilityGapResolver {
  @RequiresScope(COORDINATION_SCOPES.readDuties)
  @Query(() => ResponsibilityGapConnectionType, {
    nullable: true,
    description: describe(
      'Levels within reach for which nobody is named',
      '包保责任空缺列表',
      'as the policies in force ask for them, from the top down.',
    ),
  })
  responsibilityGaps(
    @Arg('filter', () => ResponsibilityGapFilter, {
      nullable: true,
      description: describe('Which vacancies', '筛选条件'),
    })
    filter: ResponsibilityGapFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: RequestContext<CoordinationLoaders>,
  ): Promise<Connection<ResponsibilityGapType>> {
    return loaders.listResponsibilityGaps(filter ?? {}, page);
  }
}
