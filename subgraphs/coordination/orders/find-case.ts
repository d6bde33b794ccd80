import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { selectRows } from '../../_kit/select-rows.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { HubError } from '../../_kit/errors.js';
import { EnforcementOrderEntity, type EnforcementOrder } from '../casework/enforcement-order.entity.js';
import { DropoutCaseEntity, type DropoutCase } from '../casework/dropout-case.entity.js';

/** A case within reach, held until the mutation ends, so that of two steps at once the second sees the first. */
export function lockCase(
  { em, caller, today }: LoaderContext,
  caseNumber: string,
): Promise<DropoutCase | undefined> {
  return selectRows(em, DropoutCaseEntity)
    .where(sql<boolean>`case_number = ${caseNumber}`)
    .where(studentWithinReach(caller, sql.ref('dropout_case.student_id'), today))
    .forUpdate()
    .executeTakeFirst() as Promise<DropoutCase | undefined>;
}

/** @throws {HubError} NOT_FOUND for a number that is unknown or about a child out of reach */
export async function findOrder(
  { em, caller, today }: LoaderContext,
  orderNumber: string,
): Promise<EnforcementOrder> {
  const order = await selectRows(em, EnforcementOrderEntity)
    .where(sql<boolean>`order_number = ${orderNumber}`)
    .where(studentWithinReach(caller, sql.ref('enforcement_order.student_id'), today))
    .executeTakeFirst();
  if (!order) throw new HubError('NOT_FOUND');
  return order;
}
