import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../_kit/request-context.js';
import { connectionType, PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { DivisionType } from '../../_kit/schema/division.type.js';
import { describe } from '../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../loaders.js';

type Context = RequestContext<CoordinationLoaders>;

export const DivisionConnectionType = connectionType('Division', DivisionType, {
  en: 'Administrative divisions',
  zh: '行政区划列表',
  detail: 'in order of code.',
});

/** Divisions are public reference data, which every caller may read. */
@Resolver(() => DivisionType)
export class DivisionResolver {
  @Query(() => DivisionType, {
    nullable: true,
    description: describe('Administrative division by its code', '按代码查区划'),
  })
  division(
    @Arg('code', () => String, { description: describe('Code of any level', '区划代码') }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisionByCode(code);
  }

  @Query(() => DivisionConnectionType, {
    nullable: true,
    description: describe('Divisions directly below another', '下级区划', 'in order of code.'),
  })
  divisions(
    @Arg('parent', () => String, { description: describe('Code of the division above', '上级区划代码') })
    parent: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<DivisionType>> {
    return loaders.listDivisions(parent, page);
  }
}
