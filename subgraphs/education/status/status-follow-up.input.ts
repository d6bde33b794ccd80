import { Field, InputType, Int } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { RollCallResultEnum } from '../attendance/roll-call.enums.js';

@InputType('PendingTransferFilter', { description: describe('Which pending transfers', '待办转学筛选条件') })
export class PendingTransferFilter {
  @Field(() => String, { nullable: true, description: describe('School that gives or takes', '学校标识码') })
  school?: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Asked for before this day', '此日期前提出'),
  })
  before?: string | null;
}

@InputType('PushedOutFilter', { description: describe('Which removals from the roll', '劝退开除筛选条件') })
export class PushedOutFilter {
  @Field(() => String, { nullable: true, description: describe('School that removed', '学校标识码') })
  school?: string | null;
}

@InputType('FailedVerificationFilter', {
  description: describe('Which records with a failed verification', '身份校验未通过筛选条件'),
})
export class FailedVerificationFilter {
  @Field(() => String, { nullable: true, description: describe('School', '学校标识码') })
  school?: string | null;

  @Field(() => Int, { nullable: true, description: describe('Grade', '年级', '1 to 9.') })
  grade?: number | null;
}

@InputType('MissingTransitionFilter', {
  description: describe('Which leavers of grade 6', '小升初未衔接筛选条件'),
})
export class MissingTransitionFilter {
  @Field(() => String, { nullable: true, description: describe('School that they left', '毕业学校标识码') })
  school?: string | null;
}

@InputType('RollCallDifferenceFilter', {
  description: describe('Which differences at roll-calls', '点名差异筛选条件'),
})
export class RollCallDifferenceFilter {
  @Field(() => String, { nullable: true, description: describe('School', '学校标识码') })
  school?: string | null;

  @Field(() => RollCallResultEnum.type, {
    nullable: true,
    description: describe('ABSENT or EXTRA', '点名结果'),
  })
  finding?: EnumValue<typeof RollCallResultEnum> | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Called on this day or later', '点名日期起'),
  })
  calledFrom?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe('Only children met at no roll-call', '仅从未到校', 'ghost status (空挂学籍).'),
  })
  neverPresent?: boolean | null;
}
