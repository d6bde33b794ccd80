import { sql } from 'kysely';
import { advanceRegister } from '../../_kit/changes/advance-register.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { HouseholdPlanErrorEnum, type HouseholdPlanErrorCode } from './household-plan.enums.js';
import type { JoinHouseholdPlanInput, LeaveHouseholdPlanInput } from './household-plan.input.js';
import type { HouseholdPlanPayload } from './household-plan.type.js';
import { openCaseFor } from './open-case-for.js';
import { PlanChildEntity } from './plan-child.entity.js';
import { settleChildCount } from './plan-children.js';
import { SupportPlanEntity, type SupportPlan } from './support-plan.entity.js';
import { carries } from './who-carries.js';

interface Outcome {
  readonly planNumber: string | null;
  readonly errors: HouseholdPlanPayload['errors'];
}

/** A plan within reach, a child within reach whose case the caller's office carries, and whether the one is for the other. */
interface Place {
  readonly plan: SupportPlan;
  readonly child: StudentIdentity;
  readonly caseNumber: string | null;
  readonly isFirst: boolean;
  /** Its row among those that joined. */
  readonly joinedAs: string | null;
}

export function joinHouseholdPlan(
  context: LoaderContext,
  input: JoinHouseholdPlanInput,
): Promise<HouseholdPlanPayload> {
  const { em, caller, today } = context;
  return changeChildren(
    context,
    'joinHouseholdPlan',
    input,
    async ({ plan, child, caseNumber, ...place }) => {
      if (place.isFirst || place.joinedAs !== null) return 'ALREADY_ON_PLAN';
      await em.insert(PlanChildEntity, {
        studentId: child.id,
        planNumber: plan.planNumber,
        caseNumber,
        basis: input.basis,
        joinedOn: today,
        joinedBy: caller.subject,
      });
      return null;
    },
  );
}

/** What was planned while it was on the plan stays; the plan is no longer the child's. */
export function leaveHouseholdPlan(
  context: LoaderContext,
  input: LeaveHouseholdPlanInput,
): Promise<HouseholdPlanPayload> {
  const { db, caller, today } = context;
  return changeChildren(context, 'leaveHouseholdPlan', input, async ({ isFirst, joinedAs }) => {
    if (isFirst) return 'DRAWN_UP_FOR';
    if (joinedAs === null) return 'NOT_ON_PLAN';
    await sql`update support_plan_child set left_on = ${today}::date, left_by = ${caller.subject}
      where id = ${joinedAs}::bigint`.execute(db);
    return null;
  });
}

type Change = (place: Place) => Promise<HouseholdPlanErrorCode | null>;

async function changeChildren(
  context: LoaderContext,
  name: string,
  input: LeaveHouseholdPlanInput,
  change: Change,
): Promise<HouseholdPlanPayload> {
  const { db, caller, students } = context;
  const outcome = await runOnce(context, { name, input }, async () => {
    const { planNumber, studentId } = input;
    // Of two who change one plan at once, the second finds what the first did.
    await sql`select pg_advisory_xact_lock(hashtext('support_plan_child'), hashtext(${planNumber}))`.execute(
      db,
    );
    const plan = await planBy(context, planNumber);
    if (plan?.scope !== 'HOUSEHOLD') return refusal('PLAN_NOT_FOUND', 'planNumber');
    const child = await students.load(studentId);
    if (!child) return refusal('CHILD_NOT_FOUND', 'studentId');
    const dropout = await openCaseFor(db, child);
    if (dropout && !carries(caller, dropout)) return refusal('OTHER_TOWNSHIP', 'studentId');
    const refused = await change({
      plan,
      child,
      caseNumber: dropout?.caseNumber ?? null,
      isFirst: child.memberIds.includes(plan.studentId),
      joinedAs: await joinedAs(db, planNumber, child),
    });
    if (refused) return refusal(refused, 'studentId');
    const { asOf, after } = await settleChildCount(context, planNumber);
    // Whoever left is told of too: the plan is not the child's any more.
    const told = [...after, { studentId: child.id }];
    await advanceRegister(context, 'CASEWORK', { asOf, before: told, after: told });
    return { planNumber, errors: [] };
  });
  return { plan: await planBy(context, outcome.planNumber), errors: outcome.errors };
}

async function joinedAs(
  db: LoaderContext['db'],
  planNumber: string,
  { memberIds }: StudentIdentity,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id::text as id from support_plan_child
    where plan_number = ${planNumber} and student_id = any (${[...memberIds]}::text[]) and left_on is null
    limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

async function planBy({ em }: LoaderContext, planNumber: string | null): Promise<SupportPlan | null> {
  if (planNumber === null) return null;
  const plan = await selectRows(em, SupportPlanEntity)
    .where(sql<boolean>`plan_number = ${planNumber}`)
    .executeTakeFirst();
  return plan ?? null;
}

function refusal(code: HouseholdPlanErrorCode, field: string): Outcome {
  return { planNumber: null, errors: [mutationError(HouseholdPlanErrorEnum, code, field)] };
}
