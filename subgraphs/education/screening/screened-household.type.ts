import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
import {
  ScreenedEducationLevelEnum,
  HouseholdVisitResultEnum,
  ScreenedRelationEnum,
  ScreenedSchoolingEnum,
  ScreeningCheckEnum,
  ScreeningPostEnum,
  ScreeningProblemKindEnum,
} from './screening.enums.js';

/** What a visit found of one person; the child's own page shows it too, so what names a household is a class apart. */
@Holds('SCHOOLING')
@ObjectType('ScreenedMember', { description: describe('Member of a visited household', '摸排家庭成员') })
export class ScreenedMemberType {
  @Holds('HOUSEHOLD')
  @Field(() => ScreenedRelationEnum.type, {
    description: describe('Relation to the householder', '与户主关系'),
  })
  relation!: EnumValue<typeof ScreenedRelationEnum>;

  @Holds('IDENTITY')
  @Field(() => String, { description: describe('Name', '姓名') })
  name!: string;

  @Holds('IDENTITY')
  @Field(() => SexEnum.type, { description: describe('Sex', '性别') })
  sex!: EnumValue<typeof SexEnum>;

  @Holds('IDENTITY')
  @Field(() => IsoDateScalar, { description: describe('Birth date', '出生日期') })
  birthDate!: string;

  @Holds('IDENTITY')
  @Field(() => String, {
    nullable: true,
    description: describe('Resident ID number, masked', '身份证件号(脱敏)', 'of children alone.'),
  })
  maskedResidentIdNumber!: string | null;

  @Field(() => ScreenedEducationLevelEnum.type, {
    name: 'attainedLevel',
    nullable: true,
    description: describe('Level of education', '文化程度', 'null where nobody has checked it.'),
  })
  educationLevel!: EnumValue<typeof ScreenedEducationLevelEnum> | null;

  @Field(() => ScreenedSchoolingEnum.type, {
    nullable: true,
    description: describe('Where it studies', '就学情况', 'null where nobody has checked it.'),
  })
  schooling!: EnumValue<typeof ScreenedSchoolingEnum> | null;

  @Field(() => String, {
    nullable: true,
    description: describe('School or place elsewhere', '就读学校或地点', 'as the household says.'),
  })
  studyPlace!: string | null;

  @Field(() => Int, { nullable: true, description: describe('Grade', '年级', '1 to 9.') })
  grade!: number | null;

  @Field(() => String, { nullable: true, description: describe('Checked by', '核查人') })
  checkedBy!: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Checked on', '核查日期') })
  checkedOn!: string | null;

  /** Columns behind `student` and `school`. */
  studentId!: string | null;
  schoolCode!: string | null;
}

@Holds('HOUSEHOLD')
@ObjectType('ScreenedHousehold', { description: describe('Household as a campaign visited it', '摸排户') })
export class ScreenedHouseholdType {
  @Field(() => ID, {
    description: describe('Household', '户标识', 'a digest of its number, the same in every campaign.'),
  })
  householdId!: string;

  @Field(() => String, { description: describe('Householder', '户主姓名') })
  householderName!: string;

  @Field(() => IsoDateScalar, { description: describe('Visited on', '入户日期') })
  visitedOn!: string;

  @Field(() => ScreeningPostEnum.type, { description: describe('Post of the visitor', '入户人员身份') })
  visitorPost!: EnumValue<typeof ScreeningPostEnum>;

  @Field(() => String, { nullable: true, description: describe('Visitor', '入户人姓名') })
  visitorName!: string | null;

  @Field(() => HouseholdVisitResultEnum.type, { description: describe('How it ended', '入户结果') })
  result!: EnumValue<typeof HouseholdVisitResultEnum>;
}

export const ScreenedHouseholdConnectionType = connectionType('ScreenedHousehold', ScreenedHouseholdType, {
  en: 'Households of a return',
  zh: '摸排户列表',
  detail: 'in the order in which they were written down.',
});

@Holds('HOUSEHOLD')
@ObjectType('ScreeningProblem', { description: describe('What a check of a return found', '摸排问题') })
export class ScreeningProblemType {
  @Field(() => ScreeningCheckEnum.type, { description: describe('Check', '核查项', '不重、不漏、不错.') })
  check!: EnumValue<typeof ScreeningCheckEnum>;

  @Field(() => ScreeningProblemKindEnum.type, { description: describe('What', '问题类别') })
  kind!: EnumValue<typeof ScreeningProblemKindEnum>;

  @Field(() => ID, { nullable: true, description: describe('Household that it concerns', '户标识') })
  householdId!: string | null;

  @Field(() => ScreenedMemberType, {
    nullable: true,
    description: describe('Member that it concerns', '家庭成员'),
  })
  member!: ScreenedMemberType | null;

  @Field(() => Int, {
    nullable: true,
    description: describe('How many', '数量', 'of households that nobody named; else null.'),
  })
  count!: number | null;

  /** Behind `student`. */
  studentId!: string | null;
}

export const ScreeningProblemConnectionType = connectionType('ScreeningProblem', ScreeningProblemType, {
  en: 'Problems of a return',
  zh: '摸排问题列表',
  detail: 'duplicates, then gaps, then errors.',
});

@Holds('SCHOOLING')
@ObjectType('FieldScreeningRegister', {
  description: describe(
    'Field screening of one child',
    '学户普查与文化户口记录',
    'silence says nothing: a door may not have been visited yet.',
  ),
})
export class FieldScreeningRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => ScreenedMemberType, { nullable: true, description: describe('Latest', '最近一次摸排') })
  latest!: ScreenedMemberType | null;

  @Field(() => [ScreenedMemberType], {
    description: describe('All', '全部摸排记录', 'newest first; one of each campaign.'),
  })
  records!: readonly ScreenedMemberType[];
}
