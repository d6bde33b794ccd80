import { Field, Float, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { connectionType } from '../_kit/schema/connection.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import type { StudentIdentity } from '../_kit/student/student-identity.js';
import { ReliefPaymentKindEnum } from './relief.enums.js';

@Holds('WELFARE')
@ObjectType('ReliefPayment', { description: describe('Relief payment', '救助资金发放') })
export class ReliefPaymentType {
  @Field(() => ReliefPaymentKindEnum.type, { description: describe('Kind', '救助类别') })
  kind!: EnumValue<typeof ReliefPaymentKindEnum>;

  @Field(() => String, { description: describe('Month for which it is paid', '所属月份', 'YYYY-MM.') })
  month!: string;

  @Field(() => Float, { description: describe('Amount in yuan', '金额(元)') })
  amountYuan!: number;

  @Field(() => IsoDateScalar, { description: describe('Paid on', '发放日期') })
  paidOn!: string;

  /** Columns behind `student` and `division`. */
  studentId!: string;
  divisionCode!: string;
}

export const ReliefPaymentConnectionType = connectionType('ReliefPayment', ReliefPaymentType, {
  en: 'Relief payments',
  zh: '救助资金发放列表',
  detail: 'the latest first.',
});

@Holds('WELFARE')
@ObjectType('ReliefPaymentRegister', {
  description: describe('Relief payments for one child', '救助资金发放登记'),
})
export class ReliefPaymentRegisterType {
  /** Whose payments; state and page are read when they are asked for. */
  readonly student!: StudentIdentity;
}

@InputType('ReliefPaymentFilter', { description: describe('Which payments', '救助资金发放筛选条件') })
export class ReliefPaymentFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division where the child is filed, any level', '所在区划代码'),
  })
  division?: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Month for which they are paid', '所属月份', 'YYYY-MM.'),
  })
  month?: string | null;

  @Field(() => ReliefPaymentKindEnum.type, { nullable: true, description: describe('Kind', '救助类别') })
  kind?: EnumValue<typeof ReliefPaymentKindEnum> | null;
}
