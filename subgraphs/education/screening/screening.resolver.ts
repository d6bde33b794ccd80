import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import { HubError } from '../../_kit/errors.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, PageArgs, type Connection } from '../../_kit/schema/connection.js';
import { DivisionType } from '../../_kit/schema/division.type.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import { SchoolType } from '../school/school.type.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import {
  ScreenedHouseholdConnectionType,
  ScreeningProblemConnectionType,
} from './screened-household.type.js';
import type { ScreeningAssignment } from './screening-assignment.entity.js';
import type { ScreeningCampaign } from './screening-campaign.entity.js';
import { completenessOf, screeningStateOf, type ScreeningCompleteness } from './screening-completeness.js';
import { ScreeningCheckEnum, ScreeningStateEnum, type ScreeningState } from './screening.enums.js';
import { ScreeningCampaignFilter } from './screening.input.js';
import type { ScreeningProblem } from './screening-problems.list.js';
import type { HouseholdScreening } from './household-screening.entity.js';
import {
  ScreeningAssignmentConnectionType,
  ScreeningAssignmentType,
  ScreeningCampaignConnectionType,
  ScreeningCampaignType,
  ScreeningCompletenessType,
} from './screening.type.js';

type Context = RequestContext<EducationLoaders>;

@Resolver(() => ScreeningCampaignType)
export class ScreeningCampaignResolver {
  @RequiresScope(EDUCATION_SCOPES.readScreening)
  @Query(() => ScreeningCampaignConnectionType, {
    nullable: true,
    description: describe('Screening campaigns within reach', '摸排活动列表', 'in order of code.'),
  })
  screeningCampaigns(
    @Arg('filter', () => ScreeningCampaignFilter, {
      nullable: true,
      description: describe('Which campaigns', '筛选条件'),
    })
    filter: ScreeningCampaignFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<ScreeningCampaign>> {
    return loaders.listCampaigns(filter ?? {}, page);
  }

  @FieldResolver(() => DivisionType, { description: describe('Area', '活动区域') })
  division(
    @Root() { divisionCode }: ScreeningCampaignType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @RequiresScope(EDUCATION_SCOPES.readScreening)
  @FieldResolver(() => ScreeningCompletenessType, {
    nullable: true,
    description: describe('What has come in', '完成情况', 'of the returns within reach.'),
  })
  async completeness(
    @Root() { code }: ScreeningCampaignType,
    @Ctx() { loaders }: Context,
  ): Promise<ScreeningCompleteness> {
    return completenessOf(await loaders.campaignCounts.load(code));
  }

  @RequiresScope(EDUCATION_SCOPES.readScreening)
  @FieldResolver(() => ScreeningAssignmentConnectionType, {
    nullable: true,
    description: describe('Villages within reach', '普查任务', 'in order of code.'),
  })
  async assignments(
    @Root() { code }: ScreeningCampaignType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<ScreeningAssignment>> {
    const request = pageRequest(page, ['text']);
    const rows = await loaders.assignmentPages.load({ parent: code, ...request, filter: null });
    return connectionOf(rows, request.limit, (row) => [row.code]);
  }
}

@Resolver(() => ScreeningAssignmentType)
export class ScreeningAssignmentResolver {
  @RequiresScope(EDUCATION_SCOPES.readScreening)
  @Query(() => ScreeningAssignmentType, {
    nullable: true,
    description: describe('One village of a campaign', '按编号查普查任务'),
  })
  async screeningAssignment(
    @Arg('code', () => ID, { description: describe('Code', '任务编号') }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<object> {
    const assignment = await loaders.screeningAssignments.load(code);
    if (!assignment) throw new HubError('NOT_FOUND');
    return assignment;
  }

  @FieldResolver(() => DivisionType, { description: describe('Village', '村(社区)') })
  division(
    @Root() { divisionCode }: ScreeningAssignmentType,
    @Ctx() { loaders }: Context,
  ): Promise<DivisionType> {
    return loaders.divisions.load(divisionCode);
  }

  @FieldResolver(() => SchoolType, {
    nullable: true,
    description: describe(
      'School that visits its catchment area',
      '责任学校',
      'null where the village does.',
    ),
  })
  school(
    @Root() { schoolCode }: ScreeningAssignmentType,
    @Ctx() { loaders }: Context,
  ): Promise<object | null> | null {
    return schoolCode === null ? null : loaders.schools.load(schoolCode);
  }

  @FieldResolver(() => ID, { description: describe('Version that stands', '现行版本', 'for a change.') })
  version(@Root() assignment: ScreeningAssignment, @Ctx() { loaders }: Context): string {
    return loaders.versionOfAssignment(assignment);
  }

  @FieldResolver(() => ScreeningStateEnum.type, { description: describe('How far it is', '进度') })
  async state(
    @Root() { code, dueOn }: ScreeningAssignmentType,
    @Ctx() { loaders }: Context,
  ): Promise<ScreeningState> {
    return screeningStateOf(await loaders.assignmentCounts.load(code), { dueOn, today: loaders.today });
  }

  @FieldResolver(() => ScreeningCompletenessType, { description: describe('What has come in', '完成情况') })
  async completeness(
    @Root() { code }: ScreeningAssignmentType,
    @Ctx() { loaders }: Context,
  ): Promise<ScreeningCompleteness> {
    return completenessOf(await loaders.assignmentCounts.load(code));
  }

  @RequiresScope(EDUCATION_SCOPES.readScreening)
  @FieldResolver(() => ScreenedHouseholdConnectionType, {
    nullable: true,
    description: describe('Households', '摸排户', 'in the order in which they were written down.'),
  })
  async households(
    @Root() { code }: ScreeningAssignmentType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<HouseholdScreening>> {
    const request = pageRequest(page, ['id']);
    const rows = await loaders.householdPages.load({ parent: code, ...request, filter: null });
    return connectionOf(rows, request.limit, ({ id }) => [String(id)]);
  }

  @RequiresScope(EDUCATION_SCOPES.readScreening)
  @FieldResolver(() => ScreeningProblemConnectionType, {
    nullable: true,
    description: describe(
      'What the checks found',
      '不重、不漏、不错核查',
      'by what the caller may see. Children whom police alone know are found by the comparison of registers.',
    ),
  })
  async problems(
    @Root() assignment: ScreeningAssignment,
    @Arg('check', () => ScreeningCheckEnum.type, {
      nullable: true,
      description: describe('One check alone', '核查项'),
    })
    check: EnumValue<typeof ScreeningCheckEnum> | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<ScreeningProblem>> {
    const { limit, after } = pageRequest(page, ['integer']);
    const found = await loaders.screeningProblems.load(assignment);
    const all = found.filter((problem) => check == null || problem.check === check);
    const numbered = all.map((problem, position) => ({ ...problem, position }));
    const rest = numbered.filter(({ position }) => position > Number(after?.[0] ?? -1));
    return connectionOf(rest.slice(0, limit + 1), limit, ({ position }) => [position], all.length);
  }
}
