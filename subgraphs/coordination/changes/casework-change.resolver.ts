import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../loaders.js';
import { StudentType } from '../student.type.js';
import { CaseworkChangePageType, CaseworkChangeType } from './casework-change.type.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => CaseworkChangeType)
export class CaseworkChangeResolver {
  @Query(() => CaseworkChangePageType, {
    nullable: true,
    description: describe(
      'What changed in cases, tasks, referrals and orders within reach',
      '个案业务变更订阅(轮询)',
      'for portals that keep a list up to date. Without `after` it lists nothing and says where the feed stands: take that cursor, read the lists, then ask from it on. Of what a list would not show the caller it tells nothing.',
    ),
  })
  caseworkChanges(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<CaseworkChangePageType> {
    return loaders.listCaseworkChanges(page);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: CaseworkChangeType): StudentType {
    return { id: studentId };
  }
}
