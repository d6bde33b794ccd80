import { sql, type RawBuilder } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../_kit/schema/connection.js';
import { divisionPrefix } from '../_kit/schema/division-prefix.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { DropoutCaseEntity, type DropoutCase } from './dropout-case.entity.js';
import type { CaseFilter } from './dropout-case.type.js';
import { EnforcementOrderEntity, type EnforcementOrder } from './enforcement-order.entity.js';
import type { EnforcementOrderFilter } from './enforcement-order.type.js';
import { ReferralEntity, type Referral } from './referral.entity.js';
import type { ReferralFilter } from './referral.type.js';

/** Cases of children within reach, the latest first. */
export async function listCases(
  { em, caller, today }: LoaderContext,
  { division, state, openedFrom, openedTo }: CaseFilter,
  page: PageArgs,
): Promise<Connection<DropoutCase>> {
  const { limit, after } = pageRequest(page, ['date', 'id']);
  const rows = await selectRows(em, DropoutCaseEntity)
    .where(studentWithinReach(caller, sql.ref('dropout_case.student_id'), today))
    .$if(division != null, (query) => query.where(belongsTo('dropout_case', division ?? '')))
    .$if(state != null, (query) => query.where(sql<boolean>`state = any(${state}::text[])`))
    .$if(openedFrom != null, (query) => query.where(sql<boolean>`opened_on >= ${openedFrom}::date`))
    .$if(openedTo != null, (query) => query.where(sql<boolean>`opened_on <= ${openedTo}::date`))
    .$if(Boolean(after), (query) =>
      query.where(sql<boolean>`(opened_on, id) < (${after?.[0]}::date, ${after?.[1]}::bigint)`),
    )
    .orderBy('opened_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ openedOn, id }) => [openedOn, String(id)]);
}

/** Notices and orders about children within reach, those due first come first. */
export async function listEnforcementOrders(
  { em, caller, today }: LoaderContext,
  { division, isOverdue }: EnforcementOrderFilter,
  page: PageArgs,
): Promise<Connection<EnforcementOrder>> {
  const { limit, after } = pageRequest(page, ['date', 'id']);
  const rows = await selectRows(em, EnforcementOrderEntity)
    .where(studentWithinReach(caller, sql.ref('enforcement_order.student_id'), today))
    .$if(division != null, (query) => query.where(belongsTo('enforcement_order', division ?? '')))
    .$if(isOverdue != null, (query) =>
      query.where(sql<boolean>`(due_on < ${today}::date and complied_on is null) = ${isOverdue}`),
    )
    .$if(Boolean(after), (query) => query.where(dueAfter(after)))
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ dueOn, id }) => [dueOn, String(id)]);
}

/** Referrals about children within reach, those due first come first. */
export async function listReferrals(
  { em, caller, today }: LoaderContext,
  { toBody, state }: ReferralFilter,
  page: PageArgs,
): Promise<Connection<Referral>> {
  const { limit, after } = pageRequest(page, ['date', 'id']);
  const rows = await selectRows(em, ReferralEntity)
    .where(studentWithinReach(caller, sql.ref('referral.student_id'), today))
    .$if(toBody != null, (query) => query.where(sql<boolean>`to_body = ${toBody}`))
    .$if(state != null, (query) => query.where(sql<boolean>`state = ${state}`))
    .$if(Boolean(after), (query) => query.where(dueAfter(after)))
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ dueOn, id }) => [dueOn, String(id)]);
}

function dueAfter(after: readonly (string | number)[] | undefined): RawBuilder<boolean> {
  return sql<boolean>`(due_on, id) > (${after?.[0]}::date, ${after?.[1]}::bigint)`;
}

/** The row's child lives or is registered in the division. */
function belongsTo(table: string, division: string): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from student_scope place
    where place.student_id = ${sql.ref(`${table}.student_id`)} and place.kind in ('REGISTERED', 'RESIDENCE')
      and starts_with(place.code, ${divisionPrefix(division)}))`;
}
