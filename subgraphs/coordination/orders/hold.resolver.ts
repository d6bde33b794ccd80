import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { DropoutCase } from '../casework/dropout-case.entity.js';
import { DropoutCaseType } from '../casework/dropout-case.type.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import type { HoldAdvice } from './administrative-hold.js';
import type { HoldDecision } from './hold-decision.entity.js';
import type { HoldReviewState } from './hold.enums.js';
import {
  DecideHoldInput,
  DecideHoldPayload,
  HoldAdviceType,
  ReviewHoldInput,
  ReviewHoldPayload,
} from './hold.type.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => DropoutCaseType)
export class CaseHoldResolver {
  @RequiresScope(COORDINATION_SCOPES.readHolds)
  @FieldResolver(() => HoldAdviceType, {
    nullable: true,
    description: describe(
      'Whether an order stands unresolved',
      '四不办理查询',
      'OFF unless the policy says otherwise.',
    ),
  })
  async administrativeHolds(@Root() dropout: DropoutCase, @Ctx() { loaders }: Context): Promise<object> {
    const [advice, decisions] = await Promise.all([
      loaders.holdAdviceOf(dropout),
      loaders.holdDecisionsOf(dropout),
    ]);
    return {
      ...advice,
      decisions: decisions.map((decision) => ({
        ...decision,
        reviewState: reviewStateOf(decision, advice),
      })),
    };
  }
}

/** It stands and falls with the order on which it was decided: another order brings no decision back. */
function reviewStateOf({ isConfirmed, orderNumber }: HoldDecision, advice: HoldAdvice): HoldReviewState {
  if (isConfirmed === null) return 'PENDING';
  if (!isConfirmed) return 'REJECTED';
  return advice.state === 'UNKNOWN' || advice.orderNumber === orderNumber ? 'CONFIRMED' : 'LAPSED';
}

@Resolver()
export class HoldCommandResolver {
  @RequiresScope(COORDINATION_SCOPES.decideHolds)
  @Mutation(() => DecideHoldPayload, {
    description: describe(
      'Records what a person decided about a matter of the household',
      '登记四不办理决定',
      'only where the policy turns it on; another person reviews it.',
    ),
  })
  decideAdministrativeHold(
    @Arg('input', () => DecideHoldInput, { description: describe('What was decided', '决定内容') })
    input: DecideHoldInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.decideAdministrativeHold(input);
  }

  @RequiresScope(COORDINATION_SCOPES.decideHolds)
  @Mutation(() => ReviewHoldPayload, {
    description: describe('Reviews a decision of another person', '复核四不办理决定'),
  })
  reviewAdministrativeHold(
    @Arg('input', () => ReviewHoldInput, { description: describe('The review', '复核内容') })
    input: ReviewHoldInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.reviewAdministrativeHold(input);
  }
}
