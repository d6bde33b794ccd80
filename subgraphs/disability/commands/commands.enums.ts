import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const RecommendPlacementErrorEnum = labelledEnum(
  'RecommendPlacementErrorCode',
  { en: 'Why a recommendation was not recorded', zh: '安置建议未登记的原因' },
  {
    CHILD_NOT_FOUND: { en: 'There is no such child on the register within reach', zh: '没有该在册儿童' },
    DATE_INVALID: {
      en: 'The day lies in the future, or before the last recommendation',
      zh: '日期晚于今天或早于上次建议',
    },
    ALREADY_RECOMMENDED: { en: 'This is what is recommended already', zh: '已出具该建议' },
  },
);
export type RecommendPlacementCode = EnumValue<typeof RecommendPlacementErrorEnum>;

export const RecordHomeMedicalVisitErrorEnum = labelledEnum(
  'RecordHomeMedicalVisitErrorCode',
  { en: 'Why a home medical visit was not recorded', zh: '送医记录未登记的原因' },
  {
    CHILD_NOT_FOUND: { en: 'There is no such child on the register within reach', zh: '没有该在册儿童' },
    DATE_INVALID: { en: 'The day lies in the future', zh: '日期晚于今天' },
    INSTITUTION_INVALID: {
      en: 'The institution has 2 to 60 characters and no number of a person',
      zh: '医疗机构名称应为2至60字，不得含证件号码',
    },
    ALREADY_RECORDED: { en: 'This visit stands on the list', zh: '该次送医已登记' },
  },
);
export type RecordHomeMedicalVisitCode = EnumValue<typeof RecordHomeMedicalVisitErrorEnum>;
