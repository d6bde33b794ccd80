import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { RegisterChange } from '../../_kit/changes/advance-register.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { asService } from '../../_kit/student/as-service.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import type { SupportPlan } from './support-plan.entity.js';

export interface ListedPlanChild {
  readonly planNumber: string;
  readonly studentId: string;
  readonly basis: string | null;
  readonly joinedOn: string;
}

/** Everybody whom the plans are for: whom they were drawn up for, and who joined and has not left. */
const PLAN_CHILDREN = sql`(
  select plan_number, student_id, null::text as basis, drawn_up_on as joined_on, 0::bigint as position from support_plan
  union all
  select plan_number, student_id, basis, joined_on, id from support_plan_child where left_on is null)`;

/** Those within reach: who reaches one child of a household learns of the others only what it may. */
export function createPlanChildLoader({
  db,
  caller,
  today,
  createLoader,
}: LoaderContext): DataLoader<string, readonly ListedPlanChild[]> {
  return createLoader(async (planNumbers: readonly string[]) => {
    const { rows } = await sql<ListedPlanChild>`
      select child.plan_number as "planNumber", child.student_id as "studentId", child.basis,
        child.joined_on::text as "joinedOn"
      from ${PLAN_CHILDREN} child
      where child.plan_number = any (${[...planNumbers]}::text[])
        and ${studentWithinReach(caller, sql.ref('child.student_id'), today)}
      order by child.position`.execute(db);
    const byPlan = Map.groupBy(rows, ({ planNumber }) => planNumber);
    return planNumbers.map((planNumber) => byPlan.get(planNumber) ?? []);
  });
}

/** Plans of its household that a child has joined; one statement for all children of a request. */
export function createHouseholdPlanLoader({
  db,
  createLoader,
}: LoaderContext): DataLoader<StudentIdentity, readonly SupportPlan[], string> {
  return createLoader(
    async (students: readonly StudentIdentity[]) => {
      const { rows } = await sql<SupportPlan & { readonly joinedAs: string }>`
        select joined.student_id as "joinedAs", plan.id::text as id, plan.student_id as "studentId",
          plan.plan_number as "planNumber", plan.case_number as "caseNumber", plan.scope,
          plan.drawn_up_on::text as "drawnUpOn", plan.review_on::text as "reviewOn",
          plan.child_count as "childCount"
        from support_plan_child joined join support_plan plan on plan.plan_number = joined.plan_number
        where joined.student_id = any (${students.flatMap(({ memberIds }) => memberIds)}::text[])
          and joined.left_on is null`.execute(db);
      return students.map(({ memberIds }) => rows.filter(({ joinedAs }) => memberIds.includes(joinedAs)));
    },
    ({ id }) => id,
  );
}

/** What is written on a plan is said of all of its children, those out of the caller's reach too. */
export async function changeOfPlan(context: LoaderContext, planNumber: string): Promise<RegisterChange> {
  const children = await asService(context, async () => {
    const { rows } = await sql<{ studentId: string }>`
      select student_id as "studentId" from ${PLAN_CHILDREN} child where plan_number = ${planNumber}`.execute(
      context.db,
    );
    return rows;
  });
  return { asOf: context.today, before: children, after: children };
}

/** How many children the plan is for from here on. @returns the change that is to be told */
export async function settleChildCount(context: LoaderContext, planNumber: string): Promise<RegisterChange> {
  const change = await changeOfPlan(context, planNumber);
  await asService(context, () =>
    sql`update support_plan set child_count = ${change.after.length} where plan_number = ${planNumber}`.execute(
      context.db,
    ),
  );
  return change;
}
