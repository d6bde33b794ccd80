import { Field, Float, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { connectionType } from '../_kit/schema/connection.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { PovertyMeasureKindEnum } from './poverty-measure.enums.js';

@Holds('POVERTY')
@ObjectType('PovertyMeasure', {
  description: describe(
    'Poverty measure',
    '帮扶措施',
    'entered for a child, or for its household with the child.',
  ),
})
export class PovertyMeasureType {
  @Field(() => PovertyMeasureKindEnum.type, { description: describe('Kind', '措施类别') })
  kind!: EnumValue<typeof PovertyMeasureKindEnum>;

  @Field(() => IsoDateScalar, { description: describe('From', '起始日期') })
  startedOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Until', '终止日期', 'null while it runs.'),
  })
  endedOn!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: describe('Amount in yuan', '金额(元)', 'null where the measure is not money.'),
  })
  amountYuan!: number | null;

  /** Columns behind `student` and `division`. */
  studentId!: string;
  divisionCode!: string;
}

@Holds('POVERTY')
@ObjectType('PovertyMeasureRegister', { description: describe('Measures for one child', '帮扶措施登记') })
export class PovertyMeasureRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => [PovertyMeasureType], {
    description: describe('Measures that run today', '在享措施', 'the latest first.'),
  })
  current!: readonly PovertyMeasureType[];

  @Field(() => [PovertyMeasureType], {
    description: describe('Measures that have ended', '历史措施', 'the latest first.'),
  })
  history!: readonly PovertyMeasureType[];
}

@InputType('PovertyMeasureFilter', { description: describe('Which measures', '帮扶措施筛选条件') })
export class PovertyMeasureFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division where the child is filed, any level', '所在区划代码'),
  })
  division?: string | null;

  @Field(() => PovertyMeasureKindEnum.type, { nullable: true, description: describe('Kind', '措施类别') })
  kind?: EnumValue<typeof PovertyMeasureKindEnum> | null;
}

export const PovertyMeasureConnectionType = connectionType('PovertyMeasure', PovertyMeasureType, {
  en: 'Poverty measures',
  zh: '帮扶措施列表',
  detail: 'the latest first.',
});
