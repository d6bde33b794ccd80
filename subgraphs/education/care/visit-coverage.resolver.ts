import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { HomeVisitCoverageFilter, HomeVisitCoverageType } from './visit-coverage.type.js';

@Resolver(() => HomeVisitCoverageType)
export class HomeVisitCoverageResolver {
  @RequiresScope(EDUCATION_SCOPES.readSchooling)
  @Query(() => HomeVisitCoverageType, {
    nullable: true,
    description: describe(
      'How far the home-visit campaign has come',
      '「千名教师走万家」家访覆盖情况',
      'of pupils within reach, by school or division.',
    ),
  })
  homeVisitCoverage(
    @Arg('filter', () => HomeVisitCoverageFilter, {
      nullable: true,
      description: describe('Which pupils', '筛选条件'),
    })
    filter: HomeVisitCoverageFilter | null,
    @Ctx() { loaders }: RequestContext<EducationLoaders>,
  ): Promise<HomeVisitCoverageType> {
    return loaders.readVisitCoverage(filter ?? {});
  }
}
