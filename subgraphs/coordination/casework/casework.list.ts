import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../_kit/schema/connection.js';
import { byDate, listPage } from '../../_kit/schema/list-page.js';
import { selectRows } from '../../_kit/select-rows.js';
import { belongsToDivision, studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { DropoutCaseEntity, type DropoutCase } from './dropout-case.entity.js';
import type { CaseFilter } from './dropout-case.type.js';
import { EnforcementOrderEntity, type EnforcementOrder } from './enforcement-order.entity.js';
import type { EnforcementOrderFilter } from './enforcement-order.type.js';
import type { ScreeningFilter } from './casework.type.js';
import { ScreeningVisitEntity, type ScreeningVisit } from './screening-visit.entity.js';

/** Cases of children within reach, the latest first. */
export function listCases(
  { em, caller, today }: LoaderContext,
  { division, state, openedFrom, openedTo, dueBefore, school }: CaseFilter,
  page: PageArgs,
): Promise<Connection<DropoutCase>> {
  const query = selectRows(em, DropoutCaseEntity)
    .where(studentWithinReach(caller, sql.ref('dropout_case.student_id'), today))
    .$if(division != null, (query) =>
      query.where(belongsToDivision(sql.ref('dropout_case.student_id'), division ?? '')),
    )
    .$if(state != null, (query) => query.where(sql<boolean>`state = any(${state}::text[])`))
    .$if(openedFrom != null, (query) => query.where(sql<boolean>`opened_on >= ${openedFrom}::date`))
    .$if(openedTo != null, (query) => query.where(sql<boolean>`opened_on <= ${openedTo}::date`))
    .$if(dueBefore != null, (query) => query.where(sql<boolean>`next_due_on < ${dueBefore}::date`))
    .$if(school != null, (query) =>
      query.where(sql<boolean>`${school}::text in (school_code, return_school_code)`),
    );
  // Only cases of which something is due are left then.
  if (dueBefore != null)
    return listPage(
      query,
      byDate<DropoutCase>('next_due_on', 'asc', ({ nextDueOn, openedOn }) => nextDueOn ?? openedOn),
      page,
    );
  return listPage(
    query,
    byDate<DropoutCase>('opened_on', 'desc', ({ openedOn }) => openedOn),
    page,
  );
}

/** Notices and orders about children within reach, those due first come first. */
export function listEnforcementOrders(
  { em, caller, today }: LoaderContext,
  { division, isOverdue }: EnforcementOrderFilter,
  page: PageArgs,
): Promise<Connection<EnforcementOrder>> {
  const query = selectRows(em, EnforcementOrderEntity)
    .where(studentWithinReach(caller, sql.ref('enforcement_order.student_id'), today))
    .$if(division != null, (query) =>
      query.where(belongsToDivision(sql.ref('enforcement_order.student_id'), division ?? '')),
    )
    .$if(isOverdue != null, (query) =>
      query.where(
        sql<boolean>`(due_on < ${today}::date and complied_on is null and withdrawn_on is null) = ${isOverdue}`,
      ),
    );
  return listPage(
    query,
    byDate<EnforcementOrder>('due_on', 'asc', ({ dueOn }) => dueOn),
    page,
  );
}

/** Screening visits to children within reach, the latest first. */
export function listScreenings(
  { em, caller, today }: LoaderContext,
  { division, visitedFrom, hasAnswer }: ScreeningFilter,
  page: PageArgs,
): Promise<Connection<ScreeningVisit>> {
  const query = selectRows(em, ScreeningVisitEntity)
    .where(studentWithinReach(caller, sql.ref('screening_visit.student_id'), today))
    .$if(division != null, (rows) =>
      rows.where(belongsToDivision(sql.ref('screening_visit.student_id'), division ?? '')),
    )
    .$if(visitedFrom != null, (rows) => rows.where(sql<boolean>`visited_on >= ${visitedFrom}::date`))
    // A custody finding is shown as none, so the filter has to take it for none too.
    .$if(hasAnswer != null, (rows) =>
      rows.where(
        sql<boolean>`(coalesce(proposed_disposition, 'LEGAL_CUSTODY') <> 'LEGAL_CUSTODY') = ${hasAnswer}`,
      ),
    );
  return listPage(
    query,
    byDate<ScreeningVisit>('visited_on', 'desc', ({ visitedOn }) => visitedOn),
    page,
  );
}
