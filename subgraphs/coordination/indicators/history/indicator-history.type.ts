import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../../_kit/schema/date.scalar.js';
import { DateTimeScalar } from '../../../_kit/schema/date-time.scalar.js';
import { describe } from '../../../_kit/schema/label.js';
import { ComparisonSourceType } from '../../comparison/run/comparison-run.type.js';
import { IndicatorMonthGapEnum } from '../indicator.enums.js';
import { IndicatorType } from '../indicator.type.js';
import type { IndicatorMonth } from './indicator-history.list.js';

@Holds('AGGREGATE')
@ObjectType('IndicatorMonth', {
  description: describe(
    'Indicators of one month',
    '当月指标',
    'as the last comparison run of the month left them, with the targets of the policy in force on its day.',
  ),
})
export class IndicatorMonthType implements IndicatorMonth {
  @Field(() => String, { description: describe('Month', '月份', 'YYYY-MM in Shanghai.') })
  month!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Cut-off day, whose policy is applied', '统计日期', 'null without a run.'),
  })
  asOf!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: describe('Date of the register behind it', '台账时间', 'null without a run.'),
  })
  registerAsOf!: Date | null;

  @Field(() => [ComparisonSourceType], {
    nullable: true,
    description: describe(
      'Registers that it rests on, as they were compared',
      '数据来源',
      'null without a run.',
    ),
  })
  sources!: IndicatorMonth['sources'];

  @Field(() => [IndicatorType], {
    nullable: true,
    description: describe('Indicators', '指标', 'null, never zero, where there are none: see "gap".'),
  })
  indicators!: readonly IndicatorType[] | null;

  @Field(() => IndicatorMonthGapEnum.type, {
    nullable: true,
    description: describe('Why there are none', '缺失原因'),
  })
  gap!: IndicatorMonth['gap'];
}

@Holds('AGGREGATE')
@ObjectType('IndicatorHistory', {
  description: describe(
    'Indicators month by month',
    '分月指标',
    'what was hidden in its own month stays hidden. Of a former month is hidden besides: what is hidden of the place in any other month kept; and what has changed little (less than the threshold) since the next later month that is shown, where it counts children by a sensitive register or leaves over those whose counts are hidden, then for all places side by side. The latest month is the present publication. Kept for 24 months.',
  ),
})
export class IndicatorHistoryType {
  @Field(() => String, {
    nullable: true,
    description: describe('School, where it is about one', '学校标识码'),
  })
  schoolCode!: string | null;

  @Field(() => String, { nullable: true, description: describe('Name of the school', '学校名称') })
  schoolName!: string | null;

  @Field(() => [IndicatorMonthType], {
    description: describe('Months asked for, in their order', '各月', 'those without a run too.'),
  })
  months!: readonly IndicatorMonthType[];

  readonly divisionCode!: string;
}
