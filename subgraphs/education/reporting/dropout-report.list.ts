import { sql } from 'kysely';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../_kit/schema/connection.js';
import { byDate, listPage } from '../../_kit/schema/list-page.js';
import { selectRows } from '../../_kit/select-rows.js';
import { belongsToDivision, studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { DropoutReportEntity, type DropoutReport } from './dropout-report.entity.js';
import type { DropoutReportFilter } from './dropout-report.input.js';

const ORDER = byDate<DropoutReport>('reported_on', 'desc', ({ reportedOn }) => reportedOn);

/** Written reports about children within reach, the latest first. */
export function listDropoutReports(
  { em, caller, today }: LoaderContext,
  { division, school, recipient, isReceived, from, to }: DropoutReportFilter,
  page: PageArgs,
): Promise<Connection<DropoutReport>> {
  if (from && to && from > to) throw new HubError('BAD_USER_INPUT', '"from" lies after "to".');
  const studentId = sql.ref('dropout_report.student_id');
  const query = selectRows(em, DropoutReportEntity)
    .where(studentWithinReach(caller, studentId, today))
    .$if(division != null, (query) => query.where(belongsToDivision(studentId, division ?? '')))
    .$if(school != null, (query) => query.where(sql<boolean>`school_code = ${school}`))
    .$if(recipient != null, (query) => query.where(sql<boolean>`recipient = ${recipient}`))
    .$if(isReceived != null, (query) => query.where(sql<boolean>`(received_on is not null) = ${isReceived}`))
    .$if(from != null, (query) => query.where(sql<boolean>`reported_on >= ${from}::date`))
    .$if(to != null, (query) => query.where(sql<boolean>`reported_on <= ${to}::date`));
  return listPage(query, ORDER, page);
}
