import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe } from '../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../_kit/schema/mutation-error.js';
import {
  AssignScreeningErrorEnum,
  OpenScreeningCampaignErrorEnum,
  RecordHouseholdErrorEnum,
  type AssignScreeningErrorCode,
  type OpenScreeningCampaignErrorCode,
  type RecordHouseholdErrorCode,
} from './screening-commands.enums.js';
import { ScreeningAssignmentType, ScreeningCampaignType } from './screening.type.js';

export const OpenScreeningCampaignErrorType = mutationErrorType(
  'OpenScreeningCampaign',
  OpenScreeningCampaignErrorEnum,
);
export const AssignScreeningErrorType = mutationErrorType('AssignScreening', AssignScreeningErrorEnum);
export const RecordHouseholdErrorType = mutationErrorType(
  'RecordHouseholdScreening',
  RecordHouseholdErrorEnum,
);

@Holds('NONE')
@ObjectType('OpenScreeningCampaignPayload', { description: describe('Outcome', '启动结果') })
export class OpenScreeningCampaignPayload {
  @Field(() => ScreeningCampaignType, {
    nullable: true,
    description: describe('The campaign', '摸排活动', 'null when there are errors.'),
  })
  campaign!: ScreeningCampaignType | null;

  @Field(() => Int, { description: describe('Villages assigned', '已分工村(社区)数') })
  assignmentCount!: number;

  @Field(() => [OpenScreeningCampaignErrorType], { description: describe('Why not', '未办理的原因') })
  errors!: MutationError<OpenScreeningCampaignErrorCode>[];
}

@Holds('NONE')
@ObjectType('AssignScreeningPayload', { description: describe('Outcome', '分工结果') })
export class AssignScreeningPayload {
  @Field(() => ScreeningAssignmentType, {
    nullable: true,
    description: describe('The assignment', '普查任务', 'null when there are errors.'),
  })
  assignment!: ScreeningAssignmentType | null;

  @Field(() => [AssignScreeningErrorType], { description: describe('Why not', '未办理的原因') })
  errors!: MutationError<AssignScreeningErrorCode>[];
}

@Holds('NONE')
@ObjectType('RecordHouseholdScreeningPayload', { description: describe('Outcome', '登记结果') })
export class RecordHouseholdScreeningPayload {
  @Field(() => ID, {
    nullable: true,
    description: describe('Household', '户标识', 'a digest of its number; null when there are errors.'),
  })
  householdId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: describe('Version that stands', '现行版本', 'for a correction.'),
  })
  version!: string | null;

  @Field(() => [RecordHouseholdErrorType], { description: describe('Why not', '未办理的原因') })
  errors!: MutationError<RecordHouseholdErrorCode>[];
}
