import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../loaders.js';
import { StudentType } from '../student.type.js';
import { PlanChildType } from './household-plan.type.js';
import { PlanMeasureType, SupportPlanType } from './support-plan.type.js';

type Context = RequestContext<CoordinationLoaders>;

@Resolver(() => SupportPlanType)
export class SupportPlanResolver {
  @FieldResolver(() => [PlanMeasureType], {
    description: describe(
      'Measures',
      '帮扶措施',
      'those due first come first, those that nobody planned last.',
    ),
  })
  measures(@Root() { planNumber }: SupportPlanType, @Ctx() { loaders }: Context): Promise<readonly object[]> {
    return loaders.measuresOfPlan.load(planNumber);
  }

  @FieldResolver(() => [PlanChildType], {
    description: describe('Children whom it is for, those within reach', '方案对象', 'the first one first.'),
  })
  children(@Root() { planNumber }: SupportPlanType, @Ctx() { loaders }: Context): Promise<readonly object[]> {
    return loaders.planChildren.load(planNumber);
  }
}

@Resolver(() => PlanMeasureType)
export class PlanMeasureResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: describe(
      'Document and clause that name the approach',
      '政策依据',
      'null where no policy in force does: the measure is the own idea of who planned it.',
    ),
  })
  policyClause(@Root() { approach }: PlanMeasureType, @Ctx() { loaders }: Context): Promise<string | null> {
    return loaders.clauseOfApproach(approach);
  }
}

@Resolver(() => PlanChildType)
export class PlanChildResolver {
  @FieldResolver(() => StudentType, { nullable: true, description: describe('The child', '学生') })
  student(@Root() { studentId }: PlanChildType): StudentType {
    return { id: studentId };
  }
}
