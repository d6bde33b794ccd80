import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, labelledEnum, type EnumValue } from '../../_kit/schema/label.js';
import { AccountablePostEnum } from '../reporting/reporting.enums.js';

export const SheetViolationEnum = labelledEnum(
  'AttendanceSheetViolationKind',
  { en: 'What is wrong with the sheet of a class and day', zh: '考勤漏报迟报情形', detail: 'derived.' },
  {
    SHEET_MISSING: { en: 'Not in', zh: '考勤漏报', detail: 'the school day is over' },
    SHEET_LATE: { en: 'In after its day', zh: '考勤迟报' },
  },
);

@Holds('NONE')
@ObjectType('AttendanceSheetViolation', {
  description: describe(
    'Attendance sheet that did not come in on its day',
    '考勤漏报迟报',
    'without it nobody knows who was there: no clock runs.',
  ),
})
export class SheetViolationType {
  @Field(() => SheetViolationEnum.type, { description: describe('Kind', '情形') })
  kind!: EnumValue<typeof SheetViolationEnum>;

  @Field(() => IsoDateScalar, { description: describe('School day', '教学日') })
  date!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('First came in on', '登记日期', 'null while it is missing.'),
  })
  enteredOn!: string | null;

  @Field(() => Int, { description: describe('Calendar days late', '逾期天数', 'up to today.') })
  daysLate!: number;

  @Field(() => [AccountablePostEnum.type], { description: describe('Who answers for it', '追责对象') })
  accountable!: readonly EnumValue<typeof AccountablePostEnum>[];

  /** Columns behind `school` and `schoolClass`. */
  schoolCode!: string;
  classCode!: string;
}

@InputType('AttendanceSheetViolationFilter', {
  description: describe('Which sheets', '考勤漏报迟报筛选条件', 'all given conditions hold.'),
})
export class SheetViolationFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division code of the school, any level', '学校所在区划代码'),
  })
  division?: string | null;

  @Field(() => String, { nullable: true, description: describe('School identifier code', '学校标识码') })
  school?: string | null;

  @Field(() => SheetViolationEnum.type, { nullable: true, description: describe('Kind', '情形') })
  kind?: EnumValue<typeof SheetViolationEnum> | null;
}

export const SheetViolationConnectionType = connectionType('AttendanceSheetViolation', SheetViolationType, {
  en: 'Attendance sheets that did not come in on their day',
  zh: '考勤漏报迟报列表',
  detail: 'the latest day first.',
});
