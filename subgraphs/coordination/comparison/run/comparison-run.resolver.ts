import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Holds } from '../../../_kit/access/data-class.js';
import { RequiresScope } from '../../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../../_kit/request-context.js';
import { PageArgs, type Connection } from '../../../_kit/schema/connection.js';
import { describe } from '../../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../../loaders.js';
import { COORDINATION_SCOPES } from '../../scopes.js';
import type { OrderedComparison } from './compared-by-policy.js';
import { OrderedComparisonType } from './ordered-comparison.type.js';
import type { ComparisonRun } from './comparison-run.entity.js';
import {
  ComparisonRunConnectionType,
  ComparisonRunType,
  StartComparisonInput,
  StartComparisonPayload,
} from './comparison-run.type.js';

type Context = RequestContext<CoordinationLoaders>;

const count = (name: string) => (run: Pick<ComparisonRun, 'counts'>) => run.counts[name] ?? null;

@Resolver(() => ComparisonRunType)
export class ComparisonRunResolver {
  @RequiresScope(COORDINATION_SCOPES.readDiscrepancies)
  @Query(() => ComparisonRunConnectionType, {
    nullable: true,
    description: describe('Comparison runs', '比对列表', 'the latest come first.'),
  })
  comparisonRuns(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<ComparisonRun>> {
    return loaders.listRuns(page);
  }

  @RequiresScope(COORDINATION_SCOPES.startComparison)
  @Mutation(() => StartComparisonPayload, {
    description: describe("Compares the agencies' registers as of today", '发起比对核查'),
  })
  startComparison(
    @Arg('input', () => StartComparisonInput, { description: describe('What is compared', '比对内容') })
    input: StartComparisonInput,
    @Ctx() { loaders }: Context,
  ): Promise<StartComparisonPayload> {
    return loaders.startComparison(input);
  }

  @FieldResolver(() => [OrderedComparisonType], {
    description: describe(
      'What it compares',
      '比对事项',
      "the comparisons of the documents in force in the county on the run's day.",
    ),
  })
  comparisons(
    @Root() { countyCode, today }: ComparisonRun,
    @Ctx() { loaders }: Context,
  ): readonly OrderedComparison[] {
    return loaders.orderedComparisons(countyCode, today);
  }

  @Holds('AGGREGATE')
  @FieldResolver(() => Int, {
    nullable: true,
    description: describe('Children', '儿童数', 'null until the run has matched.'),
  })
  children(@Root() run: ComparisonRunType): number | null {
    return count('children')(run);
  }

  @Holds('AGGREGATE')
  @FieldResolver(() => Int, {
    nullable: true,
    description: describe('Discrepancies', '疑点数', 'null until the run has matched.'),
  })
  discrepancies(@Root() run: ComparisonRunType): number | null {
    return count('discrepancies')(run);
  }

  @Holds('AGGREGATE')
  @FieldResolver(() => Int, {
    nullable: true,
    description: describe('Links that it made by itself', '自动关联数', 'null until the run has matched.'),
  })
  links(@Root() run: ComparisonRunType): number | null {
    return count('links')(run);
  }
}
