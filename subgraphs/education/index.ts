import { defineSubgraph } from '../_kit/define-subgraph.js';
import { HubError } from '../_kit/errors.js';
import { guardianKindField } from '../_kit/schema/guardian-kind.field.js';
import { AbsenceEntity } from './attendance/absence.entity.js';
import {
  AbsenceListResolver,
  AbsenceSpellResolver,
  AttendanceRegisterResolver,
  SchoolingAttendanceResolver,
} from './attendance/absence.resolver.js';
import { AbsenceSpellType, AbsenceType } from './attendance/absence.type.js';
import { AttendanceSheetEntity } from './attendance/attendance-sheet.entity.js';
import { AttendanceSheetResolver } from './attendance/attendance-sheet.resolver.js';
import { AidAwardEntity } from './care/aid-award.entity.js';
import { AidAwardListResolver, AidHistoryResolver, SchoolingAidResolver } from './care/aid-award.resolver.js';
import { AidAwardType } from './care/aid-award.type.js';
import { ApprovedAbsenceEntity } from './attendance/approved-absence.entity.js';
import { CatchmentEntity } from './school/catchment.entity.js';
import { CatchmentVillageResolver, SchoolCatchmentResolver } from './school/catchment.resolver.js';
import { EducationPlacementEntity } from './care/education-placement.entity.js';
import { GuardianContactEntity } from './care/guardian-contact.entity.js';
import { HomeTeachingVisitEntity } from './care/home-teaching-visit.entity.js';
import { HomeVisitEntity } from './care/home-visit.entity.js';
import { HomeVisitRegisterResolver, SchoolingHomeVisitResolver } from './care/home-visit.resolver.js';
import { HomeVisitCoverageResolver } from './care/visit-coverage.resolver.js';
import { EDUCATION_LISTS } from './imports/lists.js';
import { ListedChildEntity } from './status/listed-child.entity.js';
import { createEducationLoaders } from './loaders.js';
import { PairingEntity } from './care/pairing.entity.js';
import { schoolClassField, schoolField, studentField } from './status/record-links.field.js';
import { EDUCATION_REGISTERS } from './registers.js';
import { EDUCATION_PLACES, EDUCATION_ROSTER } from './roster.js';
import { DropoutReportEntity } from './reporting/dropout-report.entity.js';
import { DropoutReportResolver } from './reporting/dropout-report.resolver.js';
import { InspectorCallEntity } from './reporting/inspector-call.entity.js';
import {
  DropoutReportingResolver,
  ReportingCommandResolver,
  ReportingListResolver,
  SchoolingReportingResolver,
} from './reporting/reporting.resolver.js';
import { AttendanceDutyType, ReportingViolationType } from './reporting/reporting.type.js';
import { StatusMarkEntity } from './reporting/status-mark.entity.js';
import { RollCallFindingEntity } from './attendance/roll-call-finding.entity.js';
import { RollCallDifferenceResolver, SchoolingRollCallResolver } from './attendance/roll-call.resolver.js';
import { RollCallFindingType, RollCallType } from './attendance/roll-call.type.js';
import { SheetViolationType } from './attendance/sheet-violation.type.js';
import {
  RollCallFindingVerdictResolver,
  RollCallTaskResolver,
  RollCallVerdictResolver,
} from './attendance/roll-call-task.resolver.js';
import { RollCallTaskType } from './attendance/roll-call-task.type.js';
import { SchoolClassEntity } from './school/school-class.entity.js';
import { SchoolClassSizeResolver } from './school/school-class.resolver.js';
import { SchoolMobilityResolver } from './school/mobility.resolver.js';
import { SchoolContentsResolver } from './school/school-contents.resolver.js';
import { SchoolGuardianEntity } from './care/school-guardian.entity.js';
import { SchoolGuardianPhoneResolver } from './care/school-guardian.resolver.js';
import { SchoolGuardianType } from './care/school-guardian.type.js';
import { findSchool } from './school/school-reach.js';
import { SchoolEntity } from './school/school.entity.js';
import { SchoolResolver } from './school/school.resolver.js';
import { SchoolType } from './school/school.type.js';
import { SchoolingRecordsResolver, StudentSchoolingResolver } from './status/schooling.resolver.js';
import { EDUCATION_SCOPES } from './scopes.js';
import {
  HomeTeachingCommandResolver,
  HomeTeachingVisitListResolver,
  SchoolingSpecialEducationResolver,
  EducationPlacementResolver,
  SpecialEducationVisitsResolver,
} from './care/special-education.resolver.js';
import { EducationPlacementType, HomeTeachingVisitType } from './care/special-education.type.js';
import {
  HouseholdRegisterLineResolver,
  HouseholdRegisterResolver,
} from './household-register/household-register.resolver.js';
import { HouseholdScreeningEntity } from './screening/household-screening.entity.js';
import {
  SchoolingScreeningResolver,
  ScreenedHouseholdResolver,
  ScreenedMemberResolver,
  ScreeningProblemResolver,
} from './screening/screened-household.resolver.js';
import { ScreenedMemberEntity } from './screening/screened-member.entity.js';
import { ScreeningAssignmentEntity } from './screening/screening-assignment.entity.js';
import { ScreeningCampaignEntity } from './screening/screening-campaign.entity.js';
import { ScreeningCommandsResolver } from './screening/screening-commands.resolver.js';
import { ScreeningAssignmentResolver, ScreeningCampaignResolver } from './screening/screening.resolver.js';
import { StatusChangeEntity } from './status/status-change.entity.js';
import { StatusChangeSchoolsResolver } from './status/status-change.resolver.js';
import { StatusChangeType } from './status/status-change.type.js';
import { StatusFollowUpResolver } from './status/status-follow-up.resolver.js';
import { StudentStatusEntity } from './status/student-status.entity.js';
import {
  SchoolingStatusResolver,
  StudentStatusHomeResolver,
  StudentStatusRegisterResolver,
} from './status/student-status.resolver.js';
import { StudentStatusFormResolver } from './status/student-status-form.resolver.js';
import { StudentStatusType } from './status/student-status.type.js';
import { TermStatusReviewResolver } from './status/term-status-review.resolver.js';
import { TermStatusReviewType } from './status/term-status-review.type.js';
import { StudyElsewhereEntity } from './status/study-elsewhere.entity.js';
import { PupilTurnoverEntity } from './statistics/pupil-turnover.entity.js';
import { RetentionCohortEntity } from './statistics/retention-cohort.entity.js';
import { StudentType } from './student.type.js';
import { educationWork } from './work/index.js';

