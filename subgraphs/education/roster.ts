import { rosterSplits } from '../_kit/roster/roster-splits.js';
import { NUMBERED_PERSON, rosterPlaces, rosterTable } from '../_kit/roster/roster-table.js';
import { AbsenceEntity } from './attendance/absence.entity.js';
import { AttendanceSheetEntity } from './attendance/attendance-sheet.entity.js';
import { AidAwardEntity } from './care/aid-award.entity.js';
import { ApprovedAbsenceEntity } from './attendance/approved-absence.entity.js';
import { RollCallFindingEntity } from './attendance/roll-call-finding.entity.js';
import { EducationPlacementEntity } from './care/education-placement.entity.js';
import { HomeTeachingVisitEntity } from './care/home-teaching-visit.entity.js';
import { CatchmentEntity } from './school/catchment.entity.js';
import { SchoolClassEntity } from './school/school-class.entity.js';
import { SchoolEntity } from './school/school.entity.js';
import { SchoolGuardianEntity } from './care/school-guardian.entity.js';
import { ListedChildEntity } from './status/listed-child.entity.js';
import { ScreenedMemberEntity } from './screening/screened-member.entity.js';
import { PupilTurnoverEntity } from './statistics/pupil-turnover.entity.js';
import { RetentionCohortEntity } from './statistics/retention-cohort.entity.js';
import { StatusChangeEntity } from './status/status-change.entity.js';
import { StudentStatusEntity } from './status/student-status.entity.js';
import { StudyElsewhereEntity } from './status/study-elsewhere.entity.js';

/** What education gives to comparison runs. */
export const EDUCATION_ROSTER = [
  rosterTable({
    entity: StudentStatusEntity,
    holds: ['IDENTITY', 'RESIDENT_NUMBER', 'SCHOOLING'],
    registers: ['STUDENT_STATUS'],
    columns: [
      ...NUMBERED_PERSON,
      'sourceKey',
      'status',
      'schoolCode',
      'classCode',
      'grade',
      'schoolLeftBehindType',
      'isAccompanyingMigrantChild',
      'attendanceMode',
      'needsAid',
      'enrolledOn',
      'leftOn',
      'residenceDivisionCode',
      'idVerification',
    ],
  }),
  // Whom no student status names: the other lists need the name that goes with their rows.
  rosterTable({
    entity: ListedChildEntity,
    holds: ['IDENTITY', 'RESIDENT_NUMBER', 'SCHOOLING'],
    registers: ['ROLL_CALL', 'SPECIAL_EDUCATION', 'APPROVED_ABSENCES', 'STUDY_ELSEWHERE', 'AID_AWARDS'],
    columns: [...NUMBERED_PERSON, 'sourceKey', 'residenceDivisionCode'],
  }),
  rosterSplits(['STUDENT_STATUS']),
  rosterTable({
    entity: SchoolGuardianEntity,
    holds: ['GUARDIANS'],
    registers: ['STUDENT_STATUS'],
    columns: ['guardianId'],
    onlyWith: 'guardianId',
  }),
  rosterTable({
    entity: StatusChangeEntity,
    holds: ['SCHOOLING'],
    registers: ['STUDENT_STATUS'],
    columns: ['kind', 'changedOn', 'completedOn'],
  }),
  rosterTable({
    entity: AbsenceEntity,
    holds: ['SCHOOLING'],
    registers: ['ATTENDANCE'],
    columns: ['date', 'session', 'state', 'reason', 'schoolCode', 'classCode'],
  }),
  rosterTable({
    entity: RollCallFindingEntity,
    holds: ['SCHOOLING'],
    registers: ['ROLL_CALL'],
    columns: ['calledOn', 'schoolCode', 'classCode', 'finding'],
  }),
  rosterTable({
    entity: EducationPlacementEntity,
    holds: ['DISABILITY'],
    registers: ['SPECIAL_EDUCATION'],
    columns: ['mode', 'schoolCode', 'decidedOn'],
  }),
  rosterTable({
    entity: HomeTeachingVisitEntity,
    holds: ['DISABILITY'],
    registers: ['SPECIAL_EDUCATION'],
    columns: ['visitedOn', 'schoolCode'],
  }),
  rosterTable({
    entity: ApprovedAbsenceEntity,
    holds: ['SCHOOLING'],
    registers: ['APPROVED_ABSENCES'],
    columns: ['kind', 'from', 'until'],
  }),
  rosterTable({
    entity: AidAwardEntity,
    holds: ['SCHOOLING'],
    registers: ['AID_AWARDS'],
    columns: ['programme', 'academicYear', 'term', 'amountYuan', 'decidedOn', 'paidOn'],
  }),
  rosterTable({
    entity: StudyElsewhereEntity,
    holds: ['SCHOOLING'],
    registers: ['STUDY_ELSEWHERE'],
    columns: ['area', 'schoolName', 'grade', 'checkedOn'],
  }),
  // Whom field workers met, of whom no register may know.
  rosterTable({
    entity: ScreenedMemberEntity,
    holds: ['IDENTITY', 'RESIDENT_NUMBER', 'SCHOOLING'],
    registers: ['FIELD_SCREENING'],
    columns: [...NUMBERED_PERSON, 'sourceKey', 'residenceDivisionCode', 'schooling', 'checkedOn'],
    onlyWith: 'studentId',
  }),
];

/** Where children study and are due to study, and what schools state of all their pupils together. */
export const EDUCATION_PLACES = [
  rosterPlaces({ entity: SchoolEntity, columns: ['code', 'name', 'divisionCode', 'urbanRuralClass'] }),
  rosterPlaces({ entity: SchoolClassEntity, columns: ['code', 'name'] }),
  rosterPlaces({
    entity: CatchmentEntity,
    columns: ['divisionCode', 'lowestGrade', 'highestGrade', 'schoolCode'],
  }),
  // Without its sheet, nobody missing says nothing of who was there.
  rosterPlaces({ entity: AttendanceSheetEntity, columns: ['classCode'], listed: 'date' }),
  rosterPlaces({
    entity: RetentionCohortEntity,
    columns: [
      'schoolCode',
      'stage',
      'intakeYear',
      'entrants',
      'transferredOut',
      'deceased',
      'finished',
      'transferredIn',
    ],
  }),
  rosterPlaces({
    entity: PupilTurnoverEntity,
    columns: [
      'schoolCode',
      'stage',
      'academicYear',
      'pupilsAtStart',
      'suspended',
      'withdrawn',
      'deceased',
      'transferredOut',
      'otherDecrease',
      'transferredIn',
      'otherIncrease',
    ],
  }),
];
