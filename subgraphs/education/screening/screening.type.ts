import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { ScreeningAnswererEnum, ScreeningCampaignKindEnum } from './screening.enums.js';

@Holds('NONE')
@ObjectType('ScreeningCompleteness', {
  description: describe('What has come in', '摸排完成情况', 'of the returns within reach.'),
})
export class ScreeningCompletenessType {
  @Field(() => Int, {
    nullable: true,
    description: describe(
      'Households listed',
      '底册户数',
      'null while one village has not said how many it has: then nobody knows.',
    ),
  })
  householdCount!: number | null;

  @Field(() => Int, {
    description: describe(
      'Households settled',
      '已核户数',
      'visited, found moved away, or found not to exist.',
    ),
  })
  settled!: number;

  @Field(() => Int, { description: describe('Households visited', '已入户数') })
  visited!: number;

  @Field(() => Int, { description: describe('Members of visited households', '登记人数') })
  members!: number;

  @Field(() => Int, { description: describe('Members whose level was checked', '已核文化程度人数') })
  checked!: number;

  @Field(() => Float, {
    nullable: true,
    description: describe(
      'Settled of listed households',
      '入户率',
      '0 to 1; null where nobody knows how many.',
    ),
  })
  householdShare!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: describe(
      'Checked of all members',
      '文化户口完整率',
      '0 to 1; null before the first member is written down.',
    ),
  })
  memberShare!: number | null;
}

@Holds('NONE')
@ObjectType('ScreeningCampaign', {
  description: describe(
    'Door-to-door screening campaign',
    '摸排活动',
    'a census, or the household register.',
  ),
})
export class ScreeningCampaignType {
  @Field(() => ID, { description: describe('Code', '活动编号') })
  code!: string;

  @Field(() => ScreeningCampaignKindEnum.type, { description: describe('Kind', '活动类别') })
  kind!: EnumValue<typeof ScreeningCampaignKindEnum>;

  @Field(() => Int, { description: describe('Academic year', '学年', '2026 for 2026/27.') })
  academicYear!: number;

  @Field(() => IsoDateScalar, { description: describe('First day', '开始日期') })
  opensOn!: string;

  @Field(() => IsoDateScalar, { description: describe('Due on', '截止日期') })
  dueOn!: string;

  /** Behind `division`. */
  divisionCode!: string;
}

@Holds('NONE')
@ObjectType('ScreeningAssignment', {
  description: describe('One village of a campaign', '普查任务', 'with who answers for its return.'),
})
export class ScreeningAssignmentType {
  @Field(() => ID, { description: describe('Code', '任务编号') })
  code!: string;

  @Field(() => ScreeningAnswererEnum.type, { description: describe('Who answers', '责任方') })
  answeredBy!: EnumValue<typeof ScreeningAnswererEnum>;

  @Field(() => String, {
    nullable: true,
    description: describe('By name', '责任人姓名', 'null until somebody is named.'),
  })
  assigneeName!: string | null;

  @Field(() => IsoDateScalar, { description: describe('Due on', '截止日期') })
  dueOn!: string;

  /** Columns behind `division`, `school` and `completeness`. */
  divisionCode!: string;
  schoolCode!: string | null;
  householdCount!: number | null;
}

export const ScreeningCampaignConnectionType = connectionType('ScreeningCampaign', ScreeningCampaignType, {
  en: 'Screening campaigns',
  zh: '摸排活动列表',
  detail: 'in order of code.',
});

export const ScreeningAssignmentConnectionType = connectionType(
  'ScreeningAssignment',
  ScreeningAssignmentType,
  { en: 'Villages of a campaign', zh: '普查任务列表', detail: 'in order of code.' },
);
