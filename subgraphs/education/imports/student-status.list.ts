import { birthDateInNumber, maskResidentIdNumber } from '../../_kit/identity/resident-id-number.js';
import { namedChild, residence } from '../../_kit/import/child-fields.js';
import { optional, personal } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import {
  divisionCode,
  residentIdNumber,
  schoolCode,
  studentStatusNumber,
} from '../../_kit/import/number-fields.js';
import {
  date,
  decimal,
  integer,
  oneOf,
  personName,
  text,
  texts,
  yesOrNo,
} from '../../_kit/import/plain-fields.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
import {
  IdentityDocumentEnum,
  RecordedDisabilityEnum,
  RegularClassCategoryEnum,
  SchoolTravelModeEnum,
} from '../status/student-status-form.enums.js';
import { StudentStatusEntity } from '../status/student-status.entity.js';
import {
  AdmissionModeEnum,
  AttendanceModeEnum,
  IdVerificationEnum,
  SchoolLeftBehindTypeEnum,
  StudentStatusEnum,
} from '../status/student-status.enums.js';
import { maskStatusNumber } from '../status/mask-status-number.js';
import { SCHOOL, SCHOOL_CLASS } from './references.js';
import { grade } from './school-fields.js';

/** The status system's list of pupils: one row for each status, of which a child can have two. */
export const studentStatusList = defineChildList({
  list: 'student-status',
  title: { en: 'Student status', zh: '学籍' },
  register: 'STUDENT_STATUS',
  entity: StudentStatusEntity,
  key: ['recordNumber'],
  keptBy: ['sourceKey'],
  references: { schoolCode: SCHOOL, classCode: SCHOOL_CLASS },
  fields: {
    recordNumber: text,
    studentStatusNumber,
    residentIdNumber: optional(residentIdNumber),
    name: personal(personName),
    sex: oneOf(SexEnum),
    birthDate: personal(date),
    schoolCode,
    classCode: optional(text),
    grade,
    status: oneOf(StudentStatusEnum, { 流失: 'DROPPED_OUT', 转出: 'TRANSFERRED_OUT' }),
    admissionMode: oneOf(AdmissionModeEnum),
    attendanceMode: oneOf(AttendanceModeEnum, { 寄宿: 'BOARDING', 住宿: 'BOARDING' }),
    enrolledOn: date,
    leftOn: optional(date),
    residenceDivision: divisionCode,
    schoolLeftBehindType: oneOf(SchoolLeftBehindTypeEnum),
    isAccompanyingMigrantChild: yesOrNo,
    learnsInRegularClass: yesOrNo,
    needsAid: yesOrNo,
    idVerification: oneOf(IdVerificationEnum),
    auxiliaryNumber: optional(text),
    classNumber: optional(integer),
    previousNumbers: optional(texts),
    documentType: optional(oneOf(IdentityDocumentEnum, { 身份证: 'RESIDENT_ID' })),
    recordedDisability: optional(oneOf(RecordedDisabilityEnum, { 无: 'NONE' })),
    regularClassCategory: optional(oneOf(RegularClassCategoryEnum)),
    isOnlyChild: optional(yesOrNo),
    attendedPreschool: optional(yesOrNo),
    isOrphan: optional(yesOrNo),
    receivesSubsidy: optional(yesOrNo),
    travelDistanceKm: optional(decimal),
    travelMode: optional(oneOf(SchoolTravelModeEnum)),
    needsSchoolBus: optional(yesOrNo),
  },
  childOf: ({ recordNumber, ...values }) => namedChild({ ...values, childNumber: recordNumber }),
  // A status that has ended says nothing of where the child belongs.
  scopesOf: ({ schoolCode: school, classCode, residenceDivision, leftOn }) =>
    leftOn === null
      ? [
          { kind: 'SCHOOL', code: school },
          ...(classCode === null ? [] : [{ kind: 'CLASS', code: classCode } as const]),
          ...residence(residenceDivision),
        ]
      : [],
  rowOf(values, { rowKey, seal }) {
    const { residentIdNumber: number, previousNumbers, ...items } = values;
    const { studentStatusNumber: statusNumber, residenceDivision, ...facts } = items;
    return {
      ...facts,
      sourceKey: rowKey,
      residentIdNumberSealed: number && seal(number, 'student_status.resident_id_number_sealed'),
      birthDateInNumber: birthDateInNumber(number),
      maskedResidentIdNumber: number && maskResidentIdNumber(number),
      studentStatusNumberSealed: seal(statusNumber, 'student_status.student_status_number_sealed'),
      maskedStudentStatusNumber: maskStatusNumber(statusNumber),
      previousNumbersSealed:
        previousNumbers?.map((previous) => seal(previous, 'student_status.previous_numbers_sealed')) ?? null,
      maskedPreviousNumbers: previousNumbers?.map(maskStatusNumber) ?? null,
      residenceDivisionCode: residenceDivision,
    };
  },
});
