import { Field, InputType, Int } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { AbsenceStateEnum } from './absence.enums.js';

@InputType('AbsenceFilter', {
  description: describe('Which absences', '缺勤筛选条件', 'all given conditions hold.'),
})
export class AbsenceFilter {
  @Field(() => String, { nullable: true, description: describe('School identifier code', '学校标识码') })
  school?: string | null;

  @Field(() => String, { nullable: true, description: describe('Class code', '班级代码') })
  schoolClass?: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('From this day on', '起始日期') })
  from?: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Up to this day', '截止日期', 'the day itself included.'),
  })
  to?: string | null;

  @Field(() => AbsenceStateEnum.type, {
    nullable: true,
    description: describe('Excused or not', '缺勤性质'),
  })
  state?: EnumValue<typeof AbsenceStateEnum> | null;
}

@InputType('AbsenceSpellFilter', {
  description: describe('Which open spells', '连续无故缺勤筛选条件', 'all given conditions hold.'),
})
export class AbsenceSpellFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division code of the school, any level', '学校所在区划代码'),
  })
  division?: string | null;

  @Field(() => String, { nullable: true, description: describe('School identifier code', '学校标识码') })
  school?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      'School days missed, at least',
      '最少缺勤教学日',
      '1 to 200; without it, as many as make a suspected dropout by the policy.',
    ),
  })
  minimumSchoolDays?: number | null;
}
