import { sql } from 'kysely';
import { advanceRegister, changeOf } from '../../_kit/changes/advance-register.js';
import type { Caller } from '../../_kit/access/caller.js';
import { recordedFacts } from '../../_kit/command/recorded-facts.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { RECORDED, refusal, type RecordedPayload } from '../../_kit/schema/recorded-payload.js';
import { DropoutReportEntity } from './dropout-report.entity.js';
import type { Recipient } from './attendance-duties.js';
import { AcknowledgeReportErrorEnum } from './reporting.enums.js';
import type { AcknowledgeDropoutReportInput } from './reporting.input.js';
import type { AcknowledgeCode } from './reporting.payload.js';

const TOWNSHIP_DIGITS = 9;
const COUNTY_DIGITS = 6;

/** As which office a caller receives reports: the bureau's people for the bureau, those of a township for it. */
export function officesOf({ agency, jurisdiction }: Pick<Caller, 'agency' | 'jurisdiction'>): Recipient[] {
  const digits = jurisdiction.flatMap(({ kind, code }) => (kind === 'DIVISION' ? [code.length] : []));
  const isBureau = agency === 'education' && digits.includes(COUNTY_DIGITS);
  return [
    ...(digits.includes(TOWNSHIP_DIGITS) ? (['TOWNSHIP'] as const) : []),
    ...(isBureau ? (['EDUCATION_BUREAU'] as const) : []),
  ];
}

export function townshipsOf({ jurisdiction }: Pick<Caller, 'jurisdiction'>): string[] {
  return jurisdiction.flatMap(({ kind, code }) =>
    kind === 'DIVISION' && code.length === TOWNSHIP_DIGITS ? [code] : [],
  );
}

/** The report went to where the child lives: the township of its registration reaches the child, and answers for nothing. */
function isHomeOf(caller: Caller, child: StudentIdentity): boolean {
  const townships = townshipsOf(caller);
  return child.scopes.some(
    ({ kind, code }) => kind === 'RESIDENCE' && townships.some((township) => code.startsWith(township)),
  );
}

/** Signs for a report; an office signs for those that went to it, about children within its reach. */
export function acknowledgeDropoutReport(
  context: LoaderContext,
  input: AcknowledgeDropoutReportInput,
): Promise<RecordedPayload<AcknowledgeCode>> {
  return runOnce(context, { name: 'acknowledgeDropoutReport', input }, async () => {
    const { db, caller, today, students } = context;
    const refuseWith = refusal(AcknowledgeReportErrorEnum);
    const refuse = (code: AcknowledgeCode) => refuseWith(code, 'reportId');
    if (!/^\d{1,18}$/.test(input.reportId)) return refuse('NOT_FOUND');
    const { rows } = await sql<{ studentId: string; recipient: string; isReceived: boolean }>`
      select student_id as "studentId", recipient, received_on is not null as "isReceived" from dropout_report
      where id = ${input.reportId}::bigint and recipient = any (${officesOf(caller)}::text[]) for update`.execute(
      db,
    );
    const [report] = rows;
    const child = report && (await students.load(report.studentId));
    if (!report || !child) return refuse('NOT_FOUND');
    if (report.recipient === 'TOWNSHIP' && !isHomeOf(caller, child)) return refuse('NOT_FOUND');
    if (report.isReceived) return refuse('ALREADY_RECEIVED');
    const receipt = { receivedOn: today, receivedBy: caller.subject };
    const said = recordedFacts(context, DropoutReportEntity, receipt);
    await sql`
      update dropout_report set received_on = ${today}::date, received_by = ${caller.subject},
        recorded = recorded || ${JSON.stringify(said)}::jsonb
      where id = ${input.reportId}::bigint`.execute(db);
    await advanceRegister(context, 'DROPOUT_REPORTING', changeOf(report.studentId));
    return RECORDED;
  });
}
