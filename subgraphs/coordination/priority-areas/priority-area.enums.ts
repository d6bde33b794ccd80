import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const PriorityAreaKindEnum = labelledEnum(
  'PriorityAreaKind',
  { en: 'Why a division is monitored first', zh: '重点监测地区类别' },
  {
    RURAL: { en: 'Rural area', zh: '农村' },
    ECOLOGICAL_MIGRATION: {
      en: 'Ecological-migration village',
      zh: '生态移民村',
      detail: 'not a site of poverty-alleviation relocation',
    },
    FLOATING_POPULATION: { en: 'Area of floating population', zh: '流动人口相对集中区域' },
  },
);
export type PriorityAreaKind = EnumValue<typeof PriorityAreaKindEnum>;

export const MarkPriorityAreaErrorEnum = labelledEnum(
  'MarkPriorityAreaErrorCode',
  { en: 'Why a division was not marked', zh: '重点监测地区未登记的原因' },
  {
    DIVISION_NOT_FOUND: {
      en: 'No township or village of this code within reach',
      zh: '没有该乡镇(街道)或村(社区)',
    },
    DATE_INVALID: { en: 'The day lies in the future', zh: '日期晚于今天' },
    DOCUMENT_NUMBER_INVALID: {
      en: 'A document number has 2 to 64 characters and no number of a person',
      zh: '文号应为2至64字，不得含证件号码或电话号码',
    },
    ALREADY_MARKED: { en: 'It is marked so already', zh: '已登记为该类重点监测地区' },
  },
);
export type MarkPriorityAreaCode = EnumValue<typeof MarkPriorityAreaErrorEnum>;

export const EndPriorityAreaErrorEnum = labelledEnum(
  'EndPriorityAreaErrorCode',
  { en: 'Why a mark was not ended', zh: '重点监测地区未取消的原因' },
  {
    NOT_FOUND: { en: 'No such mark holds within reach', zh: '没有该重点监测地区' },
    DATE_INVALID: { en: 'The day lies in the future, or before the mark', zh: '日期晚于今天或早于登记日期' },
  },
);
export type EndPriorityAreaCode = EnumValue<typeof EndPriorityAreaErrorEnum>;
