import { sql } from 'kysely';
import { parseIsoDate } from '../../../../policies/iso-date.js';
import type { LoaderContext } from '../../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../../_kit/schema/connection.js';
import { divisionPrefix } from '../../../_kit/schema/division-prefix.js';
import { byDate, listPage } from '../../../_kit/schema/list-page.js';
import { selectRows } from '../../../_kit/select-rows.js';
import { studentWithinReach } from '../../../_kit/student/jurisdiction.js';
import { countyOf } from '../run/request-run.js';
import { DiscrepancyTaskEntity, type DiscrepancyTask } from './discrepancy-task.entity.js';
import type { DiscrepancyTaskFilter, TaskAgeCountType } from './discrepancy-task.type.js';
import { taskAgeBands } from './task-age.js';
import { taskWithinReach } from './task-visibility.js';

/** Tasks of the caller, or of those whom it supervises, about children within reach; those due first come first. */
export function listTasks(
  context: LoaderContext,
  filter: DiscrepancyTaskFilter,
  page: PageArgs,
): Promise<Connection<DiscrepancyTask>> {
  const order = byDate<DiscrepancyTask>('due_on', 'asc', ({ dueOn }) => dueOn);
  return listPage(tasksOf(context, filter), order, page);
}

function tasksOf(
  { em, caller, today }: LoaderContext,
  { state, body, division, school }: DiscrepancyTaskFilter,
) {
  const isOpen = sql<boolean>`ended_on is null`;
  return selectRows(em, DiscrepancyTaskEntity)
    .where(studentWithinReach(caller, sql.ref('discrepancy_task.student_id'), today))
    .where(taskWithinReach(caller))
    .where(state === 'ENDED' ? sql<boolean>`ended_on is not null` : isOpen)
    .$if(state === 'OVERDUE', (rows) => rows.where(sql<boolean>`due_on < ${today}::date`))
    .$if(body != null, (rows) => rows.where(sql<boolean>`body = ${body}`))
    .$if(division != null, (rows) =>
      rows.where(sql<boolean>`starts_with(division_code, ${divisionPrefix(division ?? '')})`),
    )
    .$if(school != null, (rows) => rows.where(sql<boolean>`school_code = ${school}`));
}

/** Open tasks by how long they have stood, in the ages of the county's policy; for who has them or supervises. */
export async function countTasksByAge(
  context: LoaderContext,
  filter: Pick<DiscrepancyTaskFilter, 'body' | 'division' | 'school'>,
): Promise<TaskAgeCountType[]> {
  const { db, today, policies } = context;
  const policy = policies.policyFor(await countyOf(db), parseIsoDate(today));
  const rows = await tasksOf(context, { ...filter, state: 'OPEN' })
    .clearSelect()
    .select([
      sql<number>`${today}::date - opened_on`.as('days'),
      sql<number>`count(*)::int`.as('open'),
      sql<number>`(count(*) filter (where due_on < ${today}::date))::int`.as('overdue'),
    ])
    .groupBy(sql`1`)
    .execute();
  return taskAgeBands(policy.verification.ageDays.value).map(({ fromDays, toDays }) => {
    const within = rows.filter(({ days }) => fromDays <= days && (toDays === null || days <= toDays));
    const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
    return {
      fromDays,
      toDays,
      open: total(within.map(({ open }) => open)),
      overdue: total(within.map(({ overdue }) => overdue)),
    };
  });
}
