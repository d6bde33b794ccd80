import { labelledEnum } from '../../_kit/schema/label.js';

export const StudyAreaEnum = labelledEnum(
  'StudyArea',
  { en: 'Where a child studies, seen from this county', zh: '就读区域' },
  {
    OUT_OF_COUNTY: { en: 'In another county of the province', zh: '省内县外' },
    OUT_OF_PROVINCE: { en: 'In another province', zh: '省外' },
    ABROAD: { en: 'Abroad', zh: '境外' },
  },
);
