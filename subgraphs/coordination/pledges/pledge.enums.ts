import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const PledgeStateEnum = labelledEnum(
  'ResponsibilityPledgeState',
  { en: 'Whether a pledge is signed', zh: '责任书签订情况', detail: 'computed; nobody enters it.' },
  {
    SIGNED: { en: 'Signed', zh: '已签订' },
    UNSIGNED: { en: 'Not signed', zh: '未签订', detail: 'the policy in force asks for it' },
  },
);
export type PledgeState = EnumValue<typeof PledgeStateEnum>;

export const RecordPledgeErrorEnum = labelledEnum(
  'RecordPledgeErrorCode',
  { en: 'Why a pledge was not recorded', zh: '责任书未登记的原因' },
  {
    NOT_FOUND: { en: 'No policy in force asks for such a pledge within reach', zh: '没有应签订的该责任书' },
    NOT_A_PARTY: { en: 'It is signed between other bodies', zh: '本单位不是签订方' },
    ALREADY_SIGNED: { en: 'It is recorded as signed', zh: '该责任书已登记' },
    DATE_INVALID: {
      en: 'The day lies in the future, or more than two months before the school year',
      zh: '日期晚于今天，或早于学年开始前两个月',
    },
    DOCUMENT_NUMBER_INVALID: {
      en: 'A document number has 2 to 64 characters and no number of a person',
      zh: '文号应为2至64字，不得含证件号码或电话号码',
    },
  },
);
export type RecordPledgeCode = EnumValue<typeof RecordPledgeErrorEnum>;
