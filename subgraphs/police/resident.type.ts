import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { SexEnum } from '../_kit/schema/person.enums.js';
import { EthnicGroupEnum } from './ethnic-group.enum.js';
import { RelationToHouseholderEnum } from './relation-to-householder.enum.js';
import { CancelReasonEnum } from './resident.enums.js';

@Holds('HOUSEHOLD')
@ObjectType('ResidentRecord', {
  description: describe('Resident record', '常住人口登记', 'one entry of the household register.'),
})
export class ResidentType {
  @Field(() => String, { description: describe('Name as registered', '姓名') })
  name!: string;

  @Field(() => [String], { description: describe('Former names', '曾用名') })
  formerNames!: readonly string[];

  @Field(() => SexEnum.type, { description: describe('Sex', '性别') })
  sex!: EnumValue<typeof SexEnum>;

  @Field(() => IsoDateScalar, { description: describe('Birth date', '出生日期') })
  birthDate!: string;

  @Field(() => EthnicGroupEnum.type, { description: describe('Ethnic group', '民族') })
  ethnicGroup!: EnumValue<typeof EthnicGroupEnum>;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Resident ID number, masked',
      '公民身份号码(脱敏)',
      'null when none was given yet.',
    ),
  })
  maskedResidentIdNumber!: string | null;

  @Field(() => RelationToHouseholderEnum.type, {
    description: describe('Relation to the householder', '与户主关系'),
  })
  relationToHouseholder!: EnumValue<typeof RelationToHouseholderEnum>;

  @Field(() => IsoDateScalar, { description: describe('Registered on', '登记日期') })
  registeredOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Cancelled on', '注销日期', 'null while registered.'),
  })
  cancelledOn!: string | null;

  @Field(() => CancelReasonEnum.type, {
    nullable: true,
    description: describe('Why cancelled', '注销原因', 'null while registered.'),
  })
  cancelReason!: EnumValue<typeof CancelReasonEnum> | null;

  /** Column behind `registeredDivision`. */
  registeredDivisionCode!: string;
}

@Holds('HOUSEHOLD')
@ObjectType('ResidentRegister', {
  description: describe('Household-register entries of one child', '常住人口登记册'),
})
export class ResidentRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => ResidentType, {
    nullable: true,
    description: describe('Current record', '当前登记', 'the latest not cancelled, else the latest.'),
  })
  current!: ResidentType | null;

  @Field(() => [ResidentType], {
    description: describe(
      'All records',
      '全部登记',
      'two not cancelled are a duplicate registration (双重户籍).',
    ),
  })
  records!: readonly ResidentType[];
}
