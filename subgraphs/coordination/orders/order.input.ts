import { Field, InputType, Int } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { GuardianRelationEnum } from '../../_kit/schema/guardian.enums.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { BodyEnum, type Body } from '../casework/body.enums.js';
import { EnforcementStepEnum, type EnforcementStep } from '../casework/enforcement-order.enums.js';
import { JustifiedReasonEnum, ServiceMethodEnum, type ServiceMethod } from './order.enums.js';

const KEY = describe('Key of the command', '幂等键', '8 to 64 characters.');
const VERSION = describe('Version that was read', '读取时的版本号');

@InputType('IssueOrderInput', { description: describe('What is issued', '签发内容') })
export class IssueOrderInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => String, { description: describe('Case', '个案编号') })
  caseNumber!: string;

  @Field(() => EnforcementStepEnum.type, {
    description: describe('Step of the ladder', '程序', 'the one that is due.'),
  })
  step!: EnforcementStep;

  @Field(() => BodyEnum.type, {
    description: describe(
      'Issued by',
      '签发单位',
      'the caller’s own office, or a body without officers in the hub.',
    ),
  })
  issuedBy!: Body;

  @Field(() => IsoDateScalar, {
    description: describe('To be obeyed by', '履行期限', 'within the limits of the policy.'),
  })
  dueOn!: string;

  @Field(() => String, { description: describe('Facts it rests on', '事实依据', 'without names.') })
  basis!: string;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Number that the issuer gave',
      '外单位文号',
      'of justice, procuratorate and court alone; the hub numbers all others.',
    ),
  })
  documentNumber?: string | null;
}

@InputType('RecordServiceInput', { description: describe('Proof of service', '送达回证') })
export class RecordServiceInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => String, { description: describe('Order', '文书编号') })
  orderNumber!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;

  @Field(() => IsoDateScalar, { description: describe('Served on', '送达日期') })
  servedOn!: string;

  @Field(() => ServiceMethodEnum.type, { description: describe('How it was served', '送达方式') })
  serviceMethod!: ServiceMethod;

  @Field(() => GuardianRelationEnum.type, {
    nullable: true,
    description: describe('Who took it', '签收人与学生关系', 'null when it was left or published.'),
  })
  receivedBy?: EnumValue<typeof GuardianRelationEnum> | null;
}

@InputType('RecordComplianceInput', { description: describe('How an order was obeyed', '履行情况') })
export class RecordComplianceInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => String, { description: describe('Order', '文书编号') })
  orderNumber!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;

  @Field(() => IsoDateScalar, { description: describe('Obeyed on', '履行日期') })
  compliedOn!: string;

  @Field(() => String, {
    description: describe('How that is known', '依据', 'without names; what registers show is not entered.'),
  })
  basis!: string;
}

@InputType('WithdrawOrderInput', { description: describe('What is withdrawn', '撤回内容') })
export class WithdrawOrderInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => String, { description: describe('Order', '文书编号') })
  orderNumber!: string;

  @Field(() => Int, { description: VERSION })
  expectedVersion!: number;

  @Field(() => String, { description: describe('Why', '撤回原因', 'without names.') })
  reason!: string;
}

@InputType('RecordJustifiedReasonInput', {
  description: describe('Justified reason for not being in school', '正当理由'),
})
export class RecordJustifiedReasonInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => String, { description: describe('Case', '个案编号') })
  caseNumber!: string;

  @Field(() => JustifiedReasonEnum.type, { description: describe('Kind', '类别') })
  kind!: EnumValue<typeof JustifiedReasonEnum>;

  @Field(() => String, { description: describe('Facts it rests on', '事实依据', 'without names.') })
  basis!: string;

  @Field(() => IsoDateScalar, { description: describe('First day', '起始日期', 'today or earlier.') })
  validFrom!: string;

  @Field(() => IsoDateScalar, {
    description: describe('Last day', '截止日期', 'at most 366 days from today; orders may follow after it.'),
  })
  validTo!: string;
}
