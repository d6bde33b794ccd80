import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { DateTimeScalar } from '../../_kit/schema/date-time.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { ComparisonSourceType } from '../comparison/run/comparison-run.type.js';
import { FocusGroupEnum, type FocusGroup } from '../standing/focus-group.enum.js';
import {
  DisabilityScopeEnum,
  IndicatorGapEnum,
  IndicatorKindEnum,
  IndicatorReasonEnum,
  IndicatorStageEnum,
  IndicatorVerdictEnum,
  TargetOperatorEnum,
} from './indicator.enums.js';
import type { PublishedIndicator, PublishedTarget } from './published-indicators.js';

@Holds('NONE')
@ObjectType('IndicatorTarget', { description: describe('Target of the policy in force', '指标目标值') })
export class IndicatorTargetType implements PublishedTarget {
  @Field(() => TargetOperatorEnum.type, { description: describe('Comparison', '比较方式') })
  operator!: PublishedTarget['operator'];

  @Field(() => Float, { description: describe('Value', '目标值') })
  value!: number;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('To be reached by', '达成期限') })
  reachBy!: string | null;

  @Field(() => IndicatorVerdictEnum.type, { description: describe('Verdict', '达标情况') })
  verdict!: PublishedTarget['verdict'];

  @Field(() => String, { description: describe('Document and clause', '政策依据') })
  policyClause!: string;
}

@Holds('NONE')
@ObjectType('AgeBand', { description: describe('Ages in completed years', '年龄段') })
export class AgeBandType {
  @Field(() => Int, { description: describe('From', '起') })
  from!: number;

  @Field(() => Int, { description: describe('To', '止') })
  to!: number;
}

@Holds('AGGREGATE')
@ObjectType('Indicator', {
  description: describe(
    'Indicator of a division',
    '指标',
    'small counts and what would give them away are left out.',
  ),
})
export class IndicatorType implements PublishedIndicator {
  @Field(() => IndicatorKindEnum.type, { description: describe('Indicator', '指标') })
  kind!: PublishedIndicator['kind'];

  @Field(() => IndicatorStageEnum.type, { description: describe('Stage', '学段') })
  stage!: PublishedIndicator['stage'];

  @Field(() => DisabilityScopeEnum.type, { description: describe('Children it is about', '人群') })
  disability!: PublishedIndicator['disability'];

  @Field(() => AgeBandType, { nullable: true, description: describe('Ages it is limited to', '年龄段') })
  ages!: PublishedIndicator['ages'];

  @Field(() => IndicatorReasonEnum.type, {
    nullable: true,
    description: describe('Reason it is limited to', '限定原因'),
  })
  reason!: PublishedIndicator['reason'];

  @Field(() => Float, {
    nullable: true,
    description: describe(
      'Figure',
      '指标值',
      'per cent, or children for counts; null when hidden or not computed.',
    ),
  })
  value!: number | null;

  @Field(() => Int, { nullable: true, description: describe('Numerator in children', '分子') })
  numerator!: number | null;

  @Field(() => Int, { nullable: true, description: describe('Denominator in children', '分母') })
  denominator!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      'Children of whom something is unknown',
      '无法判定人数',
      'apart from numerator and denominator; null when hidden, and for indicators that do not ask.',
    ),
  })
  unknown!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe(
      'Known of every child of the division',
      '是否完整',
      'false where somebody may be missing from the figure; null for indicators that do not ask.',
    ),
  })
  isComplete!: boolean | null;

  @Field(() => Boolean, { description: describe('Hidden because it would point to persons', '是否隐去') })
  isSuppressed!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      'Academic year',
      '学年',
      'first calendar year: of entry for retention, of the changes for the statistical dropout rate; null for what is counted on the day.',
    ),
  })
  academicYear!: number | null;

  @Field(() => IndicatorGapEnum.type, {
    nullable: true,
    description: describe('Why there is no figure', '缺失原因'),
  })
  gap!: PublishedIndicator['gap'];

  @Field(() => IndicatorTargetType, { nullable: true, description: describe('Target', '目标') })
  target!: PublishedTarget | null;
}

@Holds('AGGREGATE')
@ObjectType('IndicatorReport', { description: describe('Indicators of a division', '指标报告') })
export class IndicatorReportType {
  @Field(() => IsoDateScalar, { description: describe('Day whose policy is applied', '统计日期') })
  asOf!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: describe('Date of the register behind it', '台账时间', 'null when it was never made.'),
  })
  registerAsOf!: Date | null;

  @Field(() => [ComparisonSourceType], {
    description: describe('Registers that it rests on, as they were compared', '数据来源'),
  })
  sources!: readonly ComparisonSourceType[];

  @Field(() => String, {
    nullable: true,
    description: describe('School, where it is about one', '学校标识码'),
  })
  schoolCode!: string | null;

  @Field(() => String, { nullable: true, description: describe('Name of the school', '学校名称') })
  schoolName!: string | null;

  @Field(() => [IndicatorType], { description: describe('Indicators', '指标') })
  indicators!: readonly IndicatorType[];

  readonly divisionCode!: string;
}

@Holds('AGGREGATE')
@ObjectType('FocusGroupCount', {
  description: describe('Children known to belong to a focus group', '重点群体人数'),
})
export class FocusGroupCountType {
  @Field(() => FocusGroupEnum.type, { description: describe('Group', '重点群体') })
  group!: FocusGroup;

  @Field(() => Int, { nullable: true, description: describe('Children', '人数', 'null when hidden.') })
  children!: number | null;

  @Field(() => Boolean, { description: describe('Hidden because it would point to persons', '是否隐去') })
  isSuppressed!: boolean;

  @Field(() => Boolean, {
    description: describe(
      'Known of every child of the division',
      '是否完整',
      'false where no register tells of some of them whether they belong to the group: there may be more.',
    ),
  })
  isComplete!: boolean;
}
