import { Field, Int, ObjectType } from 'type-graphql';
import type { VisitPlan } from '../../../policies/visit-plan.js';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { RelocatedSchoolPlaceEnum } from './follow-up.enums.js';
import type { RelocationFollowUp } from './relocation-follow-up.entity.js';

/** What `last` holds, if anybody has looked. */
type Seen = Pick<RelocationFollowUp, 'followedOn' | 'schoolPlace' | 'schoolCode'>;

@Holds('POVERTY')
@ObjectType('RelocationFollowUp', {
  description: describe(
    'What was seen of a relocated child’s schooling',
    '搬迁户子女入学跟踪记录',
    'the education bureau’s own word is `Student.schooling`.',
  ),
})
export class RelocationFollowUpType implements Seen {
  @Field(() => IsoDateScalar, { description: describe('Seen on', '跟踪日期') })
  followedOn!: string;

  @Field(() => RelocatedSchoolPlaceEnum.type, {
    description: describe('Where it goes to school', '就学情况'),
  })
  schoolPlace!: string;

  @Field(() => String, {
    nullable: true,
    description: describe('Code of the school', '就读学校标识码', 'null where the child goes to none.'),
  })
  schoolCode!: string | null;
}

@Holds('POVERTY')
@ObjectType('RelocationFollowUpPlan', {
  description: describe('Follow-up of a relocated child against its plan', '搬迁户子女跟踪计划', 'computed.'),
})
export class RelocationFollowUpPlanType implements VisitPlan {
  @Field(() => RelocationFollowUpType, {
    nullable: true,
    description: describe(
      'What was seen last, since the move',
      '最近一次跟踪',
      'null where nobody has looked: whether the child has a school place is then unknown.',
    ),
  })
  last!: Seen | null;

  @Field(() => Int, { description: describe('Calendar days from look to look', '间隔（天）', 'by policy.') })
  everyDays!: number;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Next look due on', '下次跟踪期限') })
  dueOn!: VisitPlan['dueOn'];

  @Field(() => Boolean, { nullable: true, description: describe('Whether it is past that day', '是否逾期') })
  isOverdue!: boolean | null;
}
