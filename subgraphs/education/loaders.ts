import { registerStateOf, type RegisterState } from '../_kit/register/register-state.js';
import type { EntitySchema } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { createKeyLoader } from '../_kit/key-loader.js';
import { createPageLoader } from '../_kit/page-loader.js';
import { createRowsByKeyLoader } from '../_kit/rows-by-key-loader.js';
import { createRegisterLoader, type RegisterLoader } from '../_kit/register/register-loader.js';
import type { LoaderContext } from '../_kit/request-context.js';
import type { PageArgs } from '../_kit/schema/connection.js';
import { AbsenceEntity } from './attendance/absence.entity.js';
import type { AbsenceFilter, AbsenceSpellFilter } from './attendance/absence.input.js';
import { listAbsences } from './attendance/absence.list.js';
import { listAbsenceSpells } from './attendance/absence-spell.list.js';
import { AidAwardEntity } from './care/aid-award.entity.js';
import { listAidAwards } from './care/aid-award.list.js';
import type { AidAwardFilter } from './care/aid-award.type.js';
import { ApprovedAbsenceEntity } from './attendance/approved-absence.entity.js';
import { createAttendanceClocks } from './attendance/attendance-clock.js';
import { recordAttendance } from './attendance/attendance-sheet.commands.js';
import { AttendanceSheetEntity } from './attendance/attendance-sheet.entity.js';
import { findAttendanceSheet } from './attendance/attendance-sheet.list.js';
import type { RecordAttendanceInput } from './attendance/attendance-sheet.type.js';
import type { Catchment } from './school/catchment.entity.js';
import { listCatchments } from './school/catchment.list.js';
import { EducationPlacementEntity } from './care/education-placement.entity.js';
import { GuardianContactEntity } from './care/guardian-contact.entity.js';
import { recordHomeTeachingVisit } from './care/home-teaching.commands.js';
import type { RecordHomeTeachingVisitInput } from './care/home-teaching.input.js';
import { HomeTeachingVisitEntity } from './care/home-teaching-visit.entity.js';
import { listHomeTeachingVisits } from './care/home-teaching-visit.list.js';
import { readVisitCoverage } from './care/visit-coverage.loader.js';
import type { HomeVisitCoverageFilter } from './care/visit-coverage.type.js';
import { HomeVisitEntity } from './care/home-visit.entity.js';
import { ListedChildEntity } from './status/listed-child.entity.js';
import { PairingEntity } from './care/pairing.entity.js';
import { findHouseholdRegister, listRegisterLines } from './household-register/household-register.list.js';
import type { RegisterArea } from './household-register/register-area.js';
import { readAccount } from './household-register/register-account.js';
import type { EducationRegister } from './registers.js';
import { createRollCallDifferenceLoader, listRollCalls, type RollCall } from './attendance/roll-call.list.js';
import { DropoutReportEntity } from './reporting/dropout-report.entity.js';
import { InspectorCallEntity } from './reporting/inspector-call.entity.js';
import { createReportingLoaders } from './reporting/reporting.loaders.js';
import { StatusMarkEntity } from './reporting/status-mark.entity.js';
import { listSheetViolations } from './attendance/sheet-violation.list.js';
import type { SheetViolationFilter } from './attendance/sheet-violation.type.js';
import { recordRollCall } from './attendance/roll-call.commands.js';
import type { RecordRollCallInput, RollCallTaskFilter } from './attendance/roll-call-task.input.js';
import { listRollCallTasks } from './attendance/roll-call-task.list.js';
import { createVerdicts } from './attendance/roll-call-verdict.loader.js';
import { RollCallFindingEntity } from './attendance/roll-call-finding.entity.js';
import { createMobilityLoader } from './school/mobility.loader.js';
import { createRollSizeLoader } from './school/roll-size.loader.js';
import { listRolls, type RollFilter } from './school/roll.list.js';
import { SchoolClassEntity, type SchoolClass } from './school/school-class.entity.js';
import { listClasses } from './school/school-class.list.js';
import { SchoolGuardianEntity } from './care/school-guardian.entity.js';
import { createSchoolPolicies } from './school/school-policy.js';
import { schoolKept } from './school/school-kept.js';
import { SchoolEntity } from './school/school.entity.js';
import type { SchoolFilter } from './school/school.input.js';
import { listSchools } from './school/school.list.js';
import type { HomeTeachingVisitFilter } from './care/special-education.type.js';
import { StatusChangeEntity } from './status/status-change.entity.js';
import { ScreenedMemberEntity } from './screening/screened-member.entity.js';
import { createScreeningLoaders } from './screening/screening.loaders.js';
import type {
  FailedVerificationFilter,
  MissingTransitionFilter,
  PendingTransferFilter,
  PushedOutFilter,
  RollCallDifferenceFilter,
} from './status/status-follow-up.input.js';
import {
  listFailedVerifications,
  listMissingTransitions,
  listPendingTransfers,
  listPushedOut,
  listRollCallDifferences,
} from './status/status-follow-up.list.js';
import { StudentStatusEntity, type StudentStatus } from './status/student-status.entity.js';
import { listTermStatusReviews } from './status/term-status-review.list.js';
import { StudyElsewhereEntity } from './status/study-elsewhere.entity.js';

