import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { assertMonth, lastMonth, mobilityKey, type SchoolMobility } from './mobility.loader.js';
import { SchoolMobilityType } from './mobility.type.js';
import { assertSchoolWithinReach } from './school-reach.js';
import { SchoolType } from './school.type.js';

@Resolver(() => SchoolType)
export class SchoolMobilityResolver {
  @RequiresScope(EDUCATION_SCOPES.readSchooling)
  @FieldResolver(() => SchoolMobilityType, {
    nullable: true,
    description: describe(
      'Movements of its pupils in one month',
      '流动学生月报数据',
      'null while student status is not loaded.',
    ),
  })
  mobility(
    @Root() school: SchoolType,
    @Arg('month', () => String, {
      nullable: true,
      description: describe('Month', '月份', 'YYYY-MM; the month that ended last by default.'),
    })
    month: string | null,
    @Ctx() { loaders, caller }: RequestContext<EducationLoaders>,
  ): Promise<SchoolMobility | null> {
    assertSchoolWithinReach(caller, school);
    const asked = month ?? lastMonth(loaders.today);
    assertMonth(asked, loaders.today);
    return loaders.mobility.load(mobilityKey(school.code, asked));
  }
}
