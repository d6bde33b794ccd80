import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { GuardianRelationEnum } from '../../_kit/schema/guardian.enums.js';
import { ServiceMethodEnum } from '../orders/order.enums.js';
import { BodyEnum } from './body.enums.js';
import { EnforcementStepEnum, OrderKindEnum } from './enforcement-order.enums.js';

@Holds('CASEWORK')
@ObjectType('EnforcementOrder', {
  description: describe('Notice or order to the guardians', '限期入学、复学通知书等文书'),
})
export class EnforcementOrderType {
  @Field(() => String, { description: describe('Number', '文书编号') })
  orderNumber!: string;

  @Field(() => EnforcementStepEnum.type, { description: describe('Step of the ladder', '程序') })
  step!: string;

  @Field(() => OrderKindEnum.type, { description: describe('What it asks for', '责令事项') })
  kind!: string;

  @Field(() => BodyEnum.type, { description: describe('Issued by', '签发单位') })
  issuedBy!: string;

  @Field(() => IsoDateScalar, { description: describe('Issued on', '签发日期') })
  issuedOn!: string;

  @Field(() => IsoDateScalar, { description: describe('To be obeyed by', '履行期限') })
  dueOn!: string;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Served on', '送达日期') })
  servedOn!: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Obeyed on', '履行日期') })
  compliedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Facts it rests on', '事实依据', 'null on orders that were not issued in the hub.'),
  })
  basis!: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Document and clause',
      '法律政策依据',
      'null on orders that were not issued in the hub.',
    ),
  })
  clause!: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Decided by', '签发人', 'null on orders that were not issued in the hub.'),
  })
  decidedBy!: string | null;

  @Field(() => ServiceMethodEnum.type, {
    nullable: true,
    description: describe(
      'How it was served',
      '送达方式',
      'null while it is not, or where nobody wrote it down.',
    ),
  })
  serviceMethod!: string | null;

  @Field(() => GuardianRelationEnum.type, {
    nullable: true,
    description: describe(
      'Who took it',
      '签收人与学生关系',
      'null where nobody did, or nobody wrote it down.',
    ),
  })
  receivedBy!: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Withdrawn on', '撤回日期') })
  withdrawnOn!: string | null;

  @Field(() => String, { nullable: true, description: describe('Why it was withdrawn', '撤回原因') })
  withdrawalReason!: string | null;

  @Field(() => Int, {
    description: describe('Version', '版本号', 'to be given back with a change.'),
  })
  version!: number;

  readonly caseNumber!: string;

  readonly studentId!: string;
}

@InputType('EnforcementOrderFilter', { description: describe('Which orders', '文书筛选条件') })
export class EnforcementOrderFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division in which the child lives or is registered, any level', '区划代码'),
  })
  division?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe('Past its day and not obeyed', '是否逾期', 'false: all others.'),
  })
  isOverdue?: boolean | null;
}

export const EnforcementOrderConnectionType = connectionType('EnforcementOrder', EnforcementOrderType, {
  en: 'Notices and orders',
  zh: '法律文书列表',
  detail: 'those due first come first.',
});
