import { labelledEnum } from '../../_kit/schema/label.js';

export const EmployerKindEnum = labelledEnum(
  'EmployerKind',
  { en: 'Kind of employer', zh: '用人单位类别' },
  {
    COMPANY: { en: 'Company', zh: '企业' },
    SOLE_TRADER: { en: 'Sole trader', zh: '个体工商户' },
    UNLICENSED: {
      en: 'Without a licence',
      zh: '无营业执照',
      detail: 'has no credit code; fines are doubled and the business is banned',
    },
  },
);

export const EmployerIndustryEnum = labelledEnum(
  'EmployerIndustry',
  { en: 'Industry of an employer', zh: '用人单位行业' },
  {
    CATERING: { en: 'Catering', zh: '餐饮' },
    GARMENTS: { en: 'Garments', zh: '服装加工' },
    HAIRDRESSING: { en: 'Hairdressing', zh: '美发' },
    CONSTRUCTION: { en: 'Construction', zh: '建筑' },
    FARMING: { en: 'Farming', zh: '种植养殖' },
    RETAIL: { en: 'Retail', zh: '零售' },
    CAR_WASH: { en: 'Car wash', zh: '洗车' },
  },
);

export const LabourInspectionKindEnum = labelledEnum(
  'LabourInspectionKind',
  { en: 'Kind of labour inspection', zh: '劳动监察类别' },
  {
    ROUTINE: { en: 'Routine', zh: '日常巡查' },
    SPECIAL: { en: 'Special campaign', zh: '专项检查' },
    COMPLAINT: { en: 'On a complaint', zh: '举报投诉专查' },
    JOINT: { en: 'Joint', zh: '联合检查', detail: 'with market supervision or other bodies' },
  },
);

export const LicenceSanctionKindEnum = labelledEnum(
  'LicenceSanctionKind',
  { en: 'Kind of sanction', zh: '处罚类别' },
  {
    FINE: { en: 'Fine', zh: '罚款' },
    REVOCATION: { en: 'Licence revoked', zh: '吊销营业执照' },
  },
);
