import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { DutyFilter, ReturnDutyInput, SignOffDutyInput, SubmitDutyInput } from './duty.input.js';
import type { DutyReport } from './duty.list.js';
import type { DutyNode } from './duty-node.js';
import { ReturnDutyPayload, SignOffDutyPayload, SubmitDutyPayload } from './duty.payload.js';
import { DutyReportType } from './duty-report.type.js';
import { DutyConnectionType, DutyType } from './duty.type.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => DutyType)
export class DutyResolver {
  @RequiresScope(COORDINATION_SCOPES.readDuties)
  @Query(() => DutyConnectionType, {
    nullable: true,
    description: describe('Duties at places within reach', '工作任务列表', 'the earliest due come first.'),
  })
  duties(
    @Arg('filter', () => DutyFilter, { nullable: true, description: describe('Which duties', '筛选条件') })
    filter: DutyFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<DutyNode>> {
    return loaders.listDuties(filter ?? {}, page);
  }

  @RequiresScope(COORDINATION_SCOPES.readDuties)
  @Query(() => DutyReportType, {
    nullable: true,
    description: describe('How the duties of places within reach stand', '履职情况通报'),
  })
  dutyReport(
    @Arg('filter', () => DutyFilter, { nullable: true, description: describe('Which duties', '筛选条件') })
    filter: DutyFilter | null,
    @Ctx() { loaders }: Context,
  ): Promise<DutyReport> {
    return loaders.reportDuties(filter ?? {});
  }

  @RequiresScope(COORDINATION_SCOPES.submitDuties)
  @Mutation(() => SubmitDutyPayload, {
    description: describe(
      'Hands in what was done for a duty',
      '报送工作任务',
      'it counts as handed in today.',
    ),
  })
  submitDuty(
    @Arg('input', () => SubmitDutyInput, { description: describe('What is handed in', '报送内容') })
    input: SubmitDutyInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.submitDuty(input);
  }

  @RequiresScope(COORDINATION_SCOPES.signOffDuties)
  @Mutation(() => SignOffDutyPayload, {
    description: describe(
      'Signs off what another body handed in',
      '签收工作任务',
      'by the receiver that the policy names.',
    ),
  })
  signOffDuty(
    @Arg('input', () => SignOffDutyInput, { description: describe('What is signed off', '签收内容') })
    input: SignOffDutyInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.signOffDuty(input);
  }

  @RequiresScope(COORDINATION_SCOPES.signOffDuties)
  @Mutation(() => ReturnDutyPayload, {
    description: describe('Sends back what was handed in', '退回工作任务', 'with the reason.'),
  })
  returnDuty(
    @Arg('input', () => ReturnDutyInput, { description: describe('What is sent back', '退回内容') })
    input: ReturnDutyInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.returnDuty(input);
  }
}
