import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { NOTHING } from '../../_kit/work/work-of-found.js';
import type { WorkRead, WorkSource } from '../../_kit/work/work-source.js';
import { officesOf, townshipsOf } from '../reporting/receive-report.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { idsOfChild } from '../status/ids-of-child.js';

/** Reports that went to the caller's office and that nobody has signed for; no rule says by when. */
export function dropoutReportWork(context: LoaderContext): WorkSource {
  return {
    kind: 'RECEIVE_REPORT',
    scope: EDUCATION_SCOPES.receiveReports,
    holds: 'SCHOOLING',
    registers: ['DROPOUT_REPORTING'],
    list: 'dropoutReports',
    read: (limit) => readUnsignedReports(context, limit),
  };
}

interface UnsignedReport {
  readonly id: string;
  readonly studentId: string;
  readonly open: number;
}

/** The longest waiting first. A township signs for children who live there, as when it does so. */
async function readUnsignedReports(
  { readRows, caller, today }: LoaderContext,
  limit: number,
): Promise<WorkRead> {
  const offices = officesOf(caller);
  if (offices.length === 0) return NOTHING;
  const rows = await readRows<UnsignedReport>(sql`
    select id::text as id, student_id as "studentId", (count(*) over ())::int as open from dropout_report
    where received_on is null and recipient = any (${offices}::text[])
      and (recipient <> 'TOWNSHIP' or exists (
        select from student_scope home
        where home.student_id = any (${idsOfChild(sql.ref('dropout_report.student_id'))}) and home.kind = 'RESIDENCE'
          and home.code ^@ any (${townshipsOf(caller)}::text[])
          and coalesce(home.valid_from <= ${today}::date, true) and coalesce(home.valid_to >= ${today}::date, true)))
    order by reported_on, dropout_report.id limit ${limit}`);
  return {
    open: rows[0]?.open ?? 0,
    overdue: 0,
    items: rows.map(({ id, studentId }) => ({ studentId, subject: id, dueOn: null })),
  };
}
