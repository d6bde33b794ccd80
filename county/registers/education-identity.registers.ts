import {
  birthDateInNumber,
  maskResidentIdNumber,
  normaliseResidentIdNumber,
} from '../../subgraphs/_kit/identity/resident-id-number.js';
import { valueOfCode } from '../../subgraphs/_kit/schema/label.js';
import { ListedChildEntity } from '../../subgraphs/education/status/listed-child.entity.js';
import { SchoolGuardianEntity } from '../../subgraphs/education/care/school-guardian.entity.js';
import { maskStatusNumber } from '../../subgraphs/education/status/mask-status-number.js';
import { StatusChangeEntity } from '../../subgraphs/education/status/status-change.entity.js';
import { IdentityDocumentEnum } from '../../subgraphs/education/status/student-status-form.enums.js';
import { StudentStatusEntity } from '../../subgraphs/education/status/student-status.entity.js';
import {
  AdmissionModeEnum,
  SchoolLeftBehindTypeEnum,
  StatusChangeKindEnum,
  StudentStatusEnum,
} from '../../subgraphs/education/status/student-status.enums.js';
import type { EducationView, StudentStatusRecord } from '../views.js';
import type { RowSink } from './row-sink.js';

/** Who the child is to education: its status records and their changes, or the list that names it; its guardians. */
export function writeIdentity(view: EducationView, studentId: string, sink: RowSink): void {
  const { statusRecords, statusChanges, guardians } = view;
  for (const record of statusRecords) writeStatus(record, view.residenceDivision, sink);
  if (statusRecords.length === 0) writeListed(view, studentId, sink);
  for (const { kindCode, ...change } of statusChanges) {
    const kind = valueOfCode(StatusChangeKindEnum, kindCode);
    sink.insert(StatusChangeEntity, { studentId, kind, ...change, recordedBy: null });
  }
  for (const { residentIdNumber, phone, ...guardian } of guardians) {
    sink.insert(SchoolGuardianEntity, {
      studentId,
      ...guardian,
      guardianId: sink.idOfNumber(residentIdNumber),
      phoneSealed: phone && sink.seal(phone, 'school_guardian.phone_sealed'),
    });
  }
}

function writeStatus(record: StudentStatusRecord, residenceDivisionCode: string, sink: RowSink): void {
  const {
    identity,
    studentStatusNumber,
    stateCode,
    admissionModeCode,
    schoolLeftBehindType,
    form,
    ...facts
  } = record;
  const { previousNumbers, documentCode, ...items } = form;
  sink.insert(StudentStatusEntity, {
    studentId: sink.studentId(record),
    ...facts,
    name: identity.name,
    sex: identity.sex,
    birthDate: identity.birthDate,
    residentIdNumberSealed:
      identity.residentIdNumber &&
      sink.seal(identity.residentIdNumber, 'student_status.resident_id_number_sealed'),
    birthDateInNumber: birthDateInNumber(identity.residentIdNumber),
    maskedResidentIdNumber: masked(identity.residentIdNumber),
    studentStatusNumberSealed: sink.seal(studentStatusNumber, 'student_status.student_status_number_sealed'),
    maskedStudentStatusNumber: maskStatusNumber(studentStatusNumber),
    status: valueOfCode(StudentStatusEnum, stateCode),
    admissionMode: valueOfCode(AdmissionModeEnum, admissionModeCode),
    schoolLeftBehindType: valueOfCode(SchoolLeftBehindTypeEnum, String(schoolLeftBehindType)),
    residenceDivisionCode,
    ...items,
    documentType: valueOfCode(IdentityDocumentEnum, documentCode),
    previousNumbersSealed: previousNumbers.map((number) =>
      sink.seal(number, 'student_status.previous_numbers_sealed'),
    ),
    maskedPreviousNumbers: previousNumbers.map(maskStatusNumber),
  });
}

function writeListed(
  { identity, sourceKey, residenceDivision }: EducationView,
  studentId: string,
  sink: RowSink,
): void {
  const { residentIdNumber, name, sex, birthDate } = identity;
  sink.insert(ListedChildEntity, {
    studentId,
    sourceKey,
    name,
    sex,
    birthDate,
    residentIdNumberSealed:
      residentIdNumber && sink.seal(residentIdNumber, 'listed_child.resident_id_number_sealed'),
    birthDateInNumber: birthDateInNumber(residentIdNumber),
    maskedResidentIdNumber: masked(residentIdNumber),
    residenceDivisionCode: residenceDivision,
  });
}

function masked(residentIdNumber: string | null): string | null {
  return residentIdNumber && maskResidentIdNumber(normaliseResidentIdNumber(residentIdNumber));
}
