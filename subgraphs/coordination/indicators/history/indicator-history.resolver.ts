import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../../_kit/request-context.js';
import { DivisionType } from '../../../_kit/schema/division.type.js';
import { describe } from '../../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../../loaders.js';
import { COORDINATION_SCOPES } from '../../scopes.js';
import type { IndicatorHistory } from './indicator-history.list.js';
import { IndicatorHistoryType } from './indicator-history.type.js';

type Context = RequestContext<CoordinationLoaders>;

const FROM = describe('First month', '起始月份', 'YYYY-MM; eleven months before "to" when not given.');
const TO = describe('Last month', '截止月份', 'YYYY-MM; the current month when not given.');

@Resolver(() => IndicatorHistoryType)
export class IndicatorHistoryResolver {
  @RequiresScope(COORDINATION_SCOPES.readIndicators)
  @Query(() => IndicatorHistoryType, {
    nullable: true,
    description: describe('Indicators of a division month by month', '分月指标'),
  })
  indicatorHistory(
    @Arg('division', () => String, { description: describe('Division code, any level', '区划代码') })
    division: string,
    @Arg('from', () => String, { nullable: true, description: FROM }) from: string | null,
    @Arg('to', () => String, { nullable: true, description: TO }) to: string | null,
    @Ctx() { loaders }: Context,
  ): Promise<IndicatorHistory> {
    return loaders.indicatorHistory(division, { from: from ?? null, to: to ?? null });
  }

  @RequiresScope(COORDINATION_SCOPES.readIndicators)
  @Query(() => IndicatorHistoryType, {
    nullable: true,
    description: describe('Indicators of a school month by month', '学校分月指标'),
  })
  schoolIndicatorHistory(
    @Arg('school', () => String, { description: describe('School code', '学校标识码') })
    school: string,
    @Arg('from', () => String, { nullable: true, description: FROM }) from: string | null,
    @Arg('to', () => String, { nullable: true, description: TO }) to: string | null,
    @Ctx() { loaders }: Context,
  ): Promise<IndicatorHistory> {
    return loaders.schoolIndicatorHistory(school, { from: from ?? null, to: to ?? null });
  }

  @FieldResolver(() => DivisionType, { description: describe('Division', '区划') })
  division(@Root() { divisionCode }: IndicatorHistory, @Ctx() { loaders }: Context): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }
}
