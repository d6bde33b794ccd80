import { sql, type RawBuilder } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { eachWithinReach } from '../../_kit/student/jurisdiction.js';
import type { WorkSource } from '../../_kit/work/work-source.js';
import { workOfRows } from '../../_kit/work/work-of-rows.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { casesToPersuade } from './persuasion.js';
import { anyOf, countiesOf, isSupervising, ownCases, ownTasks } from './own-office.js';

/** What townships and schools do about single children, and what the county sees that they have not done. */
export function fieldwork(context: LoaderContext): readonly WorkSource[] {
  const { caller, today } = context;
  const counties = countiesOf(caller);
  const within = (column: string) => eachWithinReach(caller, sql.ref(column), today);
  const below = (column: string) =>
    anyOf(counties.map((code) => sql`starts_with(${sql.ref(column)}, ${code})`));
  const tasks: WorkSource = {
    kind: 'VERIFY_DISCREPANCY',
    scope: COORDINATION_SCOPES.completeTasks,
    holds: 'SCHOOLING',
    registers: ['SCHOOL_AGE_REGISTER'],
    list: 'discrepancyTasks',
    read: (limit) =>
      workOfRows(
        context,
        {
          from: sql`discrepancy_task task`,
          where: sql`ended_on is null and ${ownTasks(caller)} and ${within('task.student_id')}`,
          subject: sql`task.id`,
          studentId: sql`task.student_id`,
          dueOn: sql`task.due_on`,
        },
        limit,
      ),
  };
  const cases = (which: Pick<WorkSource, 'kind' | 'scope'>, isMine: RawBuilder<unknown>): WorkSource => ({
    ...which,
    holds: 'CASEWORK',
    registers: ['CASEWORK'],
    list: 'cases',
    read: (limit) =>
      workOfRows(
        context,
        {
          from: sql`dropout_case`,
          where: sql`closed_on is null and ${isMine} and ${within('dropout_case.student_id')}`,
          subject: sql`case_number`,
          studentId: sql`student_id`,
          dueOn: sql`next_due_on`,
        },
        limit,
      ),
  });
  const next = cases(
    { kind: 'NEXT_CASE_STEP', scope: COORDINATION_SCOPES.recordCasework },
    // Whoever carries a case verifies and follows up; who goes to persuade is the county's own rule.
    sql`case next_step when 'VISIT' then ${casesToPersuade(context)} else next_step is not null and ${ownCases(caller)} end`,
  );
  const overdue = cases(
    // Whoever sees the tasks of those below answers for them.
    { kind: 'CHASE_OVERDUE', scope: COORDINATION_SCOPES.readTasks },
    sql`next_due_on < ${today}::date and ${below('township_code')}`,
  );
  return [tasks, next, ...(isSupervising(caller) ? [overdue] : [])];
}
