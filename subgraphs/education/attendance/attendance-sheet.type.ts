import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, labelledEnum, type EnumValue } from '../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../_kit/schema/mutation-error.js';
import { AbsenceReasonEnum, AbsenceSessionEnum, AbsenceStateEnum } from './absence.enums.js';

export const RecordAttendanceErrorEnum = labelledEnum(
  'RecordAttendanceErrorCode',
  { en: 'Why a sheet was not recorded', zh: '考勤表未登记的原因' },
  {
    CLASS_NOT_FOUND: { en: 'There is no such class within reach', zh: '没有该班级' },
    DATE_IN_FUTURE: { en: 'The day lies in the future', zh: '日期晚于今天' },
    YEAR_CLOSED: { en: 'The day lies before this academic year', zh: '日期早于本学年' },
    NOT_A_SCHOOL_DAY: { en: 'No lessons are held on that day', zh: '当日不上课' },
    PUPIL_NOT_ON_ROLL: { en: 'A child is not on the roll of the class', zh: '学生不在该班花名册' },
    SESSION_TWICE: { en: 'A session of a child stands twice', zh: '同一学生同一时段重复' },
    STALE_VERSION: {
      en: 'Somebody has recorded the sheet meanwhile; read it again',
      zh: '考勤表已被他人登记，请重新读取',
    },
  },
);
export type RecordAttendanceErrorCode = EnumValue<typeof RecordAttendanceErrorEnum>;

@Holds('NONE')
@ObjectType('AttendanceSheet', {
  description: describe(
    'Attendance sheet of a class and day',
    '班级考勤表',
    'that it is in, not who was missed.',
  ),
})
export class AttendanceSheetType {
  @Field(() => String, { description: describe('Class code', '班级代码') })
  classCode!: string;

  @Field(() => IsoDateScalar, { description: describe('Day', '日期') })
  date!: string;

  @Field(() => Boolean, {
    description: describe('Whether it is in', '是否已登记', 'without it nobody knows who was there.'),
  })
  isIn!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: describe('Version', '版本', '1, and one more with each correction; null until it is in.'),
  })
  version!: number | null;

  @Field(() => Int, { nullable: true, description: describe('Pupils on the roll', '在册人数') })
  onRoll!: number | null;

  @Field(() => String, { nullable: true, description: describe('Who recorded it', '登记人') })
  recordedBy!: string | null;

  @Field(() => Date, { nullable: true, description: describe('Recorded at', '登记时间') })
  recordedAt!: Date | string | null;
}

@InputType('MissedSessionInput', { description: describe('One missed session', '缺勤') })
export class MissedSessionInput {
  @Field(() => ID, { description: describe('Child', '学生标识') })
  studentId!: string;

  @Field(() => AbsenceSessionEnum.type, { description: describe('Session', '缺勤时段') })
  session!: EnumValue<typeof AbsenceSessionEnum>;

  @Field(() => AbsenceStateEnum.type, { description: describe('Excused or not', '缺勤性质') })
  state!: EnumValue<typeof AbsenceStateEnum>;

  @Field(() => AbsenceReasonEnum.type, { description: describe('Reason', '缺勤原因') })
  reason!: EnumValue<typeof AbsenceReasonEnum>;
}

@InputType('RecordAttendanceInput', {
  description: describe('Attendance sheet', '考勤表', 'all of the class; whoever is not named was there.'),
})
export class RecordAttendanceInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => String, { description: describe('Class code', '班级代码') })
  schoolClass!: string;

  @Field(() => IsoDateScalar, { description: describe('Day', '日期', 'a school day of this academic year.') })
  date!: string;

  @Field(() => Int, {
    nullable: true,
    description: describe('Version that is corrected', '更正的版本', 'null for the first recording.'),
  })
  expectedVersion?: number | null;

  @Field(() => [MissedSessionInput], {
    description: describe('Missed sessions', '缺勤名单', 'empty when all were there.'),
  })
  absences!: MissedSessionInput[];
}

export const RecordAttendanceErrorType = mutationErrorType('RecordAttendance', RecordAttendanceErrorEnum);

@Holds('NONE')
@ObjectType('RecordAttendancePayload', { description: describe('Outcome of a recording', '登记结果') })
export class RecordAttendancePayload {
  @Field(() => AttendanceSheetType, {
    nullable: true,
    description: describe('The sheet', '考勤表', 'null when there are errors.'),
  })
  sheet!: AttendanceSheetType | null;

  @Field(() => [RecordAttendanceErrorType], { description: describe('Why not', '未办理的原因') })
  errors!: MutationError<RecordAttendanceErrorCode>[];
}
