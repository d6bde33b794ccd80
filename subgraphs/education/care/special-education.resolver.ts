import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import { policyClause } from '../../../policies/resolve-policy.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import { pageOfRows } from '../../_kit/schema/list-page.js';
import { planHomeTeaching } from './home-teaching-plan.js';
import type { HomeTeachingVisit } from './home-teaching-visit.entity.js';
import { RecordHomeTeachingVisitInput, RecordHomeTeachingVisitPayload } from './home-teaching.input.js';
import type { EducationLoaders } from '../loaders.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { SchoolingType } from '../status/schooling.type.js';
import {
  EducationPlacementType,
  HomeTeachingVisitConnectionType,
  HomeTeachingVisitFilter,
  SpecialEducationRegisterType,
} from './special-education.type.js';

type Context = RequestContext<EducationLoaders>;

@Resolver()
export class HomeTeachingVisitListResolver {
  @RequiresScope(EDUCATION_SCOPES.readSpecialEducation)
  @Query(() => HomeTeachingVisitConnectionType, {
    nullable: true,
    description: describe('Home-teaching visits within reach', '送教上门列表', 'newest first.'),
  })
  homeTeachingVisits(
    @Arg('filter', () => HomeTeachingVisitFilter, {
      nullable: true,
      description: describe('Which visits', '筛选条件'),
    })
    filter: HomeTeachingVisitFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<HomeTeachingVisit>> {
    return loaders.listHomeTeachingVisits(filter ?? {}, page);
  }
}

@Resolver()
export class HomeTeachingCommandResolver {
  @RequiresScope(EDUCATION_SCOPES.recordHomeTeaching)
  @Mutation(() => RecordHomeTeachingVisitPayload, {
    description: describe('Records a home-teaching visit', '登记送教上门'),
  })
  recordHomeTeachingVisit(
    @Arg('input', () => RecordHomeTeachingVisitInput, { description: describe('The visit', '送教记录') })
    input: RecordHomeTeachingVisitInput,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    return loaders.recordHomeTeachingVisit(input);
  }
}

@Resolver(() => SchoolingType)
export class SchoolingSpecialEducationResolver {
  @RequiresScope(EDUCATION_SCOPES.readSpecialEducation)
  @FieldResolver(() => SpecialEducationRegisterType, {
    nullable: true,
    description: describe('Special education', '特殊教育'),
  })
  async specialEducation(@Root() { student }: SchoolingType, @Ctx() { loaders }: Context): Promise<object> {
    const [placements, visits] = await Promise.all([
      loaders.placements.load(student),
      loaders.homeTeachingVisits.load(student),
    ]);
    const { register } = placements.rows.length > 0 ? placements : visits;
    const [placement] = placements.rows;
    const lastVisitedOn = visits.rows[0]?.visitedOn ?? null;
    return {
      register,
      placement: placement ?? null,
      placements: placements.rows,
      lastVisitedOn,
      homeTeachingPlan:
        placement?.mode === 'HOME_TEACHING'
          ? planHomeTeaching(
              await loaders.policyOf(placement.schoolCode),
              placement,
              lastVisitedOn,
              loaders.today,
            )
          : null,
      visits: visits.rows,
    };
  }
}

@Resolver(() => EducationPlacementType)
export class EducationPlacementResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: describe(
      'Document and clause that name this way of teaching',
      '政策依据',
      'of the policy where the school stands; null where none does.',
    ),
  })
  async policyClause(
    @Root() { mode, schoolCode }: EducationPlacementType,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    const { placementModes } = await loaders.policyOf(schoolCode);
    const stated = placementModes[mode];
    return stated ? policyClause(stated) : null;
  }
}

@Resolver(() => SpecialEducationRegisterType)
export class SpecialEducationVisitsResolver {
  @FieldResolver(() => HomeTeachingVisitConnectionType, {
    description: describe('Home-teaching visits', '送教上门记录', 'newest first.'),
  })
  homeTeachingVisits(
    @Root() { visits }: SpecialEducationRegisterType,
    @Args(() => PageArgs) page: PageArgs,
  ): Connection<HomeTeachingVisit> {
    return pageOfRows(visits, page, ({ visitedOn }) => visitedOn);
  }
}
