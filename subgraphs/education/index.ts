import { defineSubgraph } from '../_kit/define-subgraph.js';
import { HubError } from '../_kit/errors.js';
import { guardianKindField } from '../_kit/schema/guardian-kind.field.js';
import { AbsenceEntity } from './absence.entity.js';
import {
  AbsenceListResolver,
  AttendanceRegisterResolver,
  SchoolingAttendanceResolver,
} from './absence.resolver.js';
import { AbsenceSpellType, AbsenceType } from './absence.type.js';
import { AidAwardEntity } from './aid-award.entity.js';
import { AidAwardListResolver, AidHistoryResolver, SchoolingAidResolver } from './aid-award.resolver.js';
import { AidAwardType } from './aid-award.type.js';
import { ApprovedAbsenceEntity } from './approved-absence.entity.js';
import { CatchmentEntity } from './catchment.entity.js';
import { CatchmentVillageResolver, SchoolCatchmentResolver } from './catchment.resolver.js';
import { EducationPlacementEntity } from './education-placement.entity.js';
import { GuardianContactEntity } from './guardian-contact.entity.js';
import { HomeTeachingVisitEntity } from './home-teaching-visit.entity.js';
import { HomeVisitEntity } from './home-visit.entity.js';
import { HomeVisitRegisterResolver, SchoolingHomeVisitResolver } from './home-visit.resolver.js';
import { ListedChildEntity } from './listed-child.entity.js';
import { createEducationLoaders } from './loaders.js';
import { PairingEntity } from './pairing.entity.js';
import { schoolClassField, schoolField, studentField } from './record-links.field.js';
import { EDUCATION_REGISTERS } from './registers.js';
import { RollCallFindingEntity } from './roll-call-finding.entity.js';
import { RollCallDifferenceResolver, SchoolingRollCallResolver } from './roll-call.resolver.js';
import { RollCallFindingType, RollCallType } from './roll-call.type.js';
import { SchoolClassEntity } from './school-class.entity.js';
import { SchoolClassSizeResolver } from './school-class.resolver.js';
import { SchoolContentsResolver } from './school-contents.resolver.js';
import { SchoolGuardianEntity } from './school-guardian.entity.js';
import { SchoolGuardianPhoneResolver } from './school-guardian.resolver.js';
import { SchoolGuardianType } from './school-guardian.type.js';
import { findSchool } from './school-reach.js';
import { SchoolEntity } from './school.entity.js';
import { SchoolResolver } from './school.resolver.js';
import { SchoolType } from './school.type.js';
import { SchoolingRecordsResolver, StudentSchoolingResolver } from './schooling.resolver.js';
import { EDUCATION_SCOPES } from './scopes.js';
import {
  HomeTeachingVisitListResolver,
  SchoolingSpecialEducationResolver,
  SpecialEducationVisitsResolver,
} from './special-education.resolver.js';
import { EducationPlacementType, HomeTeachingVisitType } from './special-education.type.js';
import { StatusChangeEntity } from './status-change.entity.js';
import { StatusChangeSchoolsResolver } from './status-change.resolver.js';
import { StatusChangeType } from './status-change.type.js';
import { StatusFollowUpResolver } from './status-follow-up.resolver.js';
import { StudentStatusEntity } from './student-status.entity.js';
import {
  SchoolingStatusResolver,
  StudentStatusHomeResolver,
  StudentStatusRegisterResolver,
} from './student-status.resolver.js';
import { StudentStatusFormResolver } from './student-status-form.resolver.js';
import { StudentStatusType } from './student-status.type.js';
import { StudyElsewhereEntity } from './study-elsewhere.entity.js';
import { StudentType } from './student.type.js';

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
    GuardianContactEntity,
    RollCallFindingEntity,
    AidAwardEntity,
    EducationPlacementEntity,
    HomeTeachingVisitEntity,
    HomeVisitEntity,
    PairingEntity,
    ApprovedAbsenceEntity,
    StudyElsewhereEntity,
  ],
  resolvers: [
    SchoolResolver,
    SchoolContentsResolver,
    SchoolCatchmentResolver,
    CatchmentVillageResolver,
    SchoolClassSizeResolver,
    StudentSchoolingResolver,
    SchoolingStatusResolver,
    StudentStatusRegisterResolver,
    StudentStatusHomeResolver,
    StudentStatusFormResolver,
    StatusChangeSchoolsResolver,
    StatusFollowUpResolver,
    SchoolGuardianPhoneResolver,
    guardianKindField(SchoolGuardianType),
    SchoolingAttendanceResolver,
    AttendanceRegisterResolver,
    AbsenceListResolver,
    SchoolingRollCallResolver,
    RollCallDifferenceResolver,
    SchoolingAidResolver,
    AidHistoryResolver,
    AidAwardListResolver,
    SchoolingSpecialEducationResolver,
    SpecialEducationVisitsResolver,
    HomeTeachingVisitListResolver,
    SchoolingHomeVisitResolver,
    HomeVisitRegisterResolver,
    SchoolingRecordsResolver,
    ...[
      StudentStatusType,
      StatusChangeType,
      AbsenceType,
      AbsenceSpellType,
      AidAwardType,
      HomeTeachingVisitType,
      RollCallFindingType,
    ].map(studentField),
    ...[
      StudentStatusType,
      AbsenceType,
      AbsenceSpellType,
      AidAwardType,
      HomeTeachingVisitType,
      RollCallFindingType,
      EducationPlacementType,
    ].map(schoolField),
    ...[StudentStatusType, AbsenceType, AbsenceSpellType, RollCallFindingType, RollCallType].map(
      schoolClassField,
    ),
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
  loaders: createEducationLoaders,
});