const bySchool = {
  keyOfParent: (code: string) => code,
  keyOfRow: ({ schoolCode }: { readonly schoolCode: string }) => schoolCode,
};

export type EducationLoaders = ReturnType<typeof createEducationLoaders>;

export function createEducationLoaders(context: LoaderContext) {
  const schools = createKeyLoader(context, SchoolEntity, 'code');
  const policyOf = createSchoolPolicies(context, schools);
  const classes = createKeyLoader(context, SchoolClassEntity, 'code');
  const sheetDays = createRowsByKeyLoader(context, AttendanceSheetEntity, 'classCode', {
    orderBy: sql`date`,
  });
  const clocks = createAttendanceClocks(context, policyOf, sheetDays);
  const registers = createRegisterLoaders(context);
  const schoolSizes = createRollSizeLoader(context, 'school_code');
  return {
    today: context.today,
    isLoaded: async (register: EducationRegister) => (await context.registers()).has(register),
    openPhone: (sealed: string) => context.cipher.open(sealed, 'school_guardian.phone_sealed'),
    schools,
    policyOf,
    clocks,
    classes,
    classSizes: createRollSizeLoader(context, 'class_code'),
    schoolSizes,
    /** What the student status can say of a school's roll. */
    async rollStateOf(schoolCode: string): Promise<RegisterState> {
      const register = (await context.registers()).get('STUDENT_STATUS');
      const hasRows = register !== undefined && (await schoolSizes.load(schoolCode)) > 0;
      const scopes = [{ kind: 'SCHOOL', code: schoolCode }];
      return registerStateOf({ hasRows, register, scopes, now: context.now });
    },
    readVisitCoverage: (filter: HomeVisitCoverageFilter) => readVisitCoverage(context, filter),
    mobility: createMobilityLoader(context),
    rolls: createPageLoader<string, StudentStatus, RollFilter>(context, {
      ...bySchool,
      read: (codes, page) => listRolls(context, codes, page),
    }),
    classPages: createPageLoader<string, SchoolClass>(context, {
      ...bySchool,
      read: (codes, page) => listClasses(context, codes, page),
    }),
    catchmentPages: createPageLoader<string, Catchment>(context, {
      ...bySchool,
      read: (codes, page) => listCatchments(context, codes, page),
    }),
    rollCallPages: createPageLoader<string, RollCall>(context, {
      ...bySchool,
      read: (codes, page) => listRollCalls(context, codes, page),
    }),
    rollCallDifferences: createRollCallDifferenceLoader(context),
    ...createVerdicts(context),
    listRollCallTasks: (filter: RollCallTaskFilter, page: PageArgs) =>
      listRollCallTasks(context, filter, page),
    recordRollCall: (input: RecordRollCallInput) => recordRollCall(context, { classes, schools }, input),
    listMissingTransitions: (filter: MissingTransitionFilter, page: PageArgs) =>
      listMissingTransitions(context, filter, page),
    listTermStatusReviews: (page: PageArgs) => listTermStatusReviews(context, policyOf, page),
    listPendingTransfers: (filter: PendingTransferFilter, page: PageArgs) =>
      listPendingTransfers(context, filter, page),
    listPushedOut: (filter: PushedOutFilter, page: PageArgs) => listPushedOut(context, filter, page),
    listFailedVerifications: (filter: FailedVerificationFilter, page: PageArgs) =>
      listFailedVerifications(context, filter, page),
    listRollCallDifferences: (filter: RollCallDifferenceFilter, page: PageArgs) =>
      listRollCallDifferences(context, filter, page),
    listSchools: (filter: SchoolFilter, page: PageArgs) => listSchools(context, filter, page),
    listAbsences: (filter: AbsenceFilter, page: PageArgs) => listAbsences(context, filter, page),
    listAbsenceSpells: (filter: AbsenceSpellFilter, page: PageArgs) =>
      listAbsenceSpells(context, { clocks, policyOf }, filter, page),
    listAidAwards: (filter: AidAwardFilter, page: PageArgs) => listAidAwards(context, filter, page),
    listHomeTeachingVisits: (filter: HomeTeachingVisitFilter, page: PageArgs) =>
      listHomeTeachingVisits(context, filter, page),
    recordHomeTeachingVisit: (input: RecordHomeTeachingVisitInput) =>
      recordHomeTeachingVisit(context, schools, input),
    findAttendanceSheet: (classCode: string, date: string) =>
      findAttendanceSheet(context, { classes, schools }, classCode, date),
    listSheetViolations: (filter: SheetViolationFilter, page: PageArgs) =>
      listSheetViolations(context, filter, page),
    recordAttendance: (input: RecordAttendanceInput) =>
      recordAttendance(context, { classes, schools, policyOf }, input),
    ...createReportingLoaders(context, { clocks, policyOf, registers, schools }),
    ...createScreeningLoaders(context),
    findHouseholdRegister: (asked: Pick<RegisterArea, 'scope' | 'code'>) =>
      findHouseholdRegister(context, asked),
    listRegisterLines: (area: RegisterArea, page: PageArgs) => listRegisterLines(context, area, page),
    /** Over all rows of the area, which the caller's area was found to hold. */
    registerAccount: (area: RegisterArea) => context.overAllRows((db) => readAccount(db, area)),
    ...registers,
    /** All changes of the pupil whom one of them is about. */
    async statusChangesOf(studentId: string) {
      const child = await context.students.load(studentId);
      return child ? (await registers.statusChanges.load(child)).rows : [];
    },
  };
}

