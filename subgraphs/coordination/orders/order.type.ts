import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { BodyEnum, type Body } from '../casework/body.enums.js';
import { EnforcementStepEnum, type EnforcementStep } from '../casework/enforcement-order.enums.js';
import {
  JustifiedReasonEnum,
  NextOrderReasonEnum,
  NextOrderStateEnum,
  type NextOrderReason,
  type NextOrderState,
} from './order.enums.js';
import type { NextOrder } from './next-order.js';

@Holds('CASEWORK')
@ObjectType('NextOrder', {
  description: describe(
    'What the order ladder asks for next',
    '下一步依法控辍程序',
    'derived from the case, its orders, the registers and the policy; nobody enters it.',
  ),
})
export class NextOrderType implements NextOrder {
  @Field(() => NextOrderStateEnum.type, { description: describe('Whether a step is due', '状态') })
  state!: NextOrderState;

  @Field(() => NextOrderReasonEnum.type, { description: describe('Why', '依据') })
  reason!: NextOrderReason;

  @Field(() => EnforcementStepEnum.type, {
    nullable: true,
    description: describe('Step', '程序', 'that is due or will be; null when none is.'),
  })
  step!: EnforcementStep | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Since when', '起始日期', 'the step is due, or nothing is.'),
  })
  since!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Due from', '应办日期', 'while it waits; null when that depends on an event.'),
  })
  dueFrom!: string | null;

  @Field(() => [BodyEnum.type], {
    description: describe('Who may take the step', '办理单位', 'by the policy of the township.'),
  })
  issuers!: readonly Body[];

  @Field(() => String, {
    nullable: true,
    description: describe('Document and clause', '政策依据', 'of the step.'),
  })
  clause!: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Order on which it rests', '前一文书编号'),
  })
  afterOrderNumber!: string | null;
}

@Holds('CASEWORK')
@ObjectType('JustifiedReason', {
  description: describe('Justified reason for not being in school', '正当理由', 'found by a person.'),
})
export class JustifiedReasonType {
  @Field(() => JustifiedReasonEnum.type, { description: describe('Kind', '类别') })
  kind!: EnumValue<typeof JustifiedReasonEnum>;

  @Field(() => String, { description: describe('Facts it rests on', '事实依据') })
  basis!: string;

  @Field(() => IsoDateScalar, { description: describe('First day', '起始日期') })
  validFrom!: string;

  @Field(() => IsoDateScalar, { description: describe('Last day', '截止日期') })
  validTo!: string;

  @Field(() => String, { description: describe('Recorded by', '登记人') })
  recordedBy!: string;
}
