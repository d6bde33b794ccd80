import { Field, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import type { Absence } from './absence.entity.js';
import {
  AbsenceReasonEnum,
  AbsenceSessionEnum,
  AbsenceSpellKindEnum,
  AbsenceStateEnum,
} from './absence.enums.js';

@Holds('SCHOOLING')
@ObjectType('Absence', {
  description: describe('Absence', '缺勤', 'one missed session; presence leaves no record.'),
})
export class AbsenceType {
  @Field(() => IsoDateScalar, { description: describe('Day', '日期') })
  date!: string;

  @Field(() => AbsenceSessionEnum.type, { description: describe('Session', '缺勤时段') })
  session!: EnumValue<typeof AbsenceSessionEnum>;

  @Field(() => AbsenceStateEnum.type, { description: describe('Excused or not', '缺勤性质') })
  state!: EnumValue<typeof AbsenceStateEnum>;

  @Field(() => AbsenceReasonEnum.type, { description: describe('Reason', '缺勤原因') })
  reason!: EnumValue<typeof AbsenceReasonEnum>;
}

export const AbsenceConnectionType = connectionType('Absence', AbsenceType, {
  en: 'Absences',
  zh: '缺勤列表',
  detail: 'newest first.',
});

@Holds('SCHOOLING')
@ObjectType('AbsenceSpell', {
  description: describe(
    'Spell of unexcused absence',
    '连续无故缺勤',
    'school days in a row, each missed whole and unexcused. A vacation ends it.',
  ),
})
export class AbsenceSpellType {
  @Field(() => AbsenceSpellKindEnum.type, { description: describe('What it amounts to', '性质认定') })
  kind!: EnumValue<typeof AbsenceSpellKindEnum>;

  @Field(() => IsoDateScalar, { description: describe('First missed school day', '起始日期') })
  from!: string;

  @Field(() => IsoDateScalar, { description: describe('Last missed school day', '截止日期') })
  to!: string;

  @Field(() => Int, { description: describe('School days missed', '缺勤教学日数') })
  schoolDays!: number;

  @Field(() => Int, {
    description: describe('Calendar days from the first to the last', '历时天数', 'both included.'),
  })
  calendarDays!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: describe(
      'Still going on',
      '是否持续',
      'at the date of the attendance data; null when the holidays since are not announced.',
    ),
  })
  isOpen!: boolean | null;

  @Field(() => String, {
    description: describe(
      'Document and clause of the clock',
      '政策依据',
      'in force where the school stands.',
    ),
  })
  policyClause!: string;

  /** Columns behind `referTo`. */
  schoolCode!: string;
  reasons!: readonly string[];
}

export const AbsenceSpellConnectionType = connectionType('AbsenceSpell', AbsenceSpellType, {
  en: 'Open spells of unexcused absence',
  zh: '连续无故缺勤列表',
  detail: 'longest first.',
});

@Holds('SCHOOLING')
@ObjectType('AttendanceRegister', {
  description: describe('Attendance register on one child', '考勤册', 'of the current term.'),
})
export class AttendanceRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  /** Whose attendance, and its rows, newest first; behind the fields that read them. */
  student!: StudentIdentity;
  rows!: readonly Absence[];
}
