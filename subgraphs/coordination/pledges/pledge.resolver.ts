import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import {
  CorrectPledgeInput,
  CorrectPledgePayload,
  RecordPledgeInput,
  RecordPledgePayload,
  ResponsibilityPledgeConnectionType,
  ResponsibilityPledgeFilter,
  ResponsibilityPledgeType,
} from './pledge.type.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => ResponsibilityPledgeType)
export class PledgeResolver {
  @RequiresScope(COORDINATION_SCOPES.readDuties)
  @Query(() => ResponsibilityPledgeConnectionType, {
    nullable: true,
    description: describe(
      'Responsibility pledges at places within reach, signed or not',
      '目标责任书列表',
      'as the policy in force there asks for them, from the top down; none where it asks for none.',
    ),
  })
  responsibilityPledges(
    @Arg('filter', () => ResponsibilityPledgeFilter, {
      nullable: true,
      description: describe('Which pledges', '筛选条件'),
    })
    filter: ResponsibilityPledgeFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<ResponsibilityPledgeType>> {
    return loaders.listPledges(filter ?? {}, page);
  }

  @RequiresScope(COORDINATION_SCOPES.submitDuties)
  @Mutation(() => RecordPledgePayload, {
    description: describe('Records that a pledge was signed', '登记目标责任书', 'by either side.'),
  })
  recordPledge(
    @Arg('input', () => RecordPledgeInput, { description: describe('The pledge', '责任书') })
    input: RecordPledgeInput,
    @Ctx() { loaders }: Context,
  ): Promise<RecordPledgePayload> {
    return loaders.recordPledge(input);
  }

  @RequiresScope(COORDINATION_SCOPES.submitDuties)
  @Mutation(() => CorrectPledgePayload, {
    description: describe('Puts a recorded pledge right', '更正目标责任书登记', 'by either side.'),
  })
  correctPledge(
    @Arg('input', () => CorrectPledgeInput, { description: describe('What it should say', '更正内容') })
    input: CorrectPledgeInput,
    @Ctx() { loaders }: Context,
  ): Promise<CorrectPledgePayload> {
    return loaders.correctPledge(input);
  }
}
