import { Field, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { connectionType } from '../_kit/schema/connection.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { ResidencePermitGroundEnum } from './movement.enums.js';

@Holds('HOUSEHOLD')
@ObjectType('ResidencePermit', {
  description: describe(
    'Residence permit',
    '居住证',
    'renewed every year; it opens a school place where the child lives.',
  ),
})
export class ResidencePermitType {
  @Field(() => String, { description: describe('Name of the holder', '持证人姓名') })
  holderName!: string;

  @Field(() => String, { description: describe('Permit number, masked', '居住证号(脱敏)') })
  maskedPermitNumber!: string;

  @Field(() => ResidencePermitGroundEnum.type, { description: describe('Ground', '申领事由') })
  ground!: EnumValue<typeof ResidencePermitGroundEnum>;

  @Field(() => IsoDateScalar, { description: describe('Issued on', '签发日期') })
  issuedOn!: string;

  @Field(() => IsoDateScalar, {
    description: describe('Last day', '有效期至', 'no longer valid the day after.'),
  })
  expiresOn!: string;

  /** Columns behind `student` and `addressDivision`. */
  studentId!: string;
  addressDivisionCode!: string;
}

@Holds('HOUSEHOLD')
@ObjectType('ResidencePermitRegister', {
  description: describe('Residence permits of one child', '居住证登记册'),
})
export class ResidencePermitRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => ResidencePermitType, {
    nullable: true,
    description: describe('Latest permit', '最近一证', 'it may have expired.'),
  })
  current!: ResidencePermitType | null;

  @Field(() => [ResidencePermitType], { description: describe('All permits', '全部居住证', 'latest first.') })
  records!: readonly ResidencePermitType[];
}

@InputType('ResidencePermitFilter', { description: describe('Which residence permits', '居住证筛选条件') })
export class ResidencePermitFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division of the address, any level', '居住地区划代码'),
  })
  division?: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Last day lies before', '有效期早于', 'today for permits that have run out.'),
  })
  expiresBefore?: string | null;
}

export const ResidencePermitConnectionType = connectionType('ResidencePermit', ResidencePermitType, {
  en: 'Residence permits',
  zh: '居住证列表',
  detail: 'the soonest to expire first.',
});
