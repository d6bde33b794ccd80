import { labelledEnum } from '../../_kit/schema/label.js';

export const EducationPlacementModeEnum = labelledEnum(
  'EducationPlacementMode',
  { en: 'Where a child with a disability is taught', zh: '教育安置方式' },
  {
    SPECIAL_SCHOOL: { en: 'Special school', zh: '特殊教育学校就读' },
    REGULAR_CLASS: { en: 'Regular class', zh: '随班就读' },
    HOME_TEACHING: { en: 'Home teaching', zh: '送教上门' },
  },
);

export const HomeTeachingContentEnum = labelledEnum(
  'HomeTeachingContent',
  { en: 'Content of a home-teaching visit', zh: '送教内容' },
  {
    LIFE_SKILLS: { en: 'Life skills', zh: '生活适应' },
    LANGUAGE: { en: 'Language', zh: '生活语文' },
    MATHEMATICS: { en: 'Mathematics', zh: '生活数学' },
    REHABILITATION: { en: 'Rehabilitation training', zh: '康复训练' },
  },
);
