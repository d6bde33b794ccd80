import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { AssistiveDeviceKindEnum, RehabilitationKindEnum } from './service.enums.js';

@Holds('DISABILITY')
@ObjectType('RehabilitationService', { description: describe('Rehabilitation service', '康复服务') })
export class RehabilitationServiceType {
  @Field(() => RehabilitationKindEnum.type, { description: describe('Kind', '服务类别') })
  kind!: EnumValue<typeof RehabilitationKindEnum>;

  @Field(() => IsoDateScalar, { description: describe('Since', '开始日期') })
  startedOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Until', '结束日期', 'null while it lasts.'),
  })
  endedOn!: string | null;

  @Field(() => String, { description: describe('Institution', '服务机构') })
  institution!: string;
}

@Holds('DISABILITY')
@ObjectType('RehabilitationRegister', {
  description: describe('Rehabilitation of one child', '康复服务记录'),
})
export class RehabilitationRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => [RehabilitationServiceType], {
    description: describe('Services', '康复服务', 'latest first.'),
  })
  records!: readonly RehabilitationServiceType[];
}

@Holds('DISABILITY')
@ObjectType('AssistiveDevice', { description: describe('Assistive device', '辅助器具') })
export class AssistiveDeviceType {
  @Field(() => AssistiveDeviceKindEnum.type, { description: describe('Kind', '器具类别') })
  kind!: EnumValue<typeof AssistiveDeviceKindEnum>;

  @Field(() => IsoDateScalar, { description: describe('Delivered on', '发放日期') })
  deliveredOn!: string;
}

@Holds('DISABILITY')
@ObjectType('AssistiveDeviceRegister', {
  description: describe('Assistive devices of one child', '辅助器具记录'),
})
export class AssistiveDeviceRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => [AssistiveDeviceType], { description: describe('Devices', '辅助器具', 'latest first.') })
  records!: readonly AssistiveDeviceType[];
}