/** What each register holds of one child, newest first. */
function createRegisterLoaders(context: LoaderContext) {
  const ofRegister = <Row extends { studentId?: string | null }>(
    register: EducationRegister,
    entity: EntitySchema<Row>,
    orderBy: string,
  ): RegisterLoader<Row> => createRegisterLoader(context, entity, { register, orderBy });
  const studyElsewhere = ofRegister('STUDY_ELSEWHERE', StudyElsewhereEntity, 'checked_on desc, id desc');
  const ofSchools = <Row extends { studentId: string }>(
    register: EducationRegister,
    entity: EntitySchema<Row>,
    orderBy: string,
  ) => schoolKept(ofRegister(register, entity, orderBy), studyElsewhere);
  return {
    studentStatus: ofRegister('STUDENT_STATUS', StudentStatusEntity, 'enrolled_on desc, id desc'),
    statusChanges: ofRegister('STUDENT_STATUS', StatusChangeEntity, 'changed_on desc, id desc'),
    guardians: ofRegister('STUDENT_STATUS', SchoolGuardianEntity, 'id'),
    listedChildren: ofRegister('STUDENT_STATUS', ListedChildEntity, 'id desc'),
    attendance: ofSchools('ATTENDANCE', AbsenceEntity, 'date desc, id desc'),
    guardianContacts: ofSchools('ATTENDANCE', GuardianContactEntity, 'contacted_on desc, id desc'),
    statusMarks: ofSchools('DROPOUT_REPORTING', StatusMarkEntity, 'marked_on desc, id desc'),
    dropoutReports: ofSchools('DROPOUT_REPORTING', DropoutReportEntity, 'reported_on desc, id desc'),
    inspectorCalls: ofSchools('DROPOUT_REPORTING', InspectorCallEntity, 'called_on desc, id desc'),
    rollCalls: ofSchools('ROLL_CALL', RollCallFindingEntity, 'called_on desc, id desc'),
    aidAwards: ofSchools('AID_AWARDS', AidAwardEntity, 'decided_on desc, id desc'),
    placements: ofRegister('SPECIAL_EDUCATION', EducationPlacementEntity, 'decided_on desc, id desc'),
    homeTeachingVisits: ofRegister('SPECIAL_EDUCATION', HomeTeachingVisitEntity, 'visited_on desc, id desc'),
    homeVisits: ofSchools('HOME_VISITS', HomeVisitEntity, 'visited_on desc, id desc'),
    pairings: ofSchools('PAIRINGS', PairingEntity, '"from" desc, id desc'),
    approvedAbsences: ofRegister('APPROVED_ABSENCES', ApprovedAbsenceEntity, '"from" desc, id desc'),
    studyElsewhere,
    fieldScreenings: ofRegister(
      'FIELD_SCREENING',
      ScreenedMemberEntity,
      'checked_on desc nulls last, id desc',
    ),
  };
}
