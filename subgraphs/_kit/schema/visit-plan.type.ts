import { Directive, Field, Int, ObjectType } from 'type-graphql';
import type { VisitPlan } from '../../../policies/visit-plan.js';
import { Holds } from '../access/data-class.js';
import { IsoDateScalar } from './date.scalar.js';
import { describe } from './label.js';

@Holds('DISABILITY')
@Directive('@shareable')
@ObjectType('VisitPlan', {
  description: describe('Visits to a child at home against their plan', '上门计划', 'computed.'),
})
export class VisitPlanType implements VisitPlan {
  @Field(() => Int, {
    description: describe('Calendar days from visit to visit', '间隔（天）', 'by policy.'),
  })
  everyDays!: number;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Next visit due on',
      '下次上门期限',
      'null where the term that it depends on has no dates yet.',
    ),
  })
  dueOn!: VisitPlan['dueOn'];

  @Field(() => Boolean, {
    nullable: true,
    description: describe('Whether it is past that day', '是否逾期', 'null where nobody can say.'),
  })
  isOverdue!: boolean | null;
}
