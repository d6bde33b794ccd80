import { sql } from 'kysely';
import { createKeyLoader } from '../../_kit/key-loader.js';
import { createRegisterLoader } from '../../_kit/register/register-loader.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { createRowsByKeyLoader } from '../../_kit/rows-by-key-loader.js';
import { joinHouseholdPlan, leaveHouseholdPlan } from './household-plan.commands.js';
import type { JoinHouseholdPlanInput, LeaveHouseholdPlanInput } from './household-plan.input.js';
import { PlanChildEntity } from './plan-child.entity.js';
import { createHouseholdPlanLoader, createPlanChildLoader } from './plan-children.js';
import { SupportPlanEntity } from './support-plan.entity.js';

export function createHouseholdPlanLoaders(context: LoaderContext) {
  return {
    /** A child's places on plans of its household that were drawn up for another one. */
    joinedPlans: createRegisterLoader(context, PlanChildEntity, {
      register: 'CASEWORK',
      orderBy: 'joined_on desc, id desc',
      where: 'left_on is null',
    }),
    joinedPlansOfCase: createRowsByKeyLoader(context, PlanChildEntity, 'caseNumber', {
      orderBy: sql`joined_on desc, id desc`,
      where: sql<boolean>`left_on is null`,
    }),
    plansOfHousehold: createHouseholdPlanLoader(context),
    plansByNumber: createKeyLoader(context, SupportPlanEntity, 'planNumber'),
    planChildren: createPlanChildLoader(context),
    joinHouseholdPlan: (input: JoinHouseholdPlanInput) => joinHouseholdPlan(context, input),
    leaveHouseholdPlan: (input: LeaveHouseholdPlanInput) => leaveHouseholdPlan(context, input),
  };
}
