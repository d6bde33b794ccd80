import { Field, ID, InputType } from 'type-graphql';
import { describe } from '../../_kit/schema/label.js';
import { HouseholdBasisEnum, type HouseholdBasis } from './household-plan.enums.js';

/** Whom it is about, and on which plan. */
@InputType()
abstract class HouseholdPlanInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Number of the household plan', '一家一案编号') })
  planNumber!: string;

  @Field(() => ID, { description: describe('Child', '学生标识') })
  studentId!: string;
}

@InputType('JoinHouseholdPlanInput', {
  description: describe('Another child of the household', '纳入一家一案'),
})
export class JoinHouseholdPlanInput extends HouseholdPlanInput {
  @Field(() => HouseholdBasisEnum.type, {
    description: describe('What says that it is of the household', '同户依据'),
  })
  basis!: HouseholdBasis;
}

@InputType('LeaveHouseholdPlanInput', {
  description: describe('A child that is not of the household, or no longer', '移出一家一案'),
})
export class LeaveHouseholdPlanInput extends HouseholdPlanInput {}
