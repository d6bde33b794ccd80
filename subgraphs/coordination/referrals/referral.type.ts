import { Field, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../_kit/schema/mutation-error.js';
import { BodyEnum, type Body } from '../casework/body.enums.js';
import type { Referral } from './referral.entity.js';
import {
  ReferralErrorEnum,
  ReferralOutcomeEnum,
  ReferralReasonEnum,
  ReferralRefusalEnum,
  type ReferralErrorCode,
  type ReferralOutcome,
  type ReferralReason,
  type ReferralRefusal,
} from './referral.enums.js';

const PLACE = 'null for a body of the county.';

@Holds('CASEWORK')
@ObjectType('Referral', {
  description: describe(
    'Question or task handed to another body',
    '转办',
    'days and codes alone. What the receiver finds stands in its own register.',
  ),
})
export class ReferralType {
  @Field(() => String, { description: describe('Number', '转办编号') })
  referralNumber!: string;

  @Field(() => String, {
    nullable: true,
    description: describe('Case to which it belongs', '个案编号', 'null without one.'),
  })
  caseNumber!: string | null;

  @Field(() => BodyEnum.type, { description: describe('From', '转出单位') })
  fromBody!: Body;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Code of the sending township, village or school',
      '转出乡镇、村区划代码或学校标识码',
      PLACE,
    ),
  })
  fromCode!: string | null;

  @Field(() => BodyEnum.type, { description: describe('To', '接收单位') })
  toBody!: Body;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Code of the receiving township, village or school',
      '接收乡镇、村区划代码或学校标识码',
      PLACE,
    ),
  })
  toCode!: string | null;

  @Field(() => ReferralReasonEnum.type, { description: describe('Reason', '事由') })
  reason!: ReferralReason;

  @Field(() => IsoDateScalar, { description: describe('Sent on', '转出日期') })
  sentOn!: string;

  @Field(() => IsoDateScalar, { description: describe('To be answered by', '反馈期限') })
  dueOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Accepted on',
      '受理日期',
      'null while it is not, and where it was answered at once.',
    ),
  })
  acceptedOn!: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Sent back on', '退回日期') })
  refusedOn!: string | null;

  @Field(() => ReferralRefusalEnum.type, {
    nullable: true,
    description: describe('Why it was sent back', '退回原因'),
  })
  refusalReason!: ReferralRefusal | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Answered on', '反馈日期') })
  answeredOn!: string | null;

  @Field(() => ReferralOutcomeEnum.type, {
    nullable: true,
    description: describe(
      'What came of it',
      '办理结果',
      'null while it is not answered, and on what was answered before the hub asked for it.',
    ),
  })
  outcome!: ReferralOutcome | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Withdrawn on', '撤回日期') })
  withdrawnOn!: string | null;

  @Field(() => Int, { description: describe('Version', '版本', 'a change names the one that it saw.') })
  version!: number;

  readonly studentId!: string;
}

export const ReferralConnectionType = connectionType('Referral', ReferralType, {
  en: 'Referrals',
  zh: '转办列表',
  detail: 'those due first come first.',
});

const ReferralErrorType = mutationErrorType('Referral', ReferralErrorEnum);

@Holds('NONE')
@ObjectType('ReferralPayload', {
  description: describe('Outcome of what was recorded about a referral', '转办登记结果'),
})
export class ReferralPayload {
  @Field(() => ReferralType, {
    nullable: true,
    description: describe('The referral', '转办', 'null when nothing was recorded.'),
  })
  referral!: Referral | null;

  @Field(() => [ReferralErrorType], { description: describe('Why not', '未登记的原因') })
  errors!: MutationError<ReferralErrorCode>[];
}
