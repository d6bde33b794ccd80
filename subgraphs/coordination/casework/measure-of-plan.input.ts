import { Field, ID, InputType } from 'type-graphql';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import {
  ControlApproachEnum,
  PlanMeasureEnum,
  PlanScopeEnum,
  type ControlApproach,
  type PlanMeasureKind,
} from './support-plan.enums.js';

/** On whose plan a measure stands, and what it is. */
@InputType()
export abstract class MeasureOfPlanInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Child', '学生标识') })
  studentId!: string;

  @Field(() => PlanScopeEnum.type, {
    description: describe(
      'Plan',
      '方案范围',
      "the child's or the household's; drawn up where there is none.",
    ),
  })
  scope!: EnumValue<typeof PlanScopeEnum>;

  @Field(() => ControlApproachEnum.type, { description: describe('Approach', '控辍方式') })
  approach!: ControlApproach;

  @Field(() => PlanMeasureEnum.type, { description: describe('Measure', '措施') })
  measure!: PlanMeasureKind;
}
