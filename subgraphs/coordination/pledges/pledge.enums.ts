import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const TargetUnitEnum = labelledEnum(
  'TargetUnit',
  { en: 'What a target counts in', zh: '目标单位' },
  {
    PERCENT: { en: 'Per cent', zh: '百分比' },
    CHILDREN: { en: 'Children', zh: '人数' },
  },
);

export const PledgeStateEnum = labelledEnum(
  'ResponsibilityPledgeState',
  { en: 'Whether a pledge is signed', zh: '责任书签订情况', detail: 'computed; nobody enters it.' },
  {
    SIGNED: { en: 'Signed', zh: '已签订' },
    UNSIGNED: { en: 'Not signed', zh: '未签订', detail: 'the policy in force asks for it' },
  },
);
export type PledgeState = EnumValue<typeof PledgeStateEnum>;

const DATE_INVALID = {
  en: 'The day lies in the future, or more than two months before the school year',
  zh: '日期晚于今天，或早于学年开始前两个月',
};
const DOCUMENT_NUMBER_INVALID = {
  en: 'A document number has 2 to 64 characters and no number of a person',
  zh: '文号应为2至64字，不得含证件号码或电话号码',
};
const NOT_FOUND = {
  en: 'No policy in force asks for such a pledge within reach',
  zh: '没有应签订的该责任书',
};
const NOT_A_PARTY = { en: 'It is signed between other bodies', zh: '本单位不是签订方' };

export const RecordPledgeErrorEnum = labelledEnum(
  'RecordPledgeErrorCode',
  { en: 'Why a pledge was not recorded', zh: '责任书未登记的原因' },
  {
    NOT_FOUND,
    NOT_A_PARTY,
    ALREADY_SIGNED: { en: 'It is recorded as signed', zh: '该责任书已登记' },
    DATE_INVALID,
    DOCUMENT_NUMBER_INVALID,
  },
);
export type RecordPledgeCode = EnumValue<typeof RecordPledgeErrorEnum>;

export const CorrectPledgeErrorEnum = labelledEnum(
  'CorrectPledgeErrorCode',
  { en: 'Why a pledge was not put right', zh: '责任书未更正的原因' },
  {
    NOT_FOUND,
    NOT_A_PARTY,
    NOT_RECORDED: { en: 'It is not recorded as signed', zh: '该责任书尚未登记' },
    STALE_VERSION: { en: 'Somebody has changed it since; look at it again', zh: '登记已有更新，请重新查看' },
    DATE_INVALID,
    DOCUMENT_NUMBER_INVALID,
  },
);
export type CorrectPledgeCode = EnumValue<typeof CorrectPledgeErrorEnum>;
