import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { DivisionType } from '../../_kit/schema/division.type.js';
import { describe } from '../../_kit/schema/label.js';
import type { FocusGroupCount, IndicatorReport } from './indicator.list.js';
import { FocusGroupCountType, IndicatorReportType } from './indicator.type.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => IndicatorReportType)
export class IndicatorResolver {
  @RequiresScope(COORDINATION_SCOPES.readIndicators)
  @Query(() => IndicatorReportType, {
    nullable: true,
    description: describe(
      'Indicators of a division',
      '指标',
      'children are counted where they live, else where registered.',
    ),
  })
  indicators(
    @Arg('division', () => String, { description: describe('Division code, any level', '区划代码') })
    division: string,
    @Arg('asOf', () => IsoDateScalar, {
      nullable: true,
      description: describe('Day whose targets apply', '统计日期', 'today when not given.'),
    })
    asOf: string | null,
    @Ctx() { loaders }: Context,
  ): Promise<IndicatorReport> {
    return loaders.indicatorReport(division, asOf ?? null);
  }

  @RequiresScope(COORDINATION_SCOPES.readIndicators)
  @Query(() => IndicatorReportType, {
    nullable: true,
    description: describe(
      'Indicators of a school',
      '学校指标',
      'what schools state of all their pupils together: retention and the statistical dropout rate.',
    ),
  })
  schoolIndicators(
    @Arg('school', () => String, { description: describe('School code', '学校标识码') })
    school: string,
    @Arg('asOf', () => IsoDateScalar, {
      nullable: true,
      description: describe('Day whose targets apply', '统计日期', 'today when not given.'),
    })
    asOf: string | null,
    @Ctx() { loaders }: Context,
  ): Promise<IndicatorReport> {
    return loaders.schoolIndicatorReport(school, asOf ?? null);
  }

  @FieldResolver(() => DivisionType, { description: describe('Division', '区划') })
  division(@Root() { divisionCode }: IndicatorReport, @Ctx() { loaders }: Context): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @RequiresScope(COORDINATION_SCOPES.readIndicators)
  @Query(() => [FocusGroupCountType], {
    nullable: true,
    description: describe('Children of each focus group', '重点群体人数', 'small counts are hidden.'),
  })
  focusGroupCounts(
    @Arg('division', () => String, { description: describe('Division code, any level', '区划代码') })
    division: string,
    @Ctx() { loaders }: Context,
  ): Promise<FocusGroupCount[]> {
    return loaders.focusGroupCounts(division);
  }
}
