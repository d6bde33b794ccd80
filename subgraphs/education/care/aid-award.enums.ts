import { labelledEnum } from '../../_kit/schema/label.js';

export const AidProgrammeEnum = labelledEnum(
  'AidProgramme',
  { en: 'Programme of student aid', zh: '学生资助项目' },
  {
    BOARDING_SUBSIDY: { en: 'Living subsidy for boarders', zh: '寄宿生生活补助' },
    DAY_PUPIL_SUBSIDY: { en: 'Living subsidy for day pupils', zh: '非寄宿生生活补助' },
    NUTRITION_IMPROVEMENT: { en: 'Nutrition improvement plan', zh: '农村义务教育学生营养改善计划' },
    THREE_EXEMPTIONS_ONE_SUBSIDY: { en: 'Three exemptions, one subsidy', zh: '三免一补' },
    CHARITY: { en: 'Charity funds', zh: '爱心资金' },
    REDUCTION_DEFERRAL_WAIVER: { en: 'Reduction, deferral or waiver of fees', zh: '减缓免' },
  },
);

export const SchoolTermEnum = labelledEnum(
  'SchoolTerm',
  { en: 'Term of the academic year', zh: '学期' },
  {
    AUTUMN: { en: 'Autumn term', zh: '秋季学期' },
    SPRING: { en: 'Spring term', zh: '春季学期' },
  },
);
