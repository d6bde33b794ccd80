import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { pageOfDuties } from './duty.list.js';
import type { DutyNode } from './duty-node.js';
import { DutyConnectionType } from './duty.type.js';
import { MobilityBulletinType } from './mobility-bulletin.type.js';

@Resolver(() => MobilityBulletinType)
export class MobilityBulletinResolver {
  @RequiresScope(COORDINATION_SCOPES.readDuties)
  @Query(() => MobilityBulletinType, {
    nullable: true,
    description: describe(
      'Sum over the monthly reports of the schools within reach',
      '学生流动、流失情况季度通报',
      'what the registers themselves say of a school is `School.mobility`.',
    ),
  })
  mobilityBulletin(
    @Arg('quarter', () => String, {
      nullable: true,
      description: describe('Quarter', '季度', 'such as 2026Q3; the one that ended last by default.'),
    })
    quarter: string | null,
    @Ctx() { loaders }: RequestContext<CoordinationLoaders>,
  ): Promise<object> {
    return loaders.mobilityBulletin(quarter);
  }

  @FieldResolver(() => DutyConnectionType, {
    description: describe('Reports that were not handed in', '未报学校', 'the earliest due come first.'),
  })
  missing(
    @Root() { missing }: MobilityBulletinType,
    @Args(() => PageArgs) page: PageArgs,
  ): Connection<DutyNode> {
    return pageOfDuties(missing, page);
  }
}
