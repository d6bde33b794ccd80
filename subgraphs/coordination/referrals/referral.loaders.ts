import type { LoaderContext } from '../../_kit/request-context.js';
import type { PageArgs } from '../../_kit/schema/connection.js';
import { readReferralTerms } from './referral-terms.js';
import {
  acceptReferral,
  answerReferral,
  refuseReferral,
  sendReferral,
  withdrawReferral,
} from './referral.commands.js';
import type {
  AcceptReferralInput,
  AnswerReferralInput,
  ReferralFilter,
  RefuseReferralInput,
  SendReferralInput,
  WithdrawReferralInput,
} from './referral.input.js';
import { listReferrals } from './referral.list.js';

export function createReferralLoaders(context: LoaderContext) {
  const terms = context.createLoader(async (keys: readonly 'HERE'[]) => {
    const here = await readReferralTerms(context);
    return keys.map(() => here);
  });
  return {
    referralTerms: () => terms.load('HERE'),
    listReferrals: (filter: ReferralFilter, page: PageArgs) => listReferrals(context, filter, page),
    sendReferral: (input: SendReferralInput) => sendReferral(context, input),
    acceptReferral: (input: AcceptReferralInput) => acceptReferral(context, input),
    refuseReferral: (input: RefuseReferralInput) => refuseReferral(context, input),
    answerReferral: (input: AnswerReferralInput) => answerReferral(context, input),
    withdrawReferral: (input: WithdrawReferralInput) => withdrawReferral(context, input),
  };
}
