import { labelledEnum, type EnumValue } from '../../../_kit/schema/label.js';

export const MeetingKindEnum = labelledEnum(
  'MeetingKind',
  { en: 'Kind of meeting', zh: '会议类别' },
  {
    JOINT_CONFERENCE: { en: 'Joint conference', zh: '联席会议' },
    DISPATCH: { en: 'Dispatch meeting', zh: '调度会' },
    TERM_OPENING: {
      en: 'Opening meeting of a term',
      zh: '学期初控辍保学工作会议',
      detail: 'recorded, it is handed in as the duty to hold one',
    },
  },
);
export type MeetingKind = EnumValue<typeof MeetingKindEnum>;

export const TermOpeningStateEnum = labelledEnum(
  'TermOpeningState',
  { en: 'Whether a term had its opening meeting', zh: '学期初会议召开情况' },
  {
    HELD: { en: 'Held in time', zh: '按时召开' },
    HELD_LATE: { en: 'Held late', zh: '逾期召开' },
    DUE: { en: 'To be held', zh: '待召开' },
    MISSED: { en: 'Not held in time', zh: '逾期未召开' },
    UNKNOWN: { en: 'Not known', zh: '无法判定', detail: 'no policy gives the dates of the term' },
  },
);
export type TermOpeningState = EnumValue<typeof TermOpeningStateEnum>;

export const InspectionKindEnum = labelledEnum(
  'InspectionKind',
  { en: 'Kind of inspection', zh: '督导检查类别' },
  {
    SPECIAL: { en: 'Special inspection', zh: '专项督导' },
    ROUTINE: { en: 'Routine inspection', zh: '日常督导' },
    FOLLOW_UP: { en: 'Second look at what was found', zh: '整改复查' },
    SUPERIOR: { en: 'Assessment by a higher level', zh: '上级考核评估' },
  },
);
export type InspectionKind = EnumValue<typeof InspectionKindEnum>;

export const InspectionModeEnum = labelledEnum(
  'InspectionMode',
  { en: 'How an inspection is made', zh: '督查方式' },
  { OPEN: { en: 'Announced', zh: '明查' }, COVERT: { en: 'Unannounced', zh: '暗访' } },
);
export type InspectionMode = EnumValue<typeof InspectionModeEnum>;

export const AccountabilityKindEnum = labelledEnum(
  'AccountabilityKind',
  { en: 'Why a body was held to account', zh: '问责情形' },
  {
    TALK: { en: 'Talk', zh: '约谈' },
    SLOW: { en: 'Acting slowly', zh: '慢作为' },
    INACTION: { en: 'Not acting', zh: '不作为' },
    MISCONDUCT: { en: 'Acting wrongly', zh: '乱作为' },
    FALSIFICATION: { en: 'Falsifying', zh: '弄虚作假' },
  },
);
export type AccountabilityKind = EnumValue<typeof AccountabilityKindEnum>;

export const AnswerablePostEnum = labelledEnum(
  'AnswerablePost',
  { en: 'Post that answers', zh: '责任岗位' },
  {
    HEAD: { en: 'Head', zh: '主要负责人' },
    DEPUTY: { en: 'Deputy in charge', zh: '分管负责人' },
    OFFICER: { en: 'Officer in charge', zh: '具体经办人' },
  },
);
export type AnswerablePost = EnumValue<typeof AnswerablePostEnum>;

export const FollowUpStateEnum = labelledEnum(
  'FollowUpState',
  { en: 'How a decision or finding stands', zh: '整改落实状态', detail: 'computed; nobody enters it.' },
  {
    OPEN: { en: 'To be seen to', zh: '待落实' },
    OVERDUE: { en: 'Not seen to in time', zh: '逾期未落实' },
    DONE: { en: 'Seen to in time', zh: '按期落实' },
    DONE_LATE: { en: 'Seen to late', zh: '逾期落实' },
  },
);
export type FollowUpState = EnumValue<typeof FollowUpStateEnum>;

export const FollowUpOriginEnum = labelledEnum(
  'FollowUpOrigin',
  { en: 'Where a follow-up comes from', zh: '来源' },
  { MEETING: { en: 'Decision of a meeting', zh: '会议决定' }, INSPECTION: { en: 'Finding', zh: '督查发现' } },
);
export type FollowUpOrigin = EnumValue<typeof FollowUpOriginEnum>;

const PLACE_NOT_FOUND = { en: 'There is no such place within reach', zh: '管辖范围内没有该单位或区划' };
const NOT_FOUND = { en: 'There is no such record within reach', zh: '管辖范围内没有该记录' };
const DATE_INVALID = {
  en: 'The day lies in the future, or in the wrong order',
  zh: '日期晚于今天或先后有误',
};
const TEXT_INVALID = {
  en: 'Each text has 4 to 500 characters and no number of a person',
  zh: '文字应为4至500字，不得含证件号码',
};
const NUMBER_INVALID = {
  en: 'A document number has 2 to 64 characters and no number of a person',
  zh: '文号应为2至64字，不得含个人号码',
};

export const RecordMeetingErrorEnum = labelledEnum(
  'RecordMeetingErrorCode',
  { en: 'Why a meeting was not recorded', zh: '会议未登记的原因' },
  {
    PLACE_NOT_FOUND,
    DATE_INVALID,
    TEXT_INVALID,
    NUMBER_INVALID,
    BODIES_MISSING: { en: 'A meeting has bodies that were present', zh: '未填写参会单位' },
    TOO_MANY: { en: 'At most 50 decisions', zh: '决定事项不得超过50项' },
  },
);

export const RecordInspectionErrorEnum = labelledEnum(
  'RecordInspectionErrorCode',
  { en: 'Why an inspection was not recorded', zh: '督导检查未登记的原因' },
  {
    PLACE_NOT_FOUND,
    DATE_INVALID,
    TEXT_INVALID,
    NUMBER_INVALID,
    TOO_MANY: { en: 'At most 50 findings', zh: '发现问题不得超过50项' },
  },
);

export const RecordAccountabilityErrorEnum = labelledEnum(
  'RecordAccountabilityErrorCode',
  { en: 'Why it was not recorded', zh: '问责未登记的原因' },
  { NOT_FOUND, DATE_INVALID, NUMBER_INVALID },
);

export const CompleteFollowUpErrorEnum = labelledEnum(
  'CompleteFollowUpErrorCode',
  { en: 'Why a follow-up was not recorded as done', zh: '落实情况未登记的原因' },
  {
    NOT_FOUND,
    DATE_INVALID,
    NUMBER_INVALID,
    OTHER_OFFICE: {
      en: 'The office that held the meeting or made the inspection follows it up',
      zh: '应由召开会议或开展督查的单位跟踪落实',
    },
    ALREADY_DONE: { en: 'It was recorded as done', zh: '已登记落实' },
  },
);
