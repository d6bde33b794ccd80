import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { PolicyBody } from '../../../../policies/bodies.js';
import { Holds } from '../../../_kit/access/data-class.js';
import { connectionType } from '../../../_kit/schema/connection.js';
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
  TermOpeningStateEnum,
  type AccountabilityKind,
  type AnswerablePost,
  type FollowUpOrigin,
  type FollowUpState,
  type InspectionKind,
  type InspectionMode,
  type MeetingKind,
  type TermOpeningState,
} from './supervision.enums.js';

@Holds('NONE')
@ObjectType('FollowUp', {
  description: describe('A decision or finding that a body sees to by a day', '决定事项、整改事项'),
})
export class FollowUpType {
  @Field(() => ID, { description: describe('Id', '事项编号') })
  id!: string;

  @Field(() => FollowUpOriginEnum.type, { description: describe('Where it comes from', '来源') })
  origin!: FollowUpOrigin;

  @Field(() => String, { description: describe('In words', '内容') })
  text!: string;

  @Field(() => DutyBodyEnum.type, { description: describe('Who sees to it', '责任单位') })
  body!: PolicyBody;

  @Field(() => String, { description: describe('Code of the place', '责任区划或学校代码') })
  placeCode!: string;

  @Field(() => IsoDateScalar, { description: describe('Until', '完成期限') })
  dueOn!: string;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Done on', '完成日期') })
  doneOn!: string | null;

  @Field(() => String, { nullable: true, description: describe('Document that shows it', '佐证文号') })
  documentNumber!: string | null;

  @Field(() => FollowUpStateEnum.type, { description: describe('How it stands today', '落实状态') })
  state!: FollowUpState;

  @Field(() => Int, { description: describe('Days past the due day', '逾期天数') })
  daysLate!: number;
}

export const FollowUpConnectionType = connectionType('FollowUp', FollowUpType, {
  en: 'Decisions and findings within reach',
  zh: '决定事项、整改事项列表',
  detail: 'the earliest due come first.',
});

@Holds('NONE')
@ObjectType('Meeting', { description: describe('Meeting about dropout prevention', '控辍保学会议') })
export class MeetingType {
  @Field(() => ID, { description: describe('Id', '会议编号') })
  id!: string;

  @Field(() => MeetingKindEnum.type, { description: describe('Kind', '会议类别') })
  kind!: MeetingKind;

  @Field(() => IsoDateScalar, { description: describe('Held on', '召开日期') })
  heldOn!: string;

  @Field(() => String, { description: describe('County or township', '区划代码') })
  divisionCode!: string;

  @Field(() => [DutyBodyEnum.type], { description: describe('Bodies present', '参会单位') })
  bodies!: PolicyBody[];

  @Field(() => String, { description: describe('Number of the minutes', '会议纪要文号') })
  minutesNumber!: string;
}

export const MeetingConnectionType = connectionType('Meeting', MeetingType, {
  en: 'Meetings within reach',
  zh: '会议列表',
  detail: 'the latest come first.',
});

@Holds('NONE')
@ObjectType('TermOpening', { description: describe('Opening meeting of a term', '学期初工作会议') })
export class TermOpeningType {
  @Field(() => String, { description: describe('Term', '学期', 'such as 2026-AUTUMN.') })
  term!: string;

  @Field(() => String, { description: describe('Division', '区划代码') })
  divisionCode!: string;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('In time until', '截止日') })
  dueOn!: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('First meeting', '召开日期') })
  heldOn!: string | null;

  @Field(() => TermOpeningStateEnum.type, { description: describe('Whether it was held', '召开情况') })
  state!: TermOpeningState;

  @Field(() => String, { description: describe('Document and clause', '政策依据') })
  policyClause!: string;
}

@Holds('NONE')
@ObjectType('AccountabilityRecord', {
  description: describe('A body held to account', '问责记录', 'a post, never a person.'),
})
export class AccountabilityRecordType {
  @Field(() => ID, { description: describe('Id', '问责编号') })
  id!: string;

  @Field(() => AccountabilityKindEnum.type, { description: describe('Why', '问责情形') })
  kind!: AccountabilityKind;

  @Field(() => DutyBodyEnum.type, { description: describe('Body', '责任单位') })
  body!: PolicyBody;

  @Field(() => AnswerablePostEnum.type, { description: describe('Post', '责任岗位') })
  post!: AnswerablePost;

  @Field(() => IsoDateScalar, { description: describe('Decided on', '决定日期') })
  decidedOn!: string;

  @Field(() => String, { description: describe('Number of the document', '文号') })
  documentNumber!: string;
}

@Holds('NONE')
@ObjectType('Inspection', { description: describe('Inspection of a place', '督导检查') })
export class InspectionType {
  @Field(() => ID, { description: describe('Id', '督导检查编号') })
  id!: string;

  @Field(() => InspectionKindEnum.type, { description: describe('Kind', '督导类别') })
  kind!: InspectionKind;

  @Field(() => InspectionModeEnum.type, { description: describe('Open or covert', '督查方式') })
  mode!: InspectionMode;

  @Field(() => IsoDateScalar, { description: describe('Inspected on', '检查日期') })
  inspectedOn!: string;

  @Field(() => DutyPlaceKindEnum.type, { description: describe('Level of the place', '层级') })
  placeKind!: DutyPlaceKind;

  @Field(() => String, { description: describe('Code of the place', '代码') })
  placeCode!: string;

  @Field(() => String, { description: describe('Name of the place', '名称') })
  placeName!: string;

  @Field(() => Boolean, {
    description: describe('Whether data were checked for truth', '是否核查数据真实性'),
  })
  checkedData!: boolean;

  @Field(() => String, {
    nullable: true,
    description: describe('Number of the notice of the result', '督查通报文号', 'null while there is none.'),
  })
  noticeNumber!: string | null;
}

export const InspectionConnectionType = connectionType('Inspection', InspectionType, {
  en: 'Inspections within reach',
  zh: '督导检查列表',
  detail: 'the latest come first.',
});
