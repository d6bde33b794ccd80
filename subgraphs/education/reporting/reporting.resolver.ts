import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import { AbsenceSpellFilter } from '../attendance/absence.input.js';
import type { EducationLoaders } from '../loaders.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { SchoolingType } from '../status/schooling.type.js';
import type { PupilDuty, PupilViolation } from './judge-spells.js';
import { speaks } from './register-speaks.js';
import {
  AcknowledgeDropoutReportInput,
  RecordGuardianContactInput,
  RecordInspectorCallInput,
  RecordStatusMarkInput,
  SubmitDropoutReportInput,
} from './reporting.input.js';
import {
  AcknowledgeDropoutReportPayload,
  RecordGuardianContactPayload,
  RecordInspectorCallPayload,
  RecordStatusMarkPayload,
  SubmitDropoutReportPayload,
} from './reporting.payload.js';
import {
  AttendanceDutyConnectionType,
  AttendanceDutyType,
  DropoutReportingType,
  ReportingViolationConnectionType,
  ReportingViolationType,
} from './reporting.type.js';

type Context = RequestContext<EducationLoaders>;

@Resolver(() => SchoolingType)
export class SchoolingReportingResolver {
  @FieldResolver(() => DropoutReportingType, {
    description: describe('Contacts, marks and reports about absences', '疑似辍学登记与书面报告'),
  })
  dropoutReporting(@Root() { student }: SchoolingType, @Ctx() { loaders }: Context): Promise<object> {
    return loaders.dropoutReportingOf(student);
  }
}

@Resolver(() => DropoutReportingType)
export class DropoutReportingResolver {
  @FieldResolver(() => [AttendanceDutyType], {
    nullable: true,
    description: describe(
      'What the latest spell of absence asks of the school',
      '最近一次缺勤的应办事项',
      'in order; null when the attendance of the child is not known.',
    ),
  })
  async duties(
    @Root() { student }: DropoutReportingType,
    @Ctx() { loaders }: Context,
  ): Promise<readonly PupilDuty[] | null> {
    const spells = await loaders.judgedSpellsOf(student);
    return spells && (spells[0]?.duties ?? []);
  }

  @FieldResolver(() => [ReportingViolationType], {
    nullable: true,
    description: describe(
      'Failures to mark or report',
      '瞒报漏报',
      'of all spells of the term; null when attendance, or marks and reports, are not known.',
    ),
  })
  async violations(
    @Root() { student, register }: DropoutReportingType,
    @Ctx() { loaders }: Context,
  ): Promise<readonly PupilViolation[] | null> {
    if (!speaks(register)) return null;
    const spells = await loaders.judgedSpellsOf(student);
    return !spells || spells.some(({ violations }) => violations === null)
      ? null
      : spells.flatMap(({ violations }) => violations ?? []);
  }
}

@Resolver()
export class ReportingListResolver {
  @RequiresScope(EDUCATION_SCOPES.readAbsences)
  @Query(() => AttendanceDutyConnectionType, {
    nullable: true,
    description: describe(
      'What is still to be done about absences within reach',
      '缺勤应办事项列表',
      'the earliest due come first.',
    ),
  })
  attendanceDuties(
    @Arg('filter', () => AbsenceSpellFilter, {
      nullable: true,
      description: describe('Which spells', '筛选条件'),
    })
    filter: AbsenceSpellFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<PupilDuty>> {
    return loaders.listAttendanceDuties(filter ?? {}, page);
  }

  @RequiresScope(EDUCATION_SCOPES.listViolations)
  @Query(() => ReportingViolationConnectionType, {
    nullable: true,
    description: describe(
      'Failures of schools to mark or report, within reach',
      '瞒报漏报列表',
      'derived; the longest overdue come first.',
    ),
  })
  reportingViolations(
    @Arg('filter', () => AbsenceSpellFilter, {
      nullable: true,
      description: describe('Which spells', '筛选条件'),
    })
    filter: AbsenceSpellFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<PupilViolation>> {
    return loaders.listReportingViolations(filter ?? {}, page);
  }
}

@Resolver()
export class ReportingCommandResolver {
  @RequiresScope(EDUCATION_SCOPES.recordGuardianContacts)
  @Mutation(() => RecordGuardianContactPayload, {
    description: describe('Records a contact with a guardian', '登记联系监护人'),
  })
  recordGuardianContact(
    @Arg('input', () => RecordGuardianContactInput, { description: describe('The contact', '联系记录') })
    input: RecordGuardianContactInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.recordGuardianContact(input);
  }

  @RequiresScope(EDUCATION_SCOPES.recordDropoutReporting)
  @Mutation(() => RecordInspectorCallPayload, {
    description: describe('Records that the responsible inspector was called in', '登记会同责任督学'),
  })
  recordInspectorCall(
    @Arg('input', () => RecordInspectorCallInput, { description: describe('The call', '记录') })
    input: RecordInspectorCallInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.recordInspectorCall(input);
  }

  @RequiresScope(EDUCATION_SCOPES.recordDropoutReporting)
  @Mutation(() => RecordStatusMarkPayload, {
    description: describe(
      'Records a mark that was set in the national system',
      '登记学籍标注',
      'the student status is kept.',
    ),
  })
  recordStatusMark(
    @Arg('input', () => RecordStatusMarkInput, { description: describe('The mark', '标注') })
    input: RecordStatusMarkInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.recordStatusMark(input);
  }

  @RequiresScope(EDUCATION_SCOPES.recordDropoutReporting)
  @Mutation(() => SubmitDropoutReportPayload, {
    description: describe('Reports a dropout in writing', '提交辍学书面报告', 'it counts as reported today.'),
  })
  submitDropoutReport(
    @Arg('input', () => SubmitDropoutReportInput, { description: describe('The report', '报告') })
    input: SubmitDropoutReportInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.submitDropoutReport(input);
  }

  @RequiresScope(EDUCATION_SCOPES.receiveReports)
  @Mutation(() => AcknowledgeDropoutReportPayload, {
    description: describe('Signs for a written report', '签收辍学书面报告', 'by the office that it went to.'),
  })
  acknowledgeDropoutReport(
    @Arg('input', () => AcknowledgeDropoutReportInput, { description: describe('The receipt', '签收') })
    input: AcknowledgeDropoutReportInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.acknowledgeDropoutReport(input);
  }
}
