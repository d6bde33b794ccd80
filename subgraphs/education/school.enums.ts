import { labelledEnum } from '../_kit/schema/label.js';

export const SchoolKindEnum = labelledEnum(
  'SchoolKind',
  { en: 'Kind of school', zh: '学校类别' },
  {
    PRIMARY: { en: 'Primary school', zh: '小学' },
    TEACHING_POINT: { en: 'Teaching point', zh: '教学点' },
    JUNIOR_SECONDARY: { en: 'Junior secondary school', zh: '初级中学' },
    NINE_YEAR_SCHOOL: { en: 'Nine-year school', zh: '九年一贯制学校' },
    SPECIAL_SCHOOL: { en: 'Special education school', zh: '特殊教育学校' },
  },
);
