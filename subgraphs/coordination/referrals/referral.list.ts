import { sql, type RawBuilder } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../_kit/schema/connection.js';
import { byDate, listPage } from '../../_kit/schema/list-page.js';
import { selectRows } from '../../_kit/select-rows.js';
import { belongsToDivision, studentWithinReach } from '../../_kit/student/jurisdiction.js';
import type { ReferralState } from './referral.enums.js';
import { ReferralEntity, type Referral } from './referral.entity.js';
import type { ReferralFilter } from './referral.input.js';

/** `isOpen` of referral-course as SQL. */
export const OPEN_REFERRAL: RawBuilder<boolean> = sql<boolean>`coalesce(withdrawn_on, answered_on, refused_on) is null`;

/** `referralState` as SQL, for filters. */
const STATE: RawBuilder<ReferralState> = sql<ReferralState>`case
  when withdrawn_on is not null then 'WITHDRAWN' when answered_on is not null then 'ANSWERED'
  when refused_on is not null then 'REFUSED' when accepted_on is null then 'SENT' else 'ACCEPTED' end`;

/** Referrals about children within reach, those due first come first. */
export function listReferrals(
  { em, caller, today }: LoaderContext,
  { toBody, fromBody, division, officeCode, state, isOverdue }: ReferralFilter,
  page: PageArgs,
): Promise<Connection<Referral>> {
  const query = selectRows(em, ReferralEntity)
    .where(studentWithinReach(caller, sql.ref('referral.student_id'), today))
    .$if(toBody != null, (query) => query.where(sql<boolean>`to_body = ${toBody}`))
    .$if(fromBody != null, (query) => query.where(sql<boolean>`from_body = ${fromBody}`))
    .$if(division != null, (query) =>
      query.where(belongsToDivision(sql.ref('referral.student_id'), division ?? '')),
    )
    .$if(officeCode != null, (query) =>
      query.where(sql<boolean>`${officeCode}::text in (from_code, to_code)`),
    )
    .$if(state != null, (query) => query.where(sql<boolean>`${STATE} = ${state}`))
    .$if(isOverdue != null, (query) =>
      query.where(sql<boolean>`(due_on < ${today}::date and ${OPEN_REFERRAL}) = ${isOverdue}`),
    );
  return listPage(
    query,
    byDate<Referral>('due_on', 'asc', ({ dueOn }) => dueOn),
    page,
  );
}
