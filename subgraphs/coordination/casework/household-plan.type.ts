import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../_kit/schema/mutation-error.js';
import {
  HouseholdBasisEnum,
  HouseholdPlanErrorEnum,
  type HouseholdPlanErrorCode,
} from './household-plan.enums.js';
import { SupportPlanType } from './support-plan.type.js';
import type { SupportPlan } from './support-plan.entity.js';

@Holds('CASEWORK')
@ObjectType('PlanChild', { description: describe('Child whom a plan is for', '方案对象') })
export class PlanChildType {
  @Field(() => HouseholdBasisEnum.type, {
    nullable: true,
    description: describe(
      'What says that it is of the household',
      '同户依据',
      'null for the child for whom the plan was drawn up.',
    ),
  })
  basis!: string | null;

  @Field(() => IsoDateScalar, { description: describe('On the plan since', '纳入日期') })
  joinedOn!: string;

  readonly studentId!: string;
}

const HouseholdPlanErrorType = mutationErrorType('HouseholdPlan', HouseholdPlanErrorEnum);

@Holds('NONE')
@ObjectType('HouseholdPlanPayload', {
  description: describe('Outcome of a change of whom a household plan is for', '一家一案人员变更结果'),
})
export class HouseholdPlanPayload {
  @Field(() => SupportPlanType, {
    nullable: true,
    description: describe(
      'The plan',
      '一家一案',
      'null when nothing was recorded, and to who no longer reaches one of its children.',
    ),
  })
  plan!: SupportPlan | null;

  @Field(() => [HouseholdPlanErrorType], { description: describe('Why not', '未登记的原因') })
  errors!: MutationError<HouseholdPlanErrorCode>[];
}
