import { Field, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import { DateTimeScalar } from '../../_kit/schema/date-time.scalar.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
import { EducationStageEnum, type EducationStage } from '../standing/education-stage.enum.js';
import { FocusGroupEnum, type FocusGroup } from '../standing/focus-group.enum.js';
import { PolicyBasisType, UnknownFocusGroupType } from '../standing/focus-group.type.js';
import { ResidenceSourceEnum, StandingBasisEnum, StandingEnum } from '../standing/standing.enums.js';

@Holds('NONE')
@ObjectType('SourceVersion', {
  description: describe('Register that a derived entry rests on', '数据来源版本'),
})
export class SourceVersionType {
  @Field(() => String, { description: describe('Agency', '部门') })
  agency!: string;

  @Field(() => String, { description: describe('Code of the register', '名册代码') })
  register!: string;

  @Field(() => Int, { description: describe('Version of its contents', '版本') })
  version!: number;

  @Field(() => DateTimeScalar, { description: describe('Date of its data', '数据截止时间') })
  asOf!: string;
}

@Holds('IDENTITY')
@ObjectType('SchoolAgeEntry', {
  description: describe(
    'Entry of the school-age register',
    '适龄儿童少年台账',
    'who a child is, where it belongs and whether it is in school, derived from all registers. Every field but `register` is null when the child has no entry.',
  ),
})
export class SchoolAgeEntryType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => String, {
    nullable: true,
    description: describe('Name', '姓名', 'as police has it, else as the first agency that holds the child.'),
  })
  name?: string;

  @Field(() => SexEnum.type, { nullable: true, description: describe('Sex', '性别') })
  sex?: EnumValue<typeof SexEnum>;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Birth date', '出生日期') })
  birthDate?: string;

  @Field(() => String, {
    nullable: true,
    description: describe('Resident ID number, masked', '公民身份号码(脱敏)', 'null when none is recorded.'),
  })
  maskedResidentIdNumber?: string | null;

  @Field(() => ResidenceSourceEnum.type, {
    nullable: true,
    description: describe('What the residence rests on', '居住地依据'),
  })
  residenceSource?: EnumValue<typeof ResidenceSourceEnum> | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Date of that source', '居住地依据日期'),
  })
  residenceAsOf?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: describe('Academic year of the entry', '学年', 'its first calendar year.'),
  })
  academicYear?: number;

  @Field(() => Int, {
    nullable: true,
    description: describe('Age in completed years on 31 August', '周岁(8月31日)'),
  })
  age?: number;

  @Field(() => Int, {
    nullable: true,
    description: describe('Grade by cohort', '应读年级', 'null before grade 1 and after grade 9.'),
  })
  expectedGrade?: number | null;

  @Field(() => EducationStageEnum.type, {
    nullable: true,
    description: describe('Stage by cohort', '应读学段'),
  })
  stage?: EducationStage | null;

  @Field(() => String, {
    nullable: true,
    description: describe('School that answers for the child', '学校标识码', 'null outside this county.'),
  })
  schoolCode?: string | null;

  @Field(() => String, { nullable: true, description: describe('Name of the school', '学校名称') })
  schoolName?: string | null;

  @Field(() => String, { nullable: true, description: describe('Class code', '班级代码') })
  classCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Name of the class', '班级名称', 'null where education lists no such class.'),
  })
  className?: string | null;

  @Field(() => Int, { nullable: true, description: describe('Grade attended', '在读年级') })
  grade?: number | null;

  @Field(() => StandingEnum.type, { nullable: true, description: describe('Standing', '就学状况') })
  standing?: EnumValue<typeof StandingEnum>;

  @Field(() => StandingBasisEnum.type, {
    nullable: true,
    description: describe('What the standing rests on', '就学状况依据'),
  })
  standingBasis?: EnumValue<typeof StandingBasisEnum>;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Since when', '起始日期', 'null where no record dates it.'),
  })
  standingSince?: string | null;

  @Field(() => [FocusGroupEnum.type], {
    nullable: true,
    description: describe(
      'Focus groups known to hold',
      '重点关注群体',
      'one that is neither here nor among the unknown ones is known not to hold.',
    ),
  })
  focusGroups?: readonly FocusGroup[];

  @Field(() => [UnknownFocusGroupType], {
    nullable: true,
    description: describe('Focus groups that may or may not hold', '未知重点群体'),
  })
  unknownFocusGroups?: readonly UnknownFocusGroupType[];

  @Field(() => PolicyBasisType, {
    nullable: true,
    description: describe('Policies behind what is derived', '政策依据'),
  })
  policyBasis?: PolicyBasisType;

  /** Columns behind the divisions, the sources and the sealed number. */
  readonly foundIn?: readonly string[];
  readonly registeredDivisionCode?: string | null;
  readonly residenceDivisionCode?: string | null;
  readonly residentIdNumberSealed?: string | null;
}
