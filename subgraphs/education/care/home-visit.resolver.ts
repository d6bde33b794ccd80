import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import { pageOfRows } from '../../_kit/schema/list-page.js';
import type { HomeVisit } from './home-visit.entity.js';
import { HomeVisitConnectionType, HomeVisitRegisterType } from './home-visit.type.js';
import type { EducationLoaders } from '../loaders.js';
import { SchoolingType } from '../status/schooling.type.js';

@Resolver(() => SchoolingType)
export class SchoolingHomeVisitResolver {
  @FieldResolver(() => HomeVisitRegisterType, { description: describe('Home visits', '家访') })
  async homeVisits(
    @Root() { student }: SchoolingType,
    @Ctx() { loaders }: RequestContext<EducationLoaders>,
  ): Promise<object> {
    const { register, rows } = await loaders.homeVisits.load(student);
    return { register, latest: rows[0] ?? null, rows };
  }
}

@Resolver(() => HomeVisitRegisterType)
export class HomeVisitRegisterResolver {
  @FieldResolver(() => HomeVisitConnectionType, {
    description: describe('All visits', '全部家访', 'newest first.'),
  })
  visits(
    @Root() { rows }: HomeVisitRegisterType,
    @Args(() => PageArgs) page: PageArgs,
  ): Connection<HomeVisit> {
    return pageOfRows(rows, page, ({ visitedOn }) => visitedOn);
  }
}
