import { Field, InputType, Int } from 'type-graphql';
import { connectionType } from '../../_kit/schema/connection.js';
import { describe, labelledEnum, type EnumValue } from '../../_kit/schema/label.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
import { StudentType } from '../student.type.js';
import type { CaseOutcome } from '../indicators/case-outcome.js';
import { CaseOutcomeEnum } from '../indicators/indicator.enums.js';
import { EducationStageEnum, type EducationStage } from '../standing/education-stage.enum.js';
import { FocusGroupEnum, type FocusGroup } from '../standing/focus-group.enum.js';
import { StandingEnum, type Standing } from '../standing/standing.enums.js';

export const FocusGroupsMatchEnum = labelledEnum(
  'FocusGroupsMatch',
  { en: 'How several focus groups combine', zh: '重点群体匹配方式' },
  { ANY: { en: 'Any of them', zh: '任一' }, ALL: { en: 'All of them', zh: '全部' } },
);

export const StudentOrderEnum = labelledEnum(
  'StudentOrder',
  { en: 'Order of students', zh: '学生排序' },
  {
    NAME: { en: 'By name, in pinyin order', zh: '按姓名拼音' },
    YOUNGEST_FIRST: { en: 'Youngest first', zh: '按年龄由小到大' },
    OLDEST_FIRST: { en: 'Oldest first', zh: '按年龄由大到小' },
    ID: { en: 'By id', zh: '按标识' },
  },
);
export type StudentOrder = EnumValue<typeof StudentOrderEnum>;

@InputType('StudentFilter', {
  description: describe('Which children', '学生筛选条件', 'conditions of different fields are all met.'),
})
export class StudentFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division of registration or residence, any level', '户籍地或居住地区划代码'),
  })
  division?: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Division of registration, any level', '户籍地区划代码'),
  })
  registeredDivision?: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Division of residence, any level', '居住地区划代码'),
  })
  residenceDivision?: string | null;

  @Field(() => [StandingEnum.type], { nullable: true, description: describe('Standings', '就学状况') })
  standing?: Standing[] | null;

  @Field(() => [FocusGroupEnum.type], {
    nullable: true,
    description: describe('Focus groups', '重点关注群体'),
  })
  focusGroups?: FocusGroup[] | null;

  @Field(() => FocusGroupsMatchEnum.type, {
    defaultValue: 'ANY',
    description: describe('Whether one of the groups is enough', '重点群体匹配方式'),
  })
  focusGroupsMatch?: EnumValue<typeof FocusGroupsMatchEnum>;

  @Field(() => EducationStageEnum.type, { nullable: true, description: describe('Stage by cohort', '学段') })
  stage?: EducationStage | null;

  @Field(() => String, { nullable: true, description: describe('School code', '学校标识码') })
  school?: string | null;

  @Field(() => String, { nullable: true, description: describe('Class code', '班级代码') })
  schoolClass?: string | null;

  @Field(() => Int, { nullable: true, description: describe('Grade attended', '在读年级', '1 to 9.') })
  grade?: number | null;

  @Field(() => SexEnum.type, { nullable: true, description: describe('Sex', '性别') })
  sex?: EnumValue<typeof SexEnum> | null;

  @Field(() => Int, {
    nullable: true,
    description: describe('Lowest age in completed years on 31 August', '最小周岁(8月31日)'),
  })
  ageFrom?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: describe('Highest age in completed years on 31 August', '最大周岁(8月31日)'),
  })
  ageTo?: number | null;

  @Field(() => [CaseOutcomeEnum.type], {
    nullable: true,
    description: describe(
      'What became of the latest case',
      '个案工作成效',
      'any of them; as the indicators of verification and return count it, on the day of the register.',
    ),
  })
  caseOutcome?: CaseOutcome[] | null;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Beginning of the name',
      '姓名开头',
      'at least one character; dots and spaces do not count.',
    ),
  })
  name?: string | null;
}

@InputType('FindStudentInput', {
  description: describe('Whom to look for', '按证件查找', 'number and name must both fit.'),
})
export class FindStudentInput {
  @Field(() => String, { description: describe('Resident ID number', '公民身份号码') })
  residentIdNumber!: string;

  @Field(() => String, { description: describe('Name', '姓名', 'separator dots and spaces do not matter.') })
  name!: string;
}

export const StudentConnectionType = connectionType('Student', StudentType, {
  en: 'Students within reach',
  zh: '学生列表',
  detail: 'in the order asked for, then by id.',
});
