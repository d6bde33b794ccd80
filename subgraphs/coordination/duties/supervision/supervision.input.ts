import { Field, ID, InputType } from 'type-graphql';
import type { PolicyBody } from '../../../../policies/bodies.js';
import { IsoDateScalar } from '../../../_kit/schema/date.scalar.js';
import { describe } from '../../../_kit/schema/label.js';
import { DutyBodyEnum, DutyPlaceKindEnum } from '../duty.enums.js';
import type { DutyPlaceKind } from '../duty-places.js';
import {
  AccountabilityKindEnum,
  AnswerablePostEnum,
  FollowUpOriginEnum,
  FollowUpStateEnum,
  InspectionKindEnum,
  InspectionModeEnum,
  MeetingKindEnum,
  type AccountabilityKind,
  type AnswerablePost,
  type FollowUpOrigin,
  type FollowUpState,
  type InspectionKind,
  type InspectionMode,
  type MeetingKind,
} from './supervision.enums.js';

const KEY = describe('Key of the command', '幂等键', '8 to 64 characters.');
const TEXT = describe('In words', '内容', 'without names.');

@InputType('FollowUpInput', { description: describe('A decision or finding', '决定事项或发现问题') })
export class FollowUpInput {
  @Field(() => String, { description: TEXT })
  text!: string;

  @Field(() => DutyBodyEnum.type, { description: describe('Who sees to it', '责任单位') })
  body!: PolicyBody;

  @Field(() => IsoDateScalar, { description: describe('Until', '完成期限') })
  dueOn!: string;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Township or village that sees to it, cut by level',
      '责任区划',
      'the place of the meeting or inspection by default.',
    ),
  })
  division?: string | null;
}

@InputType('RecordMeetingInput', { description: describe('A meeting', '会议') })
export class RecordMeetingInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => MeetingKindEnum.type, { description: describe('Kind', '会议类别') })
  kind!: MeetingKind;

  @Field(() => IsoDateScalar, { description: describe('Held on', '召开日期', 'today at the latest.') })
  heldOn!: string;

  @Field(() => String, { description: describe('County or township, cut by level', '区划代码') })
  division!: string;

  @Field(() => [DutyBodyEnum.type], { description: describe('Bodies present', '参会单位') })
  bodies!: PolicyBody[];

  @Field(() => String, { description: describe('Number of the minutes', '会议纪要文号') })
  minutesNumber!: string;

  @Field(() => [FollowUpInput], { description: describe('What was decided', '决定事项') })
  decisions!: FollowUpInput[];
}

@InputType('RecordInspectionInput', { description: describe('An inspection', '督导检查') })
export class RecordInspectionInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => InspectionKindEnum.type, { description: describe('Kind', '督导类别') })
  kind!: InspectionKind;

  @Field(() => InspectionModeEnum.type, { description: describe('Open or covert', '督查方式') })
  mode!: InspectionMode;

  @Field(() => IsoDateScalar, { description: describe('Inspected on', '检查日期', 'today at the latest.') })
  inspectedOn!: string;

  @Field(() => DutyPlaceKindEnum.type, { description: describe('Level of the place', '层级') })
  placeKind!: DutyPlaceKind;

  @Field(() => String, {
    description: describe('Code of the division, cut by level, or of the school', '区划代码或学校标识码'),
  })
  placeCode!: string;

  @Field(() => Boolean, {
    description: describe('Whether data were checked for truth', '是否核查数据真实性'),
  })
  checkedData!: boolean;

  @Field(() => String, {
    nullable: true,
    description: describe('Number of the notice of the result', '督查通报文号'),
  })
  noticeNumber?: string | null;

  @Field(() => [FollowUpInput], { description: describe('What was found', '发现问题') })
  findings!: FollowUpInput[];
}

@InputType('RecordAccountabilityInput', { description: describe('A body held to account', '问责') })
export class RecordAccountabilityInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Inspection that led to it', '督导检查编号') })
  inspectionId!: string;

  @Field(() => AccountabilityKindEnum.type, { description: describe('Why', '问责情形') })
  kind!: AccountabilityKind;

  @Field(() => DutyBodyEnum.type, { description: describe('Body', '责任单位') })
  body!: PolicyBody;

  @Field(() => AnswerablePostEnum.type, { description: describe('Post', '责任岗位') })
  post!: AnswerablePost;

  @Field(() => IsoDateScalar, { description: describe('Decided on', '决定日期', 'today at the latest.') })
  decidedOn!: string;

  @Field(() => String, { description: describe('Number of the document', '文号') })
  documentNumber!: string;
}

@InputType('CompleteFollowUpInput', { description: describe('What was seen to', '落实情况') })
export class CompleteFollowUpInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('The decision or finding', '事项编号') })
  followUpId!: string;

  @Field(() => IsoDateScalar, { description: describe('Done on', '完成日期', 'today at the latest.') })
  doneOn!: string;

  @Field(() => String, { description: describe('Number of the document that shows it', '佐证文号') })
  documentNumber!: string;
}

@InputType('FollowUpFilter', { description: describe('Which follow-ups', '筛选条件') })
export class FollowUpFilter {
  @Field(() => FollowUpStateEnum.type, { nullable: true, description: describe('State', '状态') })
  state?: FollowUpState | null;

  @Field(() => FollowUpOriginEnum.type, { nullable: true, description: describe('Origin', '来源') })
  origin?: FollowUpOrigin | null;
}
