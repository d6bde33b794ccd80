import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { BodyEnum } from '../casework/body.enums.js';
import type { CoordinationLoaders } from '../loaders.js';
import { ResponsibilityLevelEnum, type ResponsibilityLevel } from '../responsibility/responsibility.enums.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { StudentType } from '../student.type.js';
import { escalatedTo, isOverdue, referralState, reminderOn } from './referral-course.js';
import type { Referral } from './referral.entity.js';
import { ReferralStateEnum, type ReferralState } from './referral.enums.js';
import { ReferralFilter } from './referral.input.js';
import { ReferralConnectionType, ReferralType } from './referral.type.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => ReferralType)
export class ReferralResolver {
  @RequiresScope(COORDINATION_SCOPES.readReferrals)
  @Query(() => ReferralConnectionType, {
    nullable: true,
    description: describe('Referrals within reach', '转办列表', 'those due first come first.'),
  })
  referrals(
    @Arg('filter', () => ReferralFilter, {
      nullable: true,
      description: describe('Which referrals', '筛选条件'),
    })
    filter: ReferralFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Referral>> {
    return loaders.listReferrals(filter ?? {}, page);
  }

  @FieldResolver(() => ReferralStateEnum.type, {
    description: describe('State', '状态', 'as the days that are recorded say.'),
  })
  state(@Root() referral: Referral): ReferralState {
    return referralState(referral);
  }

  @FieldResolver(() => Boolean, { description: describe('Past its day and not answered', '是否逾期') })
  isOverdue(@Root() referral: Referral, @Ctx() { loaders }: Context): boolean {
    return isOverdue(referral, loaders.today);
  }

  @FieldResolver(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Day on which the receiver is reminded',
      '提醒日期',
      'null when nobody has to answer any more.',
    ),
  })
  async reminderOn(@Root() referral: Referral, @Ctx() { loaders }: Context): Promise<string | null> {
    return reminderOn(referral, await loaders.referralTerms());
  }

  @FieldResolver(() => [ResponsibilityLevelEnum.type], {
    description: describe(
      "Levels of the receiver's line to which it has risen",
      '逾期升级层级',
      'from the bottom up; none while it is in time.',
    ),
  })
  async escalatedTo(
    @Root() referral: Referral,
    @Ctx() { loaders }: Context,
  ): Promise<readonly ResponsibilityLevel[]> {
    const toBody = BodyEnum.values.find((body) => body === referral.toBody);
    return toBody ? escalatedTo(toBody, referral, await loaders.referralTerms(), loaders.today) : [];
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: Referral): StudentType {
    return { id: studentId };
  }
}
