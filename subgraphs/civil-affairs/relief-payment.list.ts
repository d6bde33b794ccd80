import { sql } from 'kysely';
import { HubError } from '../_kit/errors.js';
import type { LoaderContext } from '../_kit/request-context.js';
import type { Connection, PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { byDate, listPage } from '../_kit/schema/list-page.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { ReliefPaymentEntity, type ReliefPayment } from './relief-payment.entity.js';
import type { ReliefPaymentFilter } from './relief-payment.type.js';

const ORDER = byDate<ReliefPayment>('paid_on', 'desc', ({ paidOn }) => paidOn);

/** Payments for children within reach, the latest first. */
export function listReliefPayments(
  { em, caller, today }: LoaderContext,
  { division, month, kind }: ReliefPaymentFilter,
  page: PageArgs,
): Promise<Connection<ReliefPayment>> {
  if (month != null && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
    throw new HubError('BAD_USER_INPUT', 'A month is written YYYY-MM.');
  }
  const query = selectRows(em, ReliefPaymentEntity)
    .where(studentWithinReach(caller, sql.ref('relief_payment.student_id'), today))
    .where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`)
    .$if(month != null, (query) => query.where(sql<boolean>`month = ${month}`))
    .$if(kind != null, (query) => query.where(sql<boolean>`kind = ${kind}`));
  return listPage(query, ORDER, page);
}
