import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { parseIsoDate } from '../../../../policies/iso-date.js';
import { RequiresScope } from '../../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../../_kit/schema/connection.js';
import { describe } from '../../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../../loaders.js';
import { COORDINATION_SCOPES } from '../../scopes.js';
import { shownFollowUp } from './supervision.list.js';
import { FollowUpFilter } from './supervision.input.js';
import {
  AccountabilityRecordType,
  FollowUpConnectionType,
  FollowUpType,
  InspectionConnectionType,
  InspectionType,
  MeetingConnectionType,
  MeetingType,
  TermOpeningType,
} from './supervision.type.js';
import type { TermOpening } from './term-openings.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => MeetingType)
export class MeetingResolver {
  @RequiresScope(COORDINATION_SCOPES.readSupervision)
  @Query(() => MeetingConnectionType, {
    nullable: true,
    description: describe('Meetings of divisions within reach', '会议列表', 'the latest come first.'),
  })
  meetings(@Args(() => PageArgs) page: PageArgs, @Ctx() { loaders }: Context): Promise<Connection<object>> {
    return loaders.listMeetings(page);
  }

  @RequiresScope(COORDINATION_SCOPES.readSupervision)
  @Query(() => [TermOpeningType], {
    nullable: true,
    description: describe(
      'Whether each term of the last two years had its opening meeting',
      '学期初会议召开情况',
      'empty where no policy in force asks for one.',
    ),
  })
  termOpenings(@Ctx() { loaders }: Context): Promise<TermOpening[]> {
    return loaders.listTermOpenings();
  }

  @FieldResolver(() => [FollowUpType], { description: describe('What was decided', '决定事项', 'in order.') })
  async decisions(@Root() { id }: MeetingType, @Ctx() { loaders }: Context): Promise<FollowUpType[]> {
    const rows = await loaders.followUpsOf.load(id);
    return rows.map((row) => shownFollowUp(row, parseIsoDate(loaders.today)));
  }
}

@Resolver(() => InspectionType)
export class InspectionResolver {
  @RequiresScope(COORDINATION_SCOPES.readSupervision)
  @Query(() => InspectionConnectionType, {
    nullable: true,
    description: describe('Inspections of places within reach', '督导检查列表', 'the latest come first.'),
  })
  inspections(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<object>> {
    return loaders.listInspections(page);
  }

  @FieldResolver(() => [FollowUpType], { description: describe('What was found', '发现问题', 'in order.') })
  async findings(@Root() { id }: InspectionType, @Ctx() { loaders }: Context): Promise<FollowUpType[]> {
    const rows = await loaders.followUpsOf.load(id);
    return rows.map((row) => shownFollowUp(row, parseIsoDate(loaders.today)));
  }

  @FieldResolver(() => [AccountabilityRecordType], {
    description: describe('Who was held to account', '问责记录', 'the earliest first.'),
  })
  accountability(@Root() { id }: InspectionType, @Ctx() { loaders }: Context): Promise<readonly object[]> {
    return loaders.accountabilityOf.load(id);
  }
}

@Resolver(() => FollowUpType)
export class FollowUpResolver {
  @RequiresScope(COORDINATION_SCOPES.readSupervision)
  @Query(() => FollowUpConnectionType, {
    nullable: true,
    description: describe(
      'Decisions and findings for places within reach',
      '决定事项、整改事项列表',
      'the earliest due come first.',
    ),
  })
  async followUps(
    @Arg('filter', () => FollowUpFilter, { nullable: true, description: describe('Which', '筛选条件') })
    filter: FollowUpFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<FollowUpType>> {
    const today = parseIsoDate(loaders.today);
    const found = await loaders.listFollowUps(filter ?? {}, page);
    const edges = found.edges.map(({ cursor, node }) => ({ cursor, node: shownFollowUp(node, today) }));
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: found.pageInfo,
      get totalCount() {
        return found.totalCount;
      },
    };
  }
}
