import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import type { TermStatusReview } from './term-status-review.list.js';
import { TermStatusReviewConnectionType } from './term-status-review.type.js';

@Resolver()
export class TermStatusReviewResolver {
  @RequiresScope(EDUCATION_SCOPES.listStatusFollowUps)
  @Query(() => TermStatusReviewConnectionType, {
    nullable: true,
    description: describe(
      'What the status records of each school within reach still owe this term',
      '学籍异动梳理列表',
      'in order of school code.',
    ),
  })
  termStatusReviews(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: RequestContext<EducationLoaders>,
  ): Promise<Connection<TermStatusReview>> {
    return loaders.listTermStatusReviews(page);
  }
}
