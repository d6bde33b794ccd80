import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root, Int } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import type { CivilAffairsLoaders } from '../loaders.js';
import type { SpecialGroup } from './special-group.enums.js';
import type { VerificationPlan, VerifiedRecord } from './verification-plan.js';

@Holds('WELFARE')
@ObjectType('RecordVerificationPlan', {
  description: describe(
    'Checks of a record of a special group against their plan',
    '特殊群体记录核查情况',
    'computed.',
  ),
})
export class RecordVerificationPlanType implements VerificationPlan {
  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Last checked on',
      '最近核查日期',
      'null where nobody has said so since the record began.',
    ),
  })
  lastVerifiedOn!: string | null;

  @Field(() => Int, {
    description: describe('Calendar days from check to check', '间隔（天）', 'by policy.'),
  })
  everyDays!: number;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Next check due on', '下次核查期限') })
  dueOn!: VerificationPlan['dueOn'];

  @Field(() => Boolean, { nullable: true, description: describe('Whether it is past that day', '是否逾期') })
  isOverdue!: boolean | null;
}

type ClassType = new () => object;
type RecordOfChild = VerifiedRecord & { readonly studentId: string };

/** Adds `verification` to the type of a special group's records. */
export function verificationField(type: ClassType, group: SpecialGroup): ClassType {
  @Resolver(() => type)
  class VerificationResolver {
    @FieldResolver(() => RecordVerificationPlanType, {
      nullable: true,
      description: describe('Checks of this record', '核查情况', 'null for a record that holds no more.'),
    })
    verification(
      @Root() record: RecordOfChild,
      @Ctx() { loaders }: RequestContext<CivilAffairsLoaders>,
    ): Promise<VerificationPlan | null> {
      return loaders.verificationOf(record, group);
    }
  }
  return VerificationResolver;
}
