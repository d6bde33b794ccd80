import { labelledEnum } from '../../_kit/schema/label.js';

export const TurnoverStageEnum = labelledEnum(
  'TurnoverStage',
  { en: 'Stage of a yearly statistic', zh: '统计学段' },
  {
    PRIMARY: { en: 'Primary', zh: '小学' },
    JUNIOR_SECONDARY: { en: 'Junior secondary', zh: '初中' },
  },
);

export const CohortStageEnum = labelledEnum(
  'CohortStage',
  { en: 'Stage that a cohort runs through', zh: '巩固率学段' },
  {
    PRIMARY: { en: 'Six years of primary school', zh: '小学六年' },
    JUNIOR_SECONDARY: { en: 'Three years of junior secondary school', zh: '初中三年' },
    COMPULSORY: { en: 'Nine years of compulsory education', zh: '九年义务教育' },
  },
);
