import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../loaders.js';
import type { Referral } from './referral.entity.js';
import { ReferralConnectionType, ReferralFilter, ReferralType } from './referral.type.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { StudentType } from '../student.type.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => ReferralType)
export class ReferralResolver {
  @RequiresScope(COORDINATION_SCOPES.readCasework)
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

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: Referral): StudentType {
    return { id: studentId };
  }
}
