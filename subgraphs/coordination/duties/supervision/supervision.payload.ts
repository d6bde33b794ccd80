import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../../_kit/access/data-class.js';
import { describe, type EnumValue } from '../../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../../_kit/schema/mutation-error.js';
import {
  CompleteFollowUpErrorEnum,
  RecordAccountabilityErrorEnum,
  RecordInspectionErrorEnum,
  RecordMeetingErrorEnum,
} from './supervision.enums.js';
import { AccountabilityRecordType, FollowUpType, InspectionType, MeetingType } from './supervision.type.js';

export type RecordMeetingCode = EnumValue<typeof RecordMeetingErrorEnum>;
export type RecordInspectionCode = EnumValue<typeof RecordInspectionErrorEnum>;
export type RecordAccountabilityCode = EnumValue<typeof RecordAccountabilityErrorEnum>;
export type CompleteFollowUpCode = EnumValue<typeof CompleteFollowUpErrorEnum>;

const RecordMeetingErrorType = mutationErrorType('RecordMeeting', RecordMeetingErrorEnum);
const RecordInspectionErrorType = mutationErrorType('RecordInspection', RecordInspectionErrorEnum);
const RecordAccountabilityErrorType = mutationErrorType(
  'RecordAccountability',
  RecordAccountabilityErrorEnum,
);
const CompleteFollowUpErrorType = mutationErrorType('CompleteFollowUp', CompleteFollowUpErrorEnum);

const ERRORS = describe('Why not', '未办理的原因');
const NULL_WITH_ERRORS = 'null when there are errors.';

@Holds('NONE')
@ObjectType('RecordMeetingPayload', { description: describe('Outcome', '会议登记结果') })
export class RecordMeetingPayload {
  @Field(() => MeetingType, {
    nullable: true,
    description: describe('The meeting', '会议', NULL_WITH_ERRORS),
  })
  meeting!: MeetingType | null;

  @Field(() => [RecordMeetingErrorType], { description: ERRORS })
  errors!: MutationError<RecordMeetingCode>[];
}

@Holds('NONE')
@ObjectType('RecordInspectionPayload', { description: describe('Outcome', '督导检查登记结果') })
export class RecordInspectionPayload {
  @Field(() => InspectionType, {
    nullable: true,
    description: describe('The inspection', '督导检查', NULL_WITH_ERRORS),
  })
  inspection!: InspectionType | null;

  @Field(() => [RecordInspectionErrorType], { description: ERRORS })
  errors!: MutationError<RecordInspectionCode>[];
}

@Holds('NONE')
@ObjectType('RecordAccountabilityPayload', { description: describe('Outcome', '问责登记结果') })
export class RecordAccountabilityPayload {
  @Field(() => AccountabilityRecordType, {
    nullable: true,
    description: describe('The record', '问责记录', NULL_WITH_ERRORS),
  })
  accountability!: AccountabilityRecordType | null;

  @Field(() => [RecordAccountabilityErrorType], { description: ERRORS })
  errors!: MutationError<RecordAccountabilityCode>[];
}

@Holds('NONE')
@ObjectType('CompleteFollowUpPayload', { description: describe('Outcome', '落实登记结果') })
export class CompleteFollowUpPayload {
  @Field(() => FollowUpType, {
    nullable: true,
    description: describe('The decision or finding', '事项', NULL_WITH_ERRORS),
  })
  followUp!: FollowUpType | null;

  @Field(() => [CompleteFollowUpErrorType], { description: ERRORS })
  errors!: MutationError<CompleteFollowUpCode>[];
}
