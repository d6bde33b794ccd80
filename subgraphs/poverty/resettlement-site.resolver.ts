import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../_kit/access/requires-scope.js';
import type { RequestContext } from '../_kit/request-context.js';
import { type Connection, connectionOf, PageArgs, pageRequest } from '../_kit/schema/connection.js';
import { DivisionType } from '../_kit/schema/division.type.js';
import { describe } from '../_kit/schema/label.js';
import { StudentType } from './student.type.js';
import type { PovertyLoaders } from './loaders.js';
import type { RelocationHousehold } from './relocation-household.entity.js';
import { RelocationHouseholdConnectionType, RelocationHouseholdType } from './relocation-household.type.js';
import type { ResettlementSite } from './resettlement-site.entity.js';
import {
  ResettlementSiteConnectionType,
  ResettlementSiteFilter,
  ResettlementSiteType,
} from './resettlement-site.type.js';
import { POVERTY_SCOPES } from './scopes.js';

type Context = RequestContext<PovertyLoaders>;

@Resolver(() => ResettlementSiteType)
export class ResettlementSiteResolver {
  @RequiresScope(POVERTY_SCOPES.readSites)
  @Query(() => ResettlementSiteConnectionType, {
    nullable: true,
    description: describe('Resettlement sites within reach', '安置点列表', 'in order of code.'),
  })
  resettlementSites(
    @Arg('filter', () => ResettlementSiteFilter, {
      nullable: true,
      description: describe('Which sites', '筛选条件'),
    })
    filter: ResettlementSiteFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<ResettlementSite>> {
    return loaders.listResettlementSites(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, { description: describe('Where it stands', '所在区划') })
  division(
    @Root() { divisionCode }: ResettlementSiteType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @RequiresScope(POVERTY_SCOPES.listRelocations)
  @FieldResolver(() => RelocationHouseholdConnectionType, {
    nullable: true,
    description: describe(
      'Children who moved here',
      '搬迁户子女',
      'those within reach, by the day they moved in, the earliest first.',
    ),
  })
  async relocatedChildren(
    @Root() { code }: ResettlementSiteType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<RelocationHousehold>> {
    const request = pageRequest(page, ['date', 'id']);
    const rows = await loaders.relocatedChildren.load({ parent: code, ...request, filter: null });
    return connectionOf(rows, request.limit, ({ movedOn, id }) => [movedOn, String(id)]);
  }
}

@Resolver(() => RelocationHouseholdType)
export class RelocationHouseholdResolver {
  @FieldResolver(() => DivisionType, { description: describe('Where it moved from', '迁出地区划') })
  fromDivision(
    @Root() { fromDivisionCode }: RelocationHouseholdType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(fromDivisionCode);
  }

  @FieldResolver(() => ResettlementSiteType, {
    nullable: true,
    description: describe('Site', '安置点', 'null for a code that is not on the list of sites.'),
  })
  site(
    @Root() { siteCode }: RelocationHouseholdType,
    @Ctx() { loaders }: Context,
  ): Promise<ResettlementSite | null> {
    return loaders.sites.load(siteCode);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: RelocationHouseholdType): StudentType {
    return { id: studentId };
  }
}
