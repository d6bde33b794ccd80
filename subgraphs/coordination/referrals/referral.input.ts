import { Field, ID, InputType, Int } from 'type-graphql';
import { describe } from '../../_kit/schema/label.js';
import { BodyEnum, type Body } from '../casework/body.enums.js';
import {
  ReferralOutcomeEnum,
  ReferralReasonEnum,
  ReferralRefusalEnum,
  ReferralStateEnum,
  type ReferralOutcome,
  type ReferralReason,
  type ReferralRefusal,
  type ReferralState,
} from './referral.enums.js';

const KEY = describe('Key of the command', '幂等键', '8 to 64 characters.');
const NUMBER = describe('Number', '转办编号');
const VERSION = describe('Version that was looked at', '所见版本');

@InputType('SendReferralInput', {
  description: describe('Referral of a child to another body', '转办', "sent by the caller's own office."),
})
export class SendReferralInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Child', '学生标识') })
  studentId!: string;

  @Field(() => String, {
    nullable: true,
    description: describe('Case to which it belongs', '个案编号', 'an open one of the child.'),
  })
  caseNumber?: string | null;

  @Field(() => BodyEnum.type, {
    description: describe(
      'To',
      '接收单位',
      "a township or village is that of the child's residence, a school the child's own.",
    ),
  })
  toBody!: Body;

  @Field(() => ReferralReasonEnum.type, { description: describe('Reason', '事由') })
  reason!: ReferralReason;
}

/** What every step of a referral names: the referral, and the version of it that was seen. */
@InputType()
abstract class ReferralStepInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => String, { description: NUMBER })
  referralNumber!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;
}

@InputType('AcceptReferralInput', { description: describe('Acceptance of a referral', '受理转办') })
export class AcceptReferralInput extends ReferralStepInput {}

@InputType('RefuseReferralInput', { description: describe('Referral that is sent back', '退回转办') })
export class RefuseReferralInput extends ReferralStepInput {
  @Field(() => ReferralRefusalEnum.type, { description: describe('Why', '退回原因') })
  reason!: ReferralRefusal;
}

@InputType('AnswerReferralInput', { description: describe('Answer to a referral', '反馈转办') })
export class AnswerReferralInput extends ReferralStepInput {
  @Field(() => ReferralOutcomeEnum.type, {
    description: describe(
      'What came of it',
      '办理结果',
      'a code; what the body found it records in its own register.',
    ),
  })
  outcome!: ReferralOutcome;
}

@InputType('WithdrawReferralInput', { description: describe('Referral that is taken back', '撤回转办') })
export class WithdrawReferralInput extends ReferralStepInput {}

@InputType('ReferralFilter', { description: describe('Which referrals', '转办筛选条件') })
export class ReferralFilter {
  @Field(() => BodyEnum.type, { nullable: true, description: describe('To which body', '接收单位') })
  toBody?: Body | null;

  @Field(() => BodyEnum.type, { nullable: true, description: describe('From which body', '转出单位') })
  fromBody?: Body | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Division where the child lives or is registered, any level', '儿童所在区划代码'),
  })
  division?: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Township, village or school that sent or received it',
      '转出或接收的乡镇、村、学校代码',
      '9 digits of a township, 12 of a village, 10 of a school.',
    ),
  })
  officeCode?: string | null;

  @Field(() => ReferralStateEnum.type, { nullable: true, description: describe('State', '状态') })
  state?: ReferralState | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe('Past its day and not answered', '是否逾期'),
  })
  isOverdue?: boolean | null;
}
