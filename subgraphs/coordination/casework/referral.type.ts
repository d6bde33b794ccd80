import { Field, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { BodyEnum, type Body } from './body.enums.js';
import { ReferralReasonEnum, ReferralStateEnum } from './referral.enums.js';

@Holds('CASEWORK')
@ObjectType('Referral', { description: describe('Question or task handed to another body', '转办') })
export class ReferralType {
  @Field(() => String, { description: describe('Number', '转办编号') })
  referralNumber!: string;

  @Field(() => BodyEnum.type, { description: describe('From', '转出单位') })
  fromBody!: Body;

  @Field(() => BodyEnum.type, { description: describe('To', '接收单位') })
  toBody!: Body;

  @Field(() => ReferralReasonEnum.type, { description: describe('Reason', '事由') })
  reason!: EnumValue<typeof ReferralReasonEnum>;

  @Field(() => IsoDateScalar, { description: describe('Sent on', '转出日期') })
  sentOn!: string;

  @Field(() => IsoDateScalar, { description: describe('To be answered by', '反馈期限') })
  dueOn!: string;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Answered on', '反馈日期') })
  answeredOn!: string | null;

  @Field(() => ReferralStateEnum.type, { description: describe('State', '状态') })
  state!: EnumValue<typeof ReferralStateEnum>;

  readonly studentId!: string;
}

@InputType('ReferralFilter', { description: describe('Which referrals', '转办筛选条件') })
export class ReferralFilter {
  @Field(() => BodyEnum.type, { nullable: true, description: describe('To which body', '接收单位') })
  toBody?: Body | null;

  @Field(() => ReferralStateEnum.type, { nullable: true, description: describe('State', '状态') })
  state?: EnumValue<typeof ReferralStateEnum> | null;
}

export const ReferralConnectionType = connectionType('Referral', ReferralType, {
  en: 'Referrals',
  zh: '转办列表',
  detail: 'those due first come first.',
});
