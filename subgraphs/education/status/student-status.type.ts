import { Field, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { IdentityDocumentEnum } from './student-status-form.enums.js';
import {
  AdmissionModeEnum,
  AttendanceModeEnum,
  IdVerificationEnum,
  SchoolLeftBehindTypeEnum,
  StudentStatusEnum,
} from './student-status.enums.js';

@Holds('SCHOOLING')
@ObjectType('StudentStatusRecord', {
  description: describe(
    'Student status record',
    '学籍',
    'one line of the student-status system, as the school keeps it.',
  ),
})
export class StudentStatusType {
  @Field(() => String, { description: describe('Name on the record', '姓名') })
  name!: string;

  @Field(() => SexEnum.type, { description: describe('Sex on the record', '性别') })
  sex!: EnumValue<typeof SexEnum>;

  @Field(() => IsoDateScalar, { description: describe('Birth date on the record', '出生日期') })
  birthDate!: string;

  @Field(() => String, {
    description: describe(
      'National student-status number, masked',
      '全国学籍号(脱敏)',
      'the number contains the resident ID number.',
    ),
  })
  maskedStudentStatusNumber!: string;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Resident ID number, masked',
      '身份证件号(脱敏)',
      'null where the record has none.',
    ),
  })
  maskedResidentIdNumber!: string | null;

  @Field(() => StudentStatusEnum.type, { description: describe('Status', '学籍状态') })
  status!: EnumValue<typeof StudentStatusEnum>;

  @Field(() => Int, {
    description: describe('Grade', '年级', '1 to 9; the last one when the child has left.'),
  })
  grade!: number;

  @Field(() => AdmissionModeEnum.type, { description: describe('Admission mode', '入学方式') })
  admissionMode!: EnumValue<typeof AdmissionModeEnum>;

  @Field(() => AttendanceModeEnum.type, { description: describe('Attendance mode', '就读方式') })
  attendanceMode!: EnumValue<typeof AttendanceModeEnum>;

  @Field(() => SchoolLeftBehindTypeEnum.type, {
    description: describe('Left behind, as schools count it', '是否留守儿童(学籍口径)'),
  })
  schoolLeftBehindType!: EnumValue<typeof SchoolLeftBehindTypeEnum>;

  @Field(() => Boolean, { description: describe('Accompanying child of migrant workers', '随迁子女') })
  isAccompanyingMigrantChild!: boolean;

  @Field(() => Boolean, { description: describe('Learns in a regular class', '随班就读') })
  learnsInRegularClass!: boolean;

  @Field(() => Boolean, { description: describe('Applied for student aid', '需要申请资助') })
  needsAid!: boolean;

  @Field(() => IsoDateScalar, { description: describe('Enrolled on', '入学日期') })
  enrolledOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Left on', '离校日期', 'null while on the roll.'),
  })
  leftOn!: string | null;

  @Field(() => IdVerificationEnum.type, {
    description: describe('Verification of the resident ID number', '身份信息校验'),
  })
  idVerification!: EnumValue<typeof IdVerificationEnum>;

  @Field(() => String, { nullable: true, description: describe('Auxiliary number', '学籍辅号') })
  auxiliaryNumber!: string | null;

  @Field(() => Int, { nullable: true, description: describe('Number within the class', '班内学号') })
  classNumber!: number | null;

  @Field(() => [String], {
    nullable: true,
    description: describe('Earlier student-status numbers, masked', '曾用学籍号(脱敏)'),
  })
  maskedPreviousNumbers!: readonly string[] | null;

  @Field(() => IdentityDocumentEnum.type, {
    nullable: true,
    description: describe('Kind of identity document', '身份证件类型'),
  })
  documentType!: EnumValue<typeof IdentityDocumentEnum> | null;

  @Field(() => Boolean, { nullable: true, description: describe('Only child', '是否独生子女') })
  isOnlyChild!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: describe('Went to preschool', '是否受过学前教育') })
  attendedPreschool!: boolean | null;

  /** Columns behind `residenceDivision` and `student`. */
  residenceDivisionCode!: string;
  studentId!: string;
}

export const SchoolStudentConnectionType = connectionType('SchoolStudent', StudentStatusType, {
  en: 'Pupils on the roll of a school',
  zh: '在籍学生列表',
  detail: 'by grade.',
});

@Holds('SCHOOLING')
@ObjectType('StudentStatusRegister', {
  description: describe('Student-status register on one child', '学籍册'),
})
export class StudentStatusRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => StudentStatusType, {
    nullable: true,
    description: describe('Current record', '当前学籍', 'the latest one on the roll, else the latest.'),
  })
  current!: StudentStatusType | null;

  @Field(() => [StudentStatusType], {
    description: describe('All records', '全部学籍', 'two on the roll at once are a discrepancy.'),
  })
  records!: readonly StudentStatusType[];

  /** Whose register; behind the fields that read other tables. */
  student!: StudentIdentity;
}
