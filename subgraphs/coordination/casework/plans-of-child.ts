import { sql, type RawBuilder } from 'kysely';

/**
 * The plans that are for a child, its own and those of its household, each with the case to which the child's place on
 * it belongs: with the case, the plan is done with for this child.
 * @param ids SQL array of all ids of the child
 * @returns a statement with `plan_id`, `plan_number`, `scope`, `case_number` and `drawn_up_on`
 */
export function plansOfChild(ids: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select plan.id as plan_id, plan.plan_number, plan.scope, plan.case_number, plan.drawn_up_on
    from support_plan plan where plan.student_id = any (${ids})
    union all
    select plan.id, plan.plan_number, plan.scope, joined.case_number, plan.drawn_up_on
    from support_plan_child joined join support_plan plan on plan.plan_number = joined.plan_number
    where joined.student_id = any (${ids}) and joined.left_on is null)`;
}
