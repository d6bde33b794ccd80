import { BODIES, type PolicyBody } from '../../../policies/bodies.js';
import {
  DUTY_KINDS,
  PUBLICITY_CHANNELS,
  type DutyKind,
  type PublicityChannel,
} from '../../../policies/duty-kinds.js';
import { labelledEnum, type EnumValue, type Term } from '../../_kit/schema/label.js';
import type { DutyPlaceKind } from './duty-places.js';

export const DutyKindEnum = labelledEnum<DutyKind>(
  'DutyKind',
  { en: 'Kind of duty', zh: '职责类别' },
  DUTY_KINDS,
);

export const DutyBodyEnum = labelledEnum<PolicyBody>(
  'DutyBody',
  { en: 'Body that owes or receives something', zh: '责任主体' },
  BODIES,
);

export const PublicityChannelEnum = labelledEnum<PublicityChannel>(
  'PublicityChannel',
  { en: 'Way to reach families', zh: '宣传途径' },
  PUBLICITY_CHANNELS,
);

export const DutyPlaceKindEnum = labelledEnum(
  'DutyPlaceKind',
  { en: 'Level at which a duty is done', zh: '履职层级' },
  {
    PROVINCE: { en: 'Province', zh: '省级' },
    PREFECTURE: { en: 'Prefecture', zh: '地市' },
    COUNTY: { en: 'County', zh: '县级' },
    TOWNSHIP: { en: 'Township or sub-district', zh: '乡镇(街道)' },
    VILLAGE: { en: 'Village or community', zh: '村(社区)' },
    SCHOOL: { en: 'School', zh: '学校' },
  } satisfies Record<DutyPlaceKind, Term>,
);

export const DutyStateEnum = labelledEnum(
  'DutyState',
  { en: 'How a duty stands', zh: '履职状态', detail: 'computed; nobody enters it.' },
  {
    NOT_YET_OPEN: { en: 'Its time has not come', zh: '未到办理期' },
    DUE: { en: 'To be done', zh: '待办' },
    OVERDUE: { en: 'Not handed in in time', zh: '逾期未报' },
    SUBMITTED: { en: 'Handed in', zh: '已报送' },
    SUBMITTED_LATE: { en: 'Handed in late', zh: '逾期报送' },
    SIGNED_OFF: { en: 'Signed off by the receiver', zh: '已签收确认' },
    RETURNED: { en: 'Sent back by the receiver', zh: '已退回' },
    UNKNOWN: {
      en: 'Not known',
      zh: '无法判定',
      detail: 'the dates of the term or the holidays are not announced',
    },
  },
);

export const DutyUnknownReasonEnum = labelledEnum(
  'DutyUnknownReason',
  { en: 'Why a due day is not known', zh: '期限无法确定的原因' },
  {
    NOT_ANNOUNCED: { en: 'The holidays of that year are not announced', zh: '当年节假日安排未公布' },
    TERM_DATES_MISSING: { en: 'No policy gives the dates of the term', zh: '未规定学期起止日期' },
  },
);

export const DutyEvidenceKindEnum = labelledEnum(
  'DutyEvidenceKind',
  { en: 'What shows that a duty was done', zh: '履职佐证材料' },
  {
    REPORT: { en: 'Written report', zh: '书面报告' },
    DOCUMENT: { en: 'Official document or notice', zh: '公文、通报' },
    MINUTES: { en: 'Minutes', zh: '会议纪要' },
    ROSTER: { en: 'Roster or ledger', zh: '花名册、台账' },
    MATERIAL: { en: 'Publicity material', zh: '宣传资料' },
    PHOTO: { en: 'Photo or recording', zh: '影像资料' },
  },
);
export type DutyEvidenceKind = EnumValue<typeof DutyEvidenceKindEnum>;

/** Figures that a record of a duty may carry: counts of a whole place, never of a person. */
export const DutyFigureEnum = labelledEnum(
  'DutyFigureName',
  { en: 'Figure in a record of a duty', zh: '报送数据项' },
  {
    MOVED_IN: { en: 'Pupils who came in', zh: '流入学生数' },
    MOVED_OUT: { en: 'Pupils who moved out', zh: '流出学生数' },
    LOST: { en: 'Pupils lost', zh: '流失学生数' },
    ON_ROLL: { en: 'Pupils on the roll', zh: '在册学生数' },
    PRESENT: { en: 'Pupils present', zh: '实到学生数' },
    CHECKED: { en: 'Children or households checked', zh: '核查数' },
    VISITED: { en: 'Homes or schools visited', zh: '走访数' },
    REACHED: { en: 'Families reached by publicity', zh: '宣传覆盖户数' },
    FINDINGS: { en: 'Problems found', zh: '发现问题数' },
  },
);
export type DutyFigureName = EnumValue<typeof DutyFigureEnum>;

const NOT_FOUND = { en: 'There is no such duty within reach', zh: '管辖范围内没有该项工作任务' };
const VERSION_STALE = {
  en: 'Somebody changed the record meanwhile; read it again',
  zh: '记录已被他人更新，请刷新后重试',
};
const TEXT_INVALID = {
  en: 'The text has 4 to 500 characters and no number of a person',
  zh: '文字应为4至500字，不得含证件号码',
};

export const SubmitDutyErrorEnum = labelledEnum(
  'SubmitDutyErrorCode',
  { en: 'Why a duty was not handed in', zh: '未能报送的原因' },
  {
    NOT_FOUND,
    NOT_YOUR_DUTY: { en: 'Another body owes it', zh: '不属于本单位职责' },
    NOT_YET_OPEN: { en: 'Its time has not come', zh: '未到办理期' },
    PERIOD_INVALID: { en: 'The day lies in the future', zh: '日期晚于今天' },
    ALREADY_SUBMITTED: { en: 'It was handed in and not sent back', zh: '已报送且未被退回' },
    VERSION_STALE,
    EVIDENCE_INVALID: {
      en: 'A document has a number without personal numbers and a day not after today',
      zh: '材料应有文号（不含个人号码），日期不得晚于今天',
    },
    FIGURE_INVALID: {
      en: 'Each figure is given once, between 0 and 1 000 000',
      zh: '数据项不得重复，应为0至1000000',
    },
    TEXT_INVALID,
  },
);

export const SignOffDutyErrorEnum = labelledEnum(
  'SignOffDutyErrorCode',
  { en: 'Why a duty was not signed off', zh: '未能签收的原因' },
  {
    NOT_FOUND,
    NOT_RECEIVER: { en: 'The policy names another receiver', zh: '本单位不是规定的接收单位' },
    OWN_RECORD: {
      en: 'Nobody signs off what they or their own body handed in',
      zh: '不得签收本人或本单位报送的材料',
    },
    NOT_SUBMITTED: { en: 'There is nothing to be signed off', zh: '没有待签收的报送' },
    VERSION_STALE,
  },
);

export const ReturnDutyErrorEnum = labelledEnum(
  'ReturnDutyErrorCode',
  { en: 'Why a duty was not sent back', zh: '未能退回的原因' },
  { ...SignOffDutyErrorEnum.terms, TEXT_INVALID },
);
