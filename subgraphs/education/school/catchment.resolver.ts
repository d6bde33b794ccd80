import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { DivisionType } from '../../_kit/schema/division.type.js';
import { describe } from '../../_kit/schema/label.js';
import type { Catchment } from './catchment.entity.js';
import { CatchmentConnectionType, CatchmentVillageType } from './catchment.type.js';
import type { EducationLoaders } from '../loaders.js';
import { SchoolType } from './school.type.js';

type Context = RequestContext<EducationLoaders>;

@Resolver(() => SchoolType)
export class SchoolCatchmentResolver {
  @FieldResolver(() => CatchmentConnectionType, {
    description: describe('Catchment area', '施教范围', 'villages whose children are due at the school.'),
  })
  async catchment(
    @Root() { code }: SchoolType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Catchment>> {
    const request = pageRequest(page, ['text']);
    const rows = await loaders.catchmentPages.load({ parent: code, ...request, filter: null });
    return connectionOf(rows, request.limit, ({ divisionCode }) => [divisionCode]);
  }
}

@Resolver(() => CatchmentVillageType)
export class CatchmentVillageResolver {
  @FieldResolver(() => DivisionType, { description: describe('The village', '村(社区)') })
  division(
    @Root() { divisionCode }: CatchmentVillageType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }
}
