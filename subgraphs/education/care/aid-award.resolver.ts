import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { academicYearOf } from '../../../policies/school-calendar.js';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { AidAward } from './aid-award.entity.js';
import { AidAwardConnectionType, AidAwardFilter, AidRegisterType } from './aid-award.type.js';
import { pageOfRows } from '../../_kit/schema/list-page.js';
import type { EducationLoaders } from '../loaders.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { SchoolingType } from '../status/schooling.type.js';

type Context = RequestContext<EducationLoaders>;

@Resolver()
export class AidAwardListResolver {
  @RequiresScope(EDUCATION_SCOPES.readAid)
  @Query(() => AidAwardConnectionType, {
    nullable: true,
    description: describe('Awards of student aid within reach', '学生资助列表', 'newest decision first.'),
  })
  aidAwards(
    @Arg('filter', () => AidAwardFilter, {
      nullable: true,
      description: describe('Which awards', '筛选条件'),
    })
    filter: AidAwardFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<AidAward>> {
    return loaders.listAidAwards(filter ?? {}, page);
  }
}

@Resolver(() => SchoolingType)
export class SchoolingAidResolver {
  @RequiresScope(EDUCATION_SCOPES.readAid)
  @FieldResolver(() => AidRegisterType, { nullable: true, description: describe('Student aid', '学生资助') })
  async aid(@Root() { student }: SchoolingType, @Ctx() { loaders }: Context): Promise<object> {
    const { register, rows } = await loaders.aidAwards.load(student);
    const thisYear = academicYearOf(parseIsoDate(loaders.today));
    return { register, rows, current: rows.filter(({ academicYear }) => academicYear === thisYear) };
  }
}

@Resolver(() => AidRegisterType)
export class AidHistoryResolver {
  @FieldResolver(() => AidAwardConnectionType, {
    description: describe('All awards', '历年资助', 'newest decision first.'),
  })
  history(@Root() { rows }: AidRegisterType, @Args(() => PageArgs) page: PageArgs): Connection<AidAward> {
    return pageOfRows(rows, page, ({ decidedOn }) => decidedOn);
  }
}
