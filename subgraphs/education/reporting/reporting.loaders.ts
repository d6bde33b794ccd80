import type { LoaderContext } from '../../_kit/request-context.js';
import type { PageArgs } from '../../_kit/schema/connection.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import type { AbsenceSpellFilter } from '../attendance/absence.input.js';
import type { RegisterLoader } from '../../_kit/register/register-loader.js';
import type { Absence } from '../attendance/absence.entity.js';
import type { GuardianContact } from '../care/guardian-contact.entity.js';
import type { DropoutReport } from './dropout-report.entity.js';
import type { DropoutReportFilter } from './dropout-report.input.js';
import { listDropoutReports } from './dropout-report.list.js';
import type { InspectorCall } from './inspector-call.entity.js';
import type { StatusMark } from './status-mark.entity.js';
import type { Schools } from './own-pupil.js';
import { judgeSpells, type JudgedSpell, type JudgeSources } from './judge-spells.js';
import { acknowledgeDropoutReport } from './receive-report.js';
import {
  recordGuardianContact,
  recordInspectorCall,
  recordStatusMark,
  submitDropoutReport,
} from './reporting.commands.js';
import type {
  AcknowledgeDropoutReportInput,
  RecordGuardianContactInput,
  RecordInspectorCallInput,
  RecordStatusMarkInput,
  SubmitDropoutReportInput,
} from './reporting.input.js';
import { speaks } from './register-speaks.js';
import { listAttendanceDuties, listReportingViolations } from './reporting.list.js';

type Kept<Row> = Pick<RegisterLoader<Row>, 'load'>;

export interface ReportingRegisters {
  readonly attendance: Kept<Absence>;
  readonly guardianContacts: Kept<GuardianContact>;
  readonly statusMarks: Kept<StatusMark>;
  readonly dropoutReports: Kept<DropoutReport>;
  readonly inspectorCalls: Kept<InspectorCall>;
}

/** What a school has done about absences, what is due and what was missed. */
export function createReportingLoaders(
  context: LoaderContext,
  {
    registers,
    schools,
    ...sources
  }: JudgeSources & { readonly registers: ReportingRegisters; readonly schools: Schools },
) {
  async function dropoutReportingOf(student: StudentIdentity) {
    const [marks, reports, calls] = await Promise.all([
      registers.statusMarks.load(student),
      registers.dropoutReports.load(student),
      registers.inspectorCalls.load(student),
    ]);
    const own = [marks, reports, calls];
    const { register } = own.find(({ rows }) => rows.length > 0) ?? marks;
    return { register, marks: marks.rows, reports: reports.rows, inspectorCalls: calls.rows, student };
  }

  /** Null when the attendance of the child is not known: then nobody can say what it asked of a school. */
  async function judgedSpellsOf(student: StudentIdentity): Promise<JudgedSpell[] | null> {
    const [attendance, contacts, own] = await Promise.all([
      registers.attendance.load(student),
      registers.guardianContacts.load(student),
      dropoutReportingOf(student),
    ]);
    if (!speaks(attendance.register)) return null;
    return judgeSpells(context, sources, attendance.rows, { ...own, contacts: contacts.rows });
  }

  return {
    dropoutReportingOf,
    judgedSpellsOf,
    listAttendanceDuties: (filter: AbsenceSpellFilter, page: PageArgs) =>
      listAttendanceDuties(context, sources, filter, page),
    listDropoutReports: (filter: DropoutReportFilter, page: PageArgs) =>
      listDropoutReports(context, filter, page),
    listReportingViolations: (filter: AbsenceSpellFilter, page: PageArgs) =>
      listReportingViolations(context, sources, filter, page),
    recordGuardianContact: (input: RecordGuardianContactInput) =>
      recordGuardianContact(context, schools, input),
    recordInspectorCall: (input: RecordInspectorCallInput) => recordInspectorCall(context, schools, input),
    recordStatusMark: (input: RecordStatusMarkInput) => recordStatusMark(context, schools, input),
    submitDropoutReport: (input: SubmitDropoutReportInput) => submitDropoutReport(context, schools, input),
    acknowledgeDropoutReport: (input: AcknowledgeDropoutReportInput) =>
      acknowledgeDropoutReport(context, input),
  };
}
