import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { CoordinationLoaders } from '../loaders.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import {
  OpenCaseInput,
  RecordPersuasionVisitInput,
  RecordReturnCheckInput,
  RecordReturnPlacementInput,
  SetCaseCauseInput,
  SetTaskTeamInput,
} from './case-commands.input.js';
import { CasePayload, PlanPayload } from './case-commands.type.js';
import { DropoutCaseType } from './dropout-case.type.js';
import { JoinHouseholdPlanInput, LeaveHouseholdPlanInput } from './household-plan.input.js';
import { HouseholdPlanPayload } from './household-plan.type.js';
import { CloseMeasureInput, PlanMeasureInput } from './plan.input.js';
import { RecordMeasureInput } from './record-measure.input.js';

type Context = RequestContext<CoordinationLoaders>;

/** Each records a fact; state, days and what comes next follow by the rule. */
@Resolver(() => DropoutCaseType)
export class CaseCommandsResolver {
  @RequiresScope(COORDINATION_SCOPES.recordCasework)
  @Mutation(() => CasePayload, {
    description: describe('Opens a case', '立案', 'of a child that has no open one.'),
  })
  openCase(
    @Arg('input', () => OpenCaseInput, { description: describe('What is recorded', '登记内容') })
    input: OpenCaseInput,
    @Ctx() { loaders }: Context,
  ): Promise<CasePayload> {
    return loaders.openCase(input);
  }

  @RequiresScope(COORDINATION_SCOPES.recordCasework)
  @Mutation(() => CasePayload, { description: describe('Records a persuasion visit', '登记劝返') })
  recordPersuasionVisit(
    @Arg('input', () => RecordPersuasionVisitInput, { description: describe('What is recorded', '登记内容') })
    input: RecordPersuasionVisitInput,
    @Ctx() { loaders }: Context,
  ): Promise<CasePayload> {
    return loaders.recordPersuasionVisit(input);
  }

  @RequiresScope(COORDINATION_SCOPES.recordCasework)
  @Mutation(() => CasePayload, {
    description: describe('Records what was found to be the cause', '登记辍学原因'),
  })
  setCaseCause(
    @Arg('input', () => SetCaseCauseInput, { description: describe('What is recorded', '登记内容') })
    input: SetCaseCauseInput,
    @Ctx() { loaders }: Context,
  ): Promise<CasePayload> {
    return loaders.setCaseCause(input);
  }

  @RequiresScope(COORDINATION_SCOPES.recordCasework)
  @Mutation(() => CasePayload, {
    description: describe('Names the posts that work on a case', '明确工作专班'),
  })
  setTaskTeam(
    @Arg('input', () => SetTaskTeamInput, { description: describe('What is recorded', '登记内容') })
    input: SetTaskTeamInput,
    @Ctx() { loaders }: Context,
  ): Promise<CasePayload> {
    return loaders.setTaskTeam(input);
  }

  @RequiresScope(COORDINATION_SCOPES.recordCasework)
  @Mutation(() => CasePayload, {
    description: describe('Records where a returned child is placed', '登记复学安置'),
  })
  recordReturnPlacement(
    @Arg('input', () => RecordReturnPlacementInput, { description: describe('What is recorded', '登记内容') })
    input: RecordReturnPlacementInput,
    @Ctx() { loaders }: Context,
  ): Promise<CasePayload> {
    return loaders.recordReturnPlacement(input);
  }

  @RequiresScope(COORDINATION_SCOPES.recordCasework)
  @Mutation(() => CasePayload, {
    description: describe(
      'Records a check of a return',
      '登记复学跟踪',
      'only where no sheet of the county shows it.',
    ),
  })
  recordReturnCheck(
    @Arg('input', () => RecordReturnCheckInput, { description: describe('What is recorded', '登记内容') })
    input: RecordReturnCheckInput,
    @Ctx() { loaders }: Context,
  ): Promise<CasePayload> {
    return loaders.recordReturnCheck(input);
  }

  @RequiresScope(COORDINATION_SCOPES.planMeasures)
  @Mutation(() => PlanPayload, {
    description: describe('Plans a measure for a child or its household', '拟定帮扶措施'),
  })
  planMeasure(
    @Arg('input', () => PlanMeasureInput, { description: describe('What is recorded', '登记内容') })
    input: PlanMeasureInput,
    @Ctx() { loaders }: Context,
  ): Promise<PlanPayload> {
    return loaders.planMeasure(input);
  }

  @RequiresScope(COORDINATION_SCOPES.planMeasures)
  @Mutation(() => HouseholdPlanPayload, {
    description: describe('Adds another child of the household to its plan', '纳入一家一案'),
  })
  joinHouseholdPlan(
    @Arg('input', () => JoinHouseholdPlanInput, { description: describe('What is recorded', '登记内容') })
    input: JoinHouseholdPlanInput,
    @Ctx() { loaders }: Context,
  ): Promise<HouseholdPlanPayload> {
    return loaders.joinHouseholdPlan(input);
  }

  @RequiresScope(COORDINATION_SCOPES.planMeasures)
  @Mutation(() => HouseholdPlanPayload, {
    description: describe('Takes a child off the plan of a household', '移出一家一案'),
  })
  leaveHouseholdPlan(
    @Arg('input', () => LeaveHouseholdPlanInput, { description: describe('What is recorded', '登记内容') })
    input: LeaveHouseholdPlanInput,
    @Ctx() { loaders }: Context,
  ): Promise<HouseholdPlanPayload> {
    return loaders.leaveHouseholdPlan(input);
  }

  @RequiresScope(COORDINATION_SCOPES.planMeasures)
  @Mutation(() => PlanPayload, {
    description: describe(
      'Records a measure that was done without having been planned',
      '补登已完成的帮扶措施',
      'on the plan of the case that was open on its day.',
    ),
  })
  recordMeasure(
    @Arg('input', () => RecordMeasureInput, { description: describe('What is recorded', '登记内容') })
    input: RecordMeasureInput,
    @Ctx() { loaders }: Context,
  ): Promise<PlanPayload> {
    return loaders.recordMeasure(input);
  }

  @RequiresScope(COORDINATION_SCOPES.planMeasures)
  @Mutation(() => PlanPayload, {
    description: describe('Records that a measure was done', '登记帮扶措施完成'),
  })
  closeMeasure(
    @Arg('input', () => CloseMeasureInput, { description: describe('What is recorded', '登记内容') })
    input: CloseMeasureInput,
    @Ctx() { loaders }: Context,
  ): Promise<PlanPayload> {
    return loaders.closeMeasure(input);
  }
}
