import { Field, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { connectionType } from '../_kit/schema/connection.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { FloatingDirectionEnum, FloatingReasonEnum } from './movement.enums.js';

@Holds('HOUSEHOLD')
@ObjectType('FloatingPopulationRecord', {
  description: describe('Floating-population record', '流动人口登记'),
})
export class FloatingPopulationRecordType {
  @Field(() => String, { description: describe('Name as recorded', '姓名') })
  name!: string;

  @Field(() => FloatingDirectionEnum.type, { description: describe('Direction', '流动方向') })
  direction!: EnumValue<typeof FloatingDirectionEnum>;

  @Field(() => String, {
    description: describe(
      'The other county, six digits',
      '对方县级区划代码',
      'of the household register when the child came in, of destination when it went out.',
    ),
  })
  otherCountyCode!: string;

  @Field(() => String, { description: describe('The other place, in words', '对方地点') })
  otherPlaceName!: string;

  @Field(() => FloatingReasonEnum.type, { description: describe('Reason', '流动原因') })
  reason!: EnumValue<typeof FloatingReasonEnum>;

  @Field(() => IsoDateScalar, { description: describe('Since', '流动开始日期') })
  startedOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Until', '流动结束日期', 'null while it lasts.'),
  })
  endedOn!: string | null;

  /** Columns behind `student` and `localDivision`. */
  studentId!: string;
  localDivisionCode!: string;
}

@Holds('HOUSEHOLD')
@ObjectType('FloatingPopulationRegister', { description: describe('Moves of one child', '流动人口登记册') })
export class FloatingPopulationRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => FloatingPopulationRecordType, {
    nullable: true,
    description: describe('Current move', '当前流动', 'null when every recorded move has ended.'),
  })
  current!: FloatingPopulationRecordType | null;

  @Field(() => [FloatingPopulationRecordType], {
    description: describe('All moves', '全部流动记录', 'latest first.'),
  })
  records!: readonly FloatingPopulationRecordType[];
}

@InputType('FloatingPopulationFilter', { description: describe('Which moves', '流动人口筛选条件') })
export class FloatingPopulationFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division inside this county, any level', '本县区划代码'),
  })
  division?: string | null;

  @Field(() => FloatingDirectionEnum.type, { nullable: true, description: describe('Direction', '流动方向') })
  direction?: EnumValue<typeof FloatingDirectionEnum> | null;
}

export const FloatingPopulationConnectionType = connectionType(
  'FloatingPopulationRecord',
  FloatingPopulationRecordType,
  { en: 'Floating population', zh: '流动人口列表', detail: 'moves that last, the latest first.' },
);
