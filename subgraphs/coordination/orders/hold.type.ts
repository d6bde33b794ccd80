import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue, type LabelledEnum } from '../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../_kit/schema/mutation-error.js';
import {
  DecideHoldErrorEnum,
  HeldItemEnum,
  HoldAdviceStateEnum,
  HoldDecisionEnum,
  HoldReviewStateEnum,
  ReviewHoldErrorEnum,
  type HeldItem,
  type HoldAdviceState,
  type HoldReviewState,
} from './hold.enums.js';

@Holds('CASEWORK')
@ObjectType('AdministrativeHoldDecision', {
  description: describe(
    'What a person decided about a matter of the household',
    '四不办理决定记录',
    'the hub blocks nothing.',
  ),
})
export class HoldDecisionType {
  @Field(() => ID, { description: describe('Id', '决定编号') })
  id!: string;

  @Field(() => HeldItemEnum.type, { description: describe('Matter', '事项') })
  item!: HeldItem;

  @Field(() => HoldDecisionEnum.type, { description: describe('Decision', '决定') })
  decision!: EnumValue<typeof HoldDecisionEnum>;

  @Field(() => String, { description: describe('Facts it rests on', '事实依据') })
  basis!: string;

  @Field(() => String, { description: describe('Order that stood open', '所依据的文书编号') })
  orderNumber!: string;

  @Field(() => String, { description: describe('Decided by', '决定人') })
  decidedBy!: string;

  @Field(() => IsoDateScalar, { description: describe('Decided on', '决定日期') })
  decidedOn!: string;

  @Field(() => HoldReviewStateEnum.type, { description: describe('Review', '复核状态') })
  reviewState!: HoldReviewState;

  @Field(() => String, { nullable: true, description: describe('Reviewed by', '复核人') })
  reviewedBy!: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Reviewed on', '复核日期') })
  reviewedOn!: string | null;

  @Field(() => String, { nullable: true, description: describe('Grounds of the review', '复核意见') })
  reviewBasis!: string | null;
}

@Holds('CASEWORK')
@ObjectType('AdministrativeHoldAdvice', {
  description: describe(
    'Whether an order stands unresolved',
    '四不办理查询',
    'an answer and no block; the child’s own aid is never touched.',
  ),
})
export class HoldAdviceType {
  @Field(() => HoldAdviceStateEnum.type, { description: describe('Answer', '查询结果') })
  state!: HoldAdviceState;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Since when', '逾期起始日期', 'null unless an order stands open.'),
  })
  since!: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Order', '文书编号', 'null unless an order stands open.'),
  })
  orderNumber!: string | null;

  @Field(() => [HeldItemEnum.type], {
    description: describe('Matters that the policy names', '可查询事项', 'none where it is off.'),
  })
  items!: readonly HeldItem[];

  @Field(() => String, {
    nullable: true,
    description: describe('Document and clause', '政策依据', 'null where it is off.'),
  })
  clause!: string | null;

  @Field(() => [HoldDecisionType], {
    description: describe('Decisions of people', '决定记录', 'latest first.'),
  })
  decisions!: readonly HoldDecisionType[];
}

@InputType('DecideAdministrativeHoldInput', { description: describe('What was decided', '决定内容') })
export class DecideHoldInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => String, { description: describe('Case', '个案编号') })
  caseNumber!: string;

  @Field(() => HeldItemEnum.type, { description: describe('Matter', '事项') })
  item!: HeldItem;

  @Field(() => HoldDecisionEnum.type, { description: describe('Decision', '决定') })
  decision!: EnumValue<typeof HoldDecisionEnum>;

  @Field(() => String, { description: describe('Facts it rests on', '事实依据', 'without names.') })
  basis!: string;
}

@InputType('ReviewAdministrativeHoldInput', { description: describe('Review of a decision', '复核内容') })
export class ReviewHoldInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Decision', '决定编号') })
  decisionId!: string;

  @Field(() => Boolean, { description: describe('Whether it is confirmed', '是否同意') })
  isConfirmed!: boolean;

  @Field(() => String, { description: describe('Grounds of the review', '复核意见', 'without names.') })
  basis!: string;
}

export interface HoldPayload<Code extends string> {
  readonly isRecorded: boolean;
  readonly errors: readonly MutationError<Code>[];
}

function holdPayload<Code extends string>(name: string, codes: LabelledEnum<Code>) {
  const ErrorType = mutationErrorType(name, codes);
  @Holds('NONE')
  @ObjectType(`${name}Payload`, { description: describe(`Outcome of ${name}`, '办理结果') })
  class Payload implements HoldPayload<Code> {
    @Field(() => Boolean, { description: describe('Whether it is recorded', '是否已登记') })
    readonly isRecorded!: boolean;

    @Field(() => [ErrorType], { description: describe('Why not', '未办理的原因') })
    readonly errors!: MutationError<Code>[];
  }
  return Payload;
}

export const DecideHoldPayload = holdPayload('DecideAdministrativeHold', DecideHoldErrorEnum);
export const ReviewHoldPayload = holdPayload('ReviewAdministrativeHold', ReviewHoldErrorEnum);
