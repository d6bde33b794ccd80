import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScope } from '../../_kit/access/requires-scope.js';
import type { RequestContext } from '../../_kit/request-context.js';
import { describe } from '../../_kit/schema/label.js';
import type { EducationLoaders } from '../loaders.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import {
  AssignScreeningInput,
  OpenScreeningCampaignInput,
  RecordHouseholdScreeningInput,
} from './screening.input.js';
import {
  AssignScreeningPayload,
  OpenScreeningCampaignPayload,
  RecordHouseholdScreeningPayload,
} from './screening-payloads.type.js';

type Context = RequestContext<EducationLoaders>;

@Resolver()
export class ScreeningCommandsResolver {
  @RequiresScope(EDUCATION_SCOPES.manageScreening)
  @Mutation(() => OpenScreeningCampaignPayload, {
    description: describe(
      'Opens a screening campaign',
      '启动摸排活动',
      'every village of the area is assigned by the divisions and catchment areas.',
    ),
  })
  openScreeningCampaign(
    @Arg('input', () => OpenScreeningCampaignInput, { description: describe('What is opened', '启动内容') })
    input: OpenScreeningCampaignInput,
    @Ctx() { loaders }: Context,
  ): Promise<OpenScreeningCampaignPayload> {
    return loaders.openScreeningCampaign(input);
  }

  @RequiresScope(EDUCATION_SCOPES.recordScreening)
  @Mutation(() => AssignScreeningPayload, {
    description: describe('Says who answers for a village and how many households it lists', '普查任务分工'),
  })
  assignScreening(
    @Arg('input', () => AssignScreeningInput, { description: describe('The assignment', '分工内容') })
    input: AssignScreeningInput,
    @Ctx() { loaders }: Context,
  ): Promise<AssignScreeningPayload> {
    return loaders.assignScreening(input);
  }

  @RequiresScope(EDUCATION_SCOPES.recordScreening)
  @Mutation(() => RecordHouseholdScreeningPayload, {
    description: describe(
      'Writes down a visit to a household, or corrects one',
      '登记入户结果',
      'a child whom no register knows gets a provisional id and enters the next comparison.',
    ),
  })
  recordHouseholdScreening(
    @Arg('input', () => RecordHouseholdScreeningInput, { description: describe('The visit', '入户登记内容') })
    input: RecordHouseholdScreeningInput,
    @Ctx() { loaders }: Context,
  ): Promise<RecordHouseholdScreeningPayload> {
    return loaders.recordHouseholdScreening(input);
  }
}
