import { Field, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { BodyEnum, EnforcementStepEnum, OrderKindEnum } from './casework.enums.js';

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
