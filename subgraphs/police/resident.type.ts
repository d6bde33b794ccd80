import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { connectionType } from '../_kit/schema/connection.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { SexEnum } from '../_kit/schema/person.enums.js';
import { EthnicGroupEnum } from './ethnic-group.enum.js';
import { RelationToHouseholderEnum } from './relation-to-householder.enum.js';
import { CancelReasonEnum, EducationLevelEnum, MaritalStatusEnum } from './resident.enums.js';

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

  @Field(() => String, { nullable: true, description: describe('Birthplace', '出生地') })
  birthplace!: string | null;

  @Field(() => String, { nullable: true, description: describe('Native place', '籍贯') })
  nativePlace!: string | null;

  @Field(() => EducationLevelEnum.type, { nullable: true, description: describe('Education', '文化程度') })
  highestEducation!: EnumValue<typeof EducationLevelEnum> | null;

  @Field(() => String, { nullable: true, description: describe('Occupation', '职业') })
  occupation!: string | null;

  @Field(() => MaritalStatusEnum.type, {
    nullable: true,
    description: describe('Marital status', '婚姻状况'),
  })
  maritalStatus!: EnumValue<typeof MaritalStatusEnum> | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Moved here from', '何地迁来本址', 'null for one who was born here.'),
  })
  movedFrom!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Moved here on', '何时迁来本址', 'null for one who was born here.'),
  })
  movedInOn!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe(
      'Lives apart from the registration',
      '人户分离',
      'as far as police know; null when not checked.',
    ),
  })
  livesApartFromRegistration!: boolean | null;

  /** Columns behind `registeredDivision` and `student`. */
  registeredDivisionCode!: string;
  studentId!: string;
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

@InputType('ResidentFilter', { description: describe('Which residents', '常住人口筛选条件') })
export class ResidentFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division of registration, any level', '户籍地区划代码'),
  })
  division?: string | null;

  @Field(() => Int, { nullable: true, description: describe('At least of this age today', '最低年龄(周岁)') })
  ageFrom?: number | null;

  @Field(() => Int, { nullable: true, description: describe('At most of this age today', '最高年龄(周岁)') })
  ageTo?: number | null;

  @Field(() => Boolean, { nullable: true, description: describe('Lives apart or not', '是否人户分离') })
  livesApartFromRegistration?: boolean | null;
}

export const ResidentConnectionType = connectionType('Resident', ResidentType, {
  en: 'Residents',
  zh: '常住人口列表',
  detail: 'the oldest first.',
});
