import { valueOfCode } from '../../subgraphs/_kit/schema/label.js';
import { AbsenceEntity } from '../../subgraphs/education/attendance/absence.entity.js';
import { AidAwardEntity } from '../../subgraphs/education/care/aid-award.entity.js';
import { ApprovedAbsenceEntity } from '../../subgraphs/education/attendance/approved-absence.entity.js';
import { CatchmentEntity } from '../../subgraphs/education/school/catchment.entity.js';
import { DropoutReportEntity } from '../../subgraphs/education/reporting/dropout-report.entity.js';
import { InspectorCallEntity } from '../../subgraphs/education/reporting/inspector-call.entity.js';
import { StatusMarkEntity } from '../../subgraphs/education/reporting/status-mark.entity.js';
import { EducationPlacementEntity } from '../../subgraphs/education/care/education-placement.entity.js';
import { GuardianContactEntity } from '../../subgraphs/education/care/guardian-contact.entity.js';
import { HomeTeachingVisitEntity } from '../../subgraphs/education/care/home-teaching-visit.entity.js';
import { HomeVisitEntity } from '../../subgraphs/education/care/home-visit.entity.js';
import { PairingEntity } from '../../subgraphs/education/care/pairing.entity.js';
import { RollCallFindingEntity } from '../../subgraphs/education/attendance/roll-call-finding.entity.js';
import { SchoolClassEntity } from '../../subgraphs/education/school/school-class.entity.js';
import { SchoolEntity } from '../../subgraphs/education/school/school.entity.js';
import { UrbanRuralClassEnum } from '../../subgraphs/education/school/school.enums.js';
import { PupilTurnoverEntity } from '../../subgraphs/education/statistics/pupil-turnover.entity.js';
import { RetentionCohortEntity } from '../../subgraphs/education/statistics/retention-cohort.entity.js';
import { StudyElsewhereEntity } from '../../subgraphs/education/status/study-elsewhere.entity.js';
import type { CountyFrame, EducationView, IdentifiedRecord, SchoolRow } from '../views.js';
import { writeIdentity } from './education-identity.registers.js';
import { writeCampaigns, writeScreenedHousehold } from './screening.registers.js';
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

  writeFrame(frame: CountyFrame, sink) {
    const { schools, classes, catchments, statistics } = frame;
    for (const school of schools) writeSchool(school, sink);
    for (const schoolClass of classes) sink.insert(SchoolClassEntity, schoolClass);
    for (const { division, ...catchment } of catchments) {
      sink.insert(CatchmentEntity, { ...catchment, divisionCode: division });
    }
    for (const cohort of statistics.cohorts) sink.insert(RetentionCohortEntity, cohort);
    for (const year of statistics.turnover) sink.insert(PupilTurnoverEntity, year);
    writeCampaigns(frame, sink);
  },

  writeFamily({ children, census }, sink) {
    for (const { education } of children) {
      if (education) writeChild(education, sink);
    }
    if (census) writeScreenedHousehold(census.household, sink);
  },
};

function writeSchool(school: SchoolRow, sink: RowSink): void {
  const { kind, division, grades, parentSchoolCode, designations, urbanRuralCode, ...facts } = school;
  sink.insert(SchoolEntity, {
    ...facts,
    kind: SCHOOL_KINDS[kind],
    divisionCode: division,
    isSmallScale: facts.capacity < SMALL_SCHOOL_PUPILS,
    designations: [...designations],
    urbanRuralClass: valueOfCode(UrbanRuralClassEnum, urbanRuralCode),
    lowestGrade: Math.min(...grades),
    highestGrade: Math.max(...grades),
    centralSchoolCode: parentSchoolCode,
  });
}

/** Everything but the status records goes under the id of the first of them, or of the list that names the child. */
function writeChild(view: EducationView, sink: RowSink): void {
  const owner: IdentifiedRecord = view.statusRecords[0] ?? view;
  const studentId = sink.studentId(owner);
  writeIdentity(view, studentId, sink);
  writeAttendance(view, studentId, sink);
  writeReporting(view, studentId, sink);
  writeCare(view, studentId, sink);
  writeWhereabouts(view, studentId, sink);
}

function writeAttendance(view: EducationView, studentId: string, sink: RowSink): void {
  const { absences, rollCall, earlierRollCalls, statusRecords } = view;
  const place = statusRecords[0] ?? rollCall;
  // An attendance sheet is always of a school; a child that is on none has none.
  if (place) {
    const { schoolCode, classCode } = place;
    for (const absence of absences)
      sink.insert(AbsenceEntity, { studentId, ...absence, schoolCode, classCode, recordedBy: null });
  }
  for (const contact of view.guardianContacts)
    sink.insert(GuardianContactEntity, { studentId, ...contact, recordedBy: null, recordedOn: null });
  for (const call of earlierRollCalls)
    sink.insert(RollCallFindingEntity, { studentId, ...call, recordedBy: null });
  if (rollCall) sink.insert(RollCallFindingEntity, { studentId, ...rollCall, recordedBy: null });
}

function writeReporting(
  { dropoutReporting, statusRecords }: EducationView,
  studentId: string,
  sink: RowSink,
): void {
  const schoolCode = statusRecords[0]?.schoolCode;
  if (schoolCode === undefined) return;
  const { marks, inspectorCalls, reports } = dropoutReporting;
  for (const mark of marks)
    sink.insert(StatusMarkEntity, { studentId, schoolCode, ...mark, markedBy: null, recordedOn: null });
  for (const call of inspectorCalls)
    sink.insert(InspectorCallEntity, { studentId, schoolCode, ...call, recordedBy: null, recordedOn: null });
  for (const report of reports)
    sink.insert(DropoutReportEntity, {
      studentId,
      schoolCode,
      ...report,
      reportedBy: null,
      recommendation: null,
      receivedOn: report.reportedOn,
      receivedBy: null,
      recorded: {},
    });
}

function writeCare(view: EducationView, studentId: string, sink: RowSink): void {
  const schoolCode = view.statusRecords[0]?.schoolCode ?? null;
  for (const award of view.aidAwards) sink.insert(AidAwardEntity, { studentId, ...award, schoolCode });
  if (view.placement) sink.insert(EducationPlacementEntity, { studentId, ...view.placement });
  for (const visit of view.homeTeachingVisits)
    sink.insert(HomeTeachingVisitEntity, { studentId, ...visit, recordedBy: null });
  for (const { findings, ...visit } of view.homeVisits)
    sink.insert(HomeVisitEntity, { studentId, ...visit, findings: [...findings] });
  for (const pairing of view.pairings) sink.insert(PairingEntity, { studentId, ...pairing });
}

function writeWhereabouts(
  { approvedAbsence, studyingElsewhere }: EducationView,
  studentId: string,
  sink: RowSink,
): void {
  if (approvedAbsence) sink.insert(ApprovedAbsenceEntity, { studentId, ...approvedAbsence });
  if (studyingElsewhere) {
    const { scope: area, ...answer } = studyingElsewhere;
    sink.insert(StudyElsewhereEntity, { studentId, area, ...answer });
  }
}
