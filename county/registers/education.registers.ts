import { maskResidentIdNumber } from '../../subgraphs/_kit/identity/resident-id-number.js';
import { valueOfCode } from '../../subgraphs/_kit/schema/label.js';
import { SchoolClassEntity } from '../../subgraphs/education/school-class.entity.js';
import { SchoolEntity } from '../../subgraphs/education/school.entity.js';
import { StatusChangeEntity } from '../../subgraphs/education/status-change.entity.js';
import { StudentStatusEntity } from '../../subgraphs/education/student-status.entity.js';
import {
  AdmissionModeEnum,
  SchoolLeftBehindTypeEnum,
  StatusChangeKindEnum,
  StudentStatusEnum,
} from '../../subgraphs/education/student-status.enums.js';
import type { CountyFrame, EducationView, SchoolRow } from '../views.js';
import type { AgencyRegisterWriter, RowSink } from './row-sink.js';

const SCHOOL_KINDS: Record<SchoolRow['kind'], string> = {
  PRIMARY: 'PRIMARY',
  TEACHING_POINT: 'TEACHING_POINT',
  JUNIOR: 'JUNIOR_SECONDARY',
  NINE_YEAR: 'NINE_YEAR_SCHOOL',
  SPECIAL: 'SPECIAL_SCHOOL',
};

/** Village schools below this size are funded as if they had it (青政办发〔2018〕49号). */
const SMALL_SCHOOL_PUPILS = 100;

export const educationRegisters: AgencyRegisterWriter = {
  agency: 'education',

  writeFrame({ schools, classes }: CountyFrame, sink) {
    for (const { code, name, kind, division, isBoarding, capacity } of schools) {
      sink.insert(SchoolEntity, {
        code,
        name,
        kind: SCHOOL_KINDS[kind],
        divisionCode: division,
        isBoarding,
        isSmallScale: capacity < SMALL_SCHOOL_PUPILS,
        capacity,
      });
    }
    for (const schoolClass of classes) sink.insert(SchoolClassEntity, schoolClass);
  },

  writeFamily({ children }, sink) {
    for (const { education } of children) {
      if (education) writeStatus(education, sink);
    }
  },
};

function writeStatus(view: EducationView, sink: RowSink): void {
  for (const record of view.statusRecords) {
    const { identity, studentStatusNumber } = record;
    sink.insert(StudentStatusEntity, {
      studentId: sink.studentId('STUDENT_STATUS', record),
      sourceKey: record.sourceKey,
      name: identity.name,
      sex: identity.sex,
      birthDate: identity.birthDate,
      residentIdNumberSealed:
        identity.residentIdNumber &&
        sink.seal(identity.residentIdNumber, 'student_status.resident_id_number_sealed'),
      studentStatusNumberSealed: sink.seal(
        studentStatusNumber,
        'student_status.student_status_number_sealed',
      ),
      maskedStudentStatusNumber: `${studentStatusNumber.slice(0, 1)}${maskResidentIdNumber(studentStatusNumber.slice(1))}`,
      status: valueOfCode(StudentStatusEnum, record.stateCode),
      schoolCode: record.schoolCode,
      classCode: record.classCode,
      grade: record.grade,
      admissionMode: valueOfCode(AdmissionModeEnum, record.admissionModeCode),
      attendanceMode: record.attendanceMode,
      schoolLeftBehindType: valueOfCode(SchoolLeftBehindTypeEnum, String(record.schoolLeftBehindType)),
      isAccompanyingMigrantChild: record.isAccompanyingMigrantChild,
      learnsInRegularClass: record.learnsInRegularClass,
      needsAid: record.needsAid,
      enrolledOn: record.enrolledOn,
      leftOn: record.leftOn,
      idVerification: record.idVerification,
      residenceDivisionCode: view.residenceDivision,
    });
  }
  const [first] = view.statusRecords;
  for (const change of first ? view.statusChanges : []) {
    sink.insert(StatusChangeEntity, {
      studentId: sink.studentId('STUDENT_STATUS', first ?? view),
      sourceKey: change.sourceKey,
      kind: valueOfCode(StatusChangeKindEnum, change.kindCode),
      changedOn: change.changedOn,
      fromSchoolCode: change.fromSchoolCode,
      toSchoolCode: change.toSchoolCode,
      completedOn: change.completedOn,
    });
  }
}