export const education = defineSubgraph({
  name: 'education',
  student: StudentType,
  title: { en: 'Education bureau', zh: '教育局' },
  entities: [
    SchoolEntity,
    SchoolClassEntity,
    CatchmentEntity,
    StudentStatusEntity,
    StatusChangeEntity,
    SchoolGuardianEntity,
    ListedChildEntity,
    AbsenceEntity,
    AttendanceSheetEntity,
    GuardianContactEntity,
    InspectorCallEntity,
    StatusMarkEntity,
    DropoutReportEntity,
    RollCallFindingEntity,
    AidAwardEntity,
    EducationPlacementEntity,
    HomeTeachingVisitEntity,
    HomeVisitEntity,
    PairingEntity,
    ApprovedAbsenceEntity,
    StudyElsewhereEntity,
    ScreeningCampaignEntity,
    ScreeningAssignmentEntity,
    HouseholdScreeningEntity,
    ScreenedMemberEntity,
    RetentionCohortEntity,
    PupilTurnoverEntity,
  ],
  resolvers: [
    SchoolResolver,
    SchoolContentsResolver,
    SchoolCatchmentResolver,
    CatchmentVillageResolver,
    SchoolClassSizeResolver,
    SchoolMobilityResolver,
    StudentSchoolingResolver,
    SchoolingStatusResolver,
    StudentStatusRegisterResolver,
    StudentStatusHomeResolver,
    StudentStatusFormResolver,
    StatusChangeSchoolsResolver,
    StatusFollowUpResolver,
    TermStatusReviewResolver,
    SchoolGuardianPhoneResolver,
    guardianKindField(SchoolGuardianType),
    SchoolingAttendanceResolver,
    AttendanceRegisterResolver,
    AbsenceListResolver,
    AbsenceSpellResolver,
    AttendanceSheetResolver,
    SchoolingReportingResolver,
    DropoutReportingResolver,
    ReportingListResolver,
    DropoutReportResolver,
    ReportingCommandResolver,
    SchoolingRollCallResolver,
    RollCallDifferenceResolver,
    RollCallTaskResolver,
    RollCallFindingVerdictResolver,
    RollCallVerdictResolver,
    SchoolingAidResolver,
    AidHistoryResolver,
    AidAwardListResolver,
    HomeTeachingCommandResolver,
    SchoolingSpecialEducationResolver,
    EducationPlacementResolver,
    SpecialEducationVisitsResolver,
    HomeTeachingVisitListResolver,
    SchoolingHomeVisitResolver,
    HomeVisitRegisterResolver,
    HomeVisitCoverageResolver,
    SchoolingRecordsResolver,
    ScreeningCampaignResolver,
    ScreeningAssignmentResolver,
    ScreenedHouseholdResolver,
    ScreenedMemberResolver,
    ScreeningProblemResolver,
    SchoolingScreeningResolver,
    ScreeningCommandsResolver,
    HouseholdRegisterResolver,
    HouseholdRegisterLineResolver,
    ...[
      StudentStatusType,
      StatusChangeType,
      AbsenceType,
      AbsenceSpellType,
      AttendanceDutyType,
      ReportingViolationType,
      AidAwardType,
      HomeTeachingVisitType,
      RollCallFindingType,
    ].map(studentField),
    ...[
      StudentStatusType,
      AbsenceType,
      AbsenceSpellType,
      AttendanceDutyType,
      ReportingViolationType,
      AidAwardType,
      HomeTeachingVisitType,
      RollCallFindingType,
      RollCallTaskType,
      SheetViolationType,
      TermStatusReviewType,
      EducationPlacementType,
    ].map(schoolField),
    ...[
      StudentStatusType,
      AbsenceType,
      AbsenceSpellType,
      AttendanceDutyType,
      RollCallFindingType,
      RollCallType,
      RollCallTaskType,
      SheetViolationType,
    ].map(schoolClassField),
  ],
  references: {
    School: {
      type: SchoolType,
      resolve: ({ code }, context) => {
        if (!context.caller.scopes.has(EDUCATION_SCOPES.readSchools)) throw new HubError('FORBIDDEN');
        return findSchool(String(code), context);
      },
    },
  },
  registers: EDUCATION_REGISTERS,
  roster: EDUCATION_ROSTER,
  places: EDUCATION_PLACES,
  lists: EDUCATION_LISTS,
  loaders: createEducationLoaders,
  work: educationWork,
});
