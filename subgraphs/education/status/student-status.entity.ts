import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** One line of the student-status system. A child can have two: that is an error to be found, so nothing forbids it. */
export const StudentStatusEntity = defineEntity({
  name: 'StudentStatusEntity',
  tableName: 'student_status',
  properties: {
    ...studentRecord,
    sourceKey: p.text().unique(),
    name: p.text(),
    sex: p.text(),
    birthDate: p.date(),
    /** Sealed: numbers open to nobody who reads the table. */
    residentIdNumberSealed: p.text().nullable(),
    /** Told to comparison runs in place of the number; null where the number is missing or fails its check. */
    birthDateInNumber: p.date().nullable(),
    maskedResidentIdNumber: p.text().nullable(),
    studentStatusNumberSealed: p.text(),
    maskedStudentStatusNumber: p.text(),
    status: p.text(),
    schoolCode: p.text(),
    classCode: p.text().nullable().index(),
    grade: p.integer(),
    admissionMode: p.text(),
    attendanceMode: p.text(),
    schoolLeftBehindType: p.text(),
    isAccompanyingMigrantChild: p.boolean(),
    learnsInRegularClass: p.boolean(),
    needsAid: p.boolean(),
    enrolledOn: p.date(),
    leftOn: p.date().nullable(),
    idVerification: p.text(),
    residenceDivisionCode: p.text(),
    /** Items of the status form; null where the school left them open. */
    auxiliaryNumber: p.text().nullable(),
    classNumber: p.integer().nullable(),
    /** Numbers before this one contain resident ID numbers too. */
    previousNumbersSealed: p.array().nullable(),
    maskedPreviousNumbers: p.array().nullable(),
    documentType: p.text().nullable(),
    recordedDisability: p.text().nullable(),
    regularClassCategory: p.text().nullable(),
    isOnlyChild: p.boolean().nullable(),
    attendedPreschool: p.boolean().nullable(),
    isOrphan: p.boolean().nullable(),
    receivesSubsidy: p.boolean().nullable(),
    travelDistanceKm: p.double().nullable(),
    travelMode: p.text().nullable(),
    needsSchoolBus: p.boolean().nullable(),
  },
  indexes: [
    { properties: ['schoolCode', 'grade', 'id'] },
    { properties: ['idVerification', 'enrolledOn', 'id'] },
  ],
});

export type StudentStatus = InferEntity<typeof StudentStatusEntity>;
