import { Field, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { connectionType } from '../_kit/schema/connection.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { MissingPersonRequesterEnum, MissingPersonResultEnum } from './case.enums.js';

@Holds('HOUSEHOLD')
@ObjectType('MissingPersonDetermination', {
  description: describe(
    'Missing-person determination',
    '疑似失踪失联界定',
    'what police found about a child whom school and township cannot reach.',
  ),
})
export class MissingPersonDeterminationType {
  @Field(() => String, { description: describe('Name of the child sought', '姓名') })
  name!: string;

  @Field(() => IsoDateScalar, { description: describe('Requested on', '提请日期') })
  requestedOn!: string;

  @Field(() => MissingPersonRequesterEnum.type, {
    nullable: true,
    description: describe('Requested by', '提请单位', 'null when it was not written down.'),
  })
  requestedBy!: EnumValue<typeof MissingPersonRequesterEnum> | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Determined on', '界定日期', 'null while the request is open.'),
  })
  determinedOn!: string | null;

  @Field(() => MissingPersonResultEnum.type, {
    nullable: true,
    description: describe('Finding', '界定结果', 'null while the request is open.'),
  })
  result!: EnumValue<typeof MissingPersonResultEnum> | null;

  /** Columns behind `student` and `residenceDivision`. */
  studentId!: string;
  residenceDivisionCode!: string;
}

@Holds('HOUSEHOLD')
@ObjectType('MissingPersonRegister', {
  description: describe('Missing-person determinations on one child', '疑似失踪失联界定记录'),
})
export class MissingPersonRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => MissingPersonDeterminationType, {
    nullable: true,
    description: describe('Latest determination', '最近一次界定', 'open or made.'),
  })
  current!: MissingPersonDeterminationType | null;

  @Field(() => [MissingPersonDeterminationType], {
    description: describe('All determinations', '全部界定', 'latest first.'),
  })
  records!: readonly MissingPersonDeterminationType[];
}

@InputType('MissingPersonDeterminationFilter', {
  description: describe('Which determinations', '界定筛选条件'),
})
export class MissingPersonDeterminationFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division of residence, any level', '居住地区划代码'),
  })
  division?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe('Open ones, or those made', '是否待界定', 'both when left out.'),
  })
  isOpen?: boolean | null;
}

export const MissingPersonDeterminationConnectionType = connectionType(
  'MissingPersonDetermination',
  MissingPersonDeterminationType,
  { en: 'Missing-person determinations', zh: '疑似失踪失联界定列表', detail: 'the longest open first.' },
);
