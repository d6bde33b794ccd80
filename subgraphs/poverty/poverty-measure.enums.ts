import { labelledEnum } from '../_kit/schema/label.js';

export const PovertyMeasureKindEnum = labelledEnum(
  'PovertyMeasureKind',
  { en: 'Kind of poverty measure', zh: '帮扶措施类别' },
  {
    EDUCATION_AID: { en: 'Education aid', zh: '教育帮扶', detail: 'beside the aid that schools award' },
    PUBLIC_POST: { en: 'Public-welfare post', zh: '公益性岗位' },
    INDUSTRY_SUPPORT: { en: 'Support of a trade', zh: '产业帮扶' },
    MEDICAL_AID: { en: 'Medical aid', zh: '健康帮扶' },
    HOUSING: { en: 'Housing', zh: '住房安全保障' },
    MICROCREDIT: { en: 'Microcredit', zh: '小额信贷' },
  },
);
