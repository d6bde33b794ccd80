import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const EducationStageEnum = labelledEnum(
  'EducationStage',
  { en: 'Stage of education', zh: '学段' },
  {
    PRESCHOOL: { en: 'Preschool', zh: '学前' },
    PRIMARY: { en: 'Primary', zh: '小学' },
    JUNIOR_SECONDARY: { en: 'Junior secondary', zh: '初中' },
  },
);
export type EducationStage = EnumValue<typeof EducationStageEnum>;
