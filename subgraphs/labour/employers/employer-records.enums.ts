import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

/** Why nothing was recorded of an employer: each mutation gives those that can happen to it. */
export const EmployerRecordErrorEnum = labelledEnum(
  'EmployerRecordErrorCode',
  { en: 'Why nothing was recorded of an employer', zh: '用人单位未登记的原因' },
  {
    EMPLOYER_NOT_FOUND: { en: 'There is no such employer within reach', zh: '没有该用人单位' },
    DATE_IN_FUTURE: { en: 'The day is later than today', zh: '日期不得晚于今天' },
    INSPECTORS_TOO_FEW: {
      en: 'An inspection has two inspectors at least',
      zh: '劳动保障监察员不得少于2人',
      detail: '劳动保障监察条例 第十六条',
    },
    COUNT_INVALID: {
      en: 'A number of persons is 0 or more, and those under 16 are no more than those met',
      zh: '人数不得为负，且未满16周岁人数不得超过在岗人数',
    },
    SITE_INVALID: {
      en: 'A site has 1 to 60 characters, and never the number of a person',
      zh: '检查地点应为1至60字，且不得填写身份证号、电话号码',
    },
    AMOUNT_INVALID: {
      en: 'A fine has an amount of more than 0 yuan; other sanctions have none',
      zh: '罚款须填写大于0的金额，其他处罚不填写金额',
    },
  },
);
export type EmployerRecordErrorCode = EnumValue<typeof EmployerRecordErrorEnum>;
