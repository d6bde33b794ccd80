import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { StudentType } from '../student.type.js';
import type { DropoutReport } from './dropout-report.entity.js';
import { DropoutReportFilter } from './dropout-report.input.js';
import { DropoutReportConnectionType, DropoutReportType } from './reporting.type.js';

type Context = RequestContext<EducationLoaders>;

@Resolver(() => DropoutReportType)
export class DropoutReportResolver {
  @RequiresScope(EDUCATION_SCOPES.listReports)
  @Query(() => DropoutReportConnectionType, {
    nullable: true,
    description: describe(
      'Written reports of dropouts within reach',
      '辍学书面报告列表',
      'for the offices that they go to; the latest first.',
    ),
  })
  dropoutReports(
    @Arg('filter', () => DropoutReportFilter, {
      nullable: true,
      description: describe('Which reports', '筛选条件'),
    })
    filter: DropoutReportFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<DropoutReport>> {
    return loaders.listDropoutReports(filter ?? {}, page);
  }

  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: DropoutReportType): StudentType {
    return { id: studentId };
  }
}
