import { Field, ID, InputType, Int } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
import {
  ScreenedEducationLevelEnum,
  HouseholdVisitResultEnum,
  ScreenedRelationEnum,
  ScreenedSchoolingEnum,
  ScreeningCampaignKindEnum,
  ScreeningPostEnum,
} from './screening.enums.js';

@InputType('ScreeningCampaignFilter', { description: describe('Which campaigns', '摸排活动筛选条件') })
export class ScreeningCampaignFilter {
  @Field(() => Int, { nullable: true, description: describe('Academic year', '学年', '2026 for 2026/27.') })
  academicYear?: number | null;

  @Field(() => ScreeningCampaignKindEnum.type, { nullable: true, description: describe('Kind', '活动类别') })
  kind?: EnumValue<typeof ScreeningCampaignKindEnum> | null;
}

@InputType('OpenScreeningCampaignInput', { description: describe('What is opened', '启动内容') })
export class OpenScreeningCampaignInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ScreeningCampaignKindEnum.type, { description: describe('Kind', '活动类别') })
  kind!: EnumValue<typeof ScreeningCampaignKindEnum>;

  @Field(() => String, {
    description: describe(
      'Area',
      '区划代码',
      'county, township or village; each of its villages is assigned.',
    ),
  })
  divisionCode!: string;

  @Field(() => IsoDateScalar, {
    description: describe('First day', '开始日期', 'its academic year is the one of the campaign.'),
  })
  opensOn!: string;

  @Field(() => IsoDateScalar, { description: describe('Due on', '截止日期') })
  dueOn!: string;
}

@InputType('AssignScreeningInput', { description: describe('Who answers, and for how many', '任务分工内容') })
export class AssignScreeningInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Assignment', '任务编号') })
  assignmentCode!: string;

  @Field(() => ID, { description: describe('Version that was read', '所查看的版本') })
  version!: string;

  @Field(() => String, { nullable: true, description: describe('Who answers, by name', '责任人姓名') })
  assigneeName?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: describe("Households on the village's own list", '底册户数', 'null while nobody knows.'),
  })
  householdCount?: number | null;
}

@InputType('ScreenedMemberInput', { description: describe('Member of the household', '家庭成员') })
export class ScreenedMemberInput {
  @Field(() => ScreenedRelationEnum.type, {
    description: describe('Relation to the householder', '与户主关系'),
  })
  relation!: EnumValue<typeof ScreenedRelationEnum>;

  @Field(() => ID, {
    nullable: true,
    description: describe('Child, where it is known already', '学生标识', 'instead of its number.'),
  })
  studentId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Resident ID number',
      '公民身份号码',
      "of a child; without a valid one the child gets a provisional id. An adult's is not kept.",
    ),
  })
  residentIdNumber?: string | null;

  @Field(() => String, { description: describe('Name', '姓名') })
  name!: string;

  @Field(() => SexEnum.type, { description: describe('Sex', '性别') })
  sex!: EnumValue<typeof SexEnum>;

  @Field(() => IsoDateScalar, { description: describe('Birth date', '出生日期') })
  birthDate!: string;

  @Field(() => ScreenedEducationLevelEnum.type, {
    nullable: true,
    description: describe('Level of education', '文化程度', 'null while nobody has checked it.'),
  })
  attainedLevel?: EnumValue<typeof ScreenedEducationLevelEnum> | null;

  @Field(() => ScreenedSchoolingEnum.type, {
    nullable: true,
    description: describe('Where a child studies', '就学情况', 'null while nobody has checked it.'),
  })
  schooling?: EnumValue<typeof ScreenedSchoolingEnum> | null;

  @Field(() => String, { nullable: true, description: describe('School of the county', '就读学校标识码') })
  schoolCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: describe('School or place elsewhere', '就读学校或地点', 'as the household says.'),
  })
  studyPlace?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: describe('Grade', '年级', '1 to 9; 10 for a senior school.'),
  })
  grade?: number | null;

  @Field(() => String, { nullable: true, description: describe('Checked by', '核查人') })
  checkedBy?: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Checked on', '核查日期') })
  checkedOn?: string | null;
}

@InputType('RecordHouseholdScreeningInput', { description: describe('What a visit found', '入户登记内容') })
export class RecordHouseholdScreeningInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Assignment', '任务编号') })
  assignmentCode!: string;

  @Field(() => ID, {
    nullable: true,
    description: describe('Version that a correction replaces', '所更正的版本', 'null for the first record.'),
  })
  version?: string | null;

  @Field(() => String, { description: describe('Household number', '户号', 'kept as a digest alone.') })
  householdNumber!: string;

  @Field(() => String, { description: describe('Householder', '户主姓名') })
  householderName!: string;

  @Field(() => IsoDateScalar, { description: describe('Visited on', '入户日期') })
  visitedOn!: string;

  @Field(() => ScreeningPostEnum.type, { description: describe('Post of the visitor', '入户人员身份') })
  visitorPost!: EnumValue<typeof ScreeningPostEnum>;

  @Field(() => String, { nullable: true, description: describe('Visitor', '入户人姓名') })
  visitorName?: string | null;

  @Field(() => HouseholdVisitResultEnum.type, { description: describe('How it ended', '入户结果') })
  result!: EnumValue<typeof HouseholdVisitResultEnum>;

  @Field(() => [ScreenedMemberInput], {
    description: describe('Members', '家庭成员', 'all of them, the householder first; at most 30.'),
  })
  members!: ScreenedMemberInput[];
}
