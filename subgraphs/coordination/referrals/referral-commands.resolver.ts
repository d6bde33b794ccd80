import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import {
  AcceptReferralInput,
  AnswerReferralInput,
  RefuseReferralInput,
  SendReferralInput,
  WithdrawReferralInput,
} from './referral.input.js';
import { ReferralPayload, ReferralType } from './referral.type.js';

type Context = RequestContext<CoordinationLoaders>;

/** Each records a fact of today; state, reminder and escalation follow by the rule. */
@Resolver(() => ReferralType)
export class ReferralCommandsResolver {
  @RequiresScope(COORDINATION_SCOPES.sendReferrals)
  @Mutation(() => ReferralPayload, {
    description: describe(
      'Refers a child to another body',
      '转办',
      "in the name of the caller's own office, to be answered within the days of the policy.",
    ),
  })
  sendReferral(
    @Arg('input', () => SendReferralInput, { description: describe('What is referred', '转办内容') })
    input: SendReferralInput,
    @Ctx() { loaders }: Context,
  ): Promise<ReferralPayload> {
    return loaders.sendReferral(input);
  }

  @RequiresScope(COORDINATION_SCOPES.answerReferrals)
  @Mutation(() => ReferralPayload, {
    description: describe('Accepts a referral', '受理转办', 'as the body to which it was sent.'),
  })
  acceptReferral(
    @Arg('input', () => AcceptReferralInput, { description: describe('What is recorded', '登记内容') })
    input: AcceptReferralInput,
    @Ctx() { loaders }: Context,
  ): Promise<ReferralPayload> {
    return loaders.acceptReferral(input);
  }

  @RequiresScope(COORDINATION_SCOPES.answerReferrals)
  @Mutation(() => ReferralPayload, {
    description: describe('Sends a referral back', '退回转办', 'before it is accepted, with the reason.'),
  })
  refuseReferral(
    @Arg('input', () => RefuseReferralInput, { description: describe('What is recorded', '登记内容') })
    input: RefuseReferralInput,
    @Ctx() { loaders }: Context,
  ): Promise<ReferralPayload> {
    return loaders.refuseReferral(input);
  }

  @RequiresScope(COORDINATION_SCOPES.answerReferrals)
  @Mutation(() => ReferralPayload, {
    description: describe(
      'Answers a referral',
      '反馈转办',
      "as the body to which it was sent; of a body without officers here the leading group's office enters the answer.",
    ),
  })
  answerReferral(
    @Arg('input', () => AnswerReferralInput, { description: describe('What is recorded', '登记内容') })
    input: AnswerReferralInput,
    @Ctx() { loaders }: Context,
  ): Promise<ReferralPayload> {
    return loaders.answerReferral(input);
  }

  @RequiresScope(COORDINATION_SCOPES.sendReferrals)
  @Mutation(() => ReferralPayload, {
    description: describe(
      'Withdraws a referral',
      '撤回转办',
      'as the body that sent it, before it is answered.',
    ),
  })
  withdrawReferral(
    @Arg('input', () => WithdrawReferralInput, { description: describe('What is recorded', '登记内容') })
    input: WithdrawReferralInput,
    @Ctx() { loaders }: Context,
  ): Promise<ReferralPayload> {
    return loaders.withdrawReferral(input);
  }
}
