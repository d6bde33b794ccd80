import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const PlanScopeEnum = labelledEnum(
  'PlanScope',
  { en: 'Scope of a support plan', zh: '方案范围' },
  {
    PUPIL: { en: 'One pupil, one plan', zh: '一生一案' },
    HOUSEHOLD: { en: 'One household, one plan', zh: '一家一案' },
  },
);

/** The approaches that the source documents name; no document has all of them. */
export const ControlApproachEnum = labelledEnum(
  'ControlApproach',
  { en: 'Approach of a measure', zh: '控辍方式' },
  {
    BY_LAW: { en: 'By law', zh: '依法控辍' },
    ADMINISTRATIVE: { en: 'Administrative', zh: '行政控辍' },
    QUALITY: { en: 'By quality of teaching', zh: '质量控辍' },
    ANTI_POVERTY: { en: 'Against poverty', zh: '扶贫控辍' },
    GUARANTEE: { en: 'By guarantees', zh: '保障控辍' },
    AFFECTION: { en: 'By affection', zh: '情感控辍' },
    MANAGEMENT: { en: 'By management', zh: '管理控辍' },
    SAFETY: { en: 'By safety', zh: '安全控辍' },
    TEACHING: { en: 'By teaching', zh: '教学控辍' },
    SYSTEM: { en: 'By system', zh: '制度控辍' },
    RESPONSIBILITY: { en: 'By responsibility', zh: '责任控辍' },
  },
);
export type ControlApproach = EnumValue<typeof ControlApproachEnum>;

export const PlanMeasureEnum = labelledEnum(
  'PlanMeasureKind',
  { en: 'Measure of a support plan', zh: '帮扶措施' },
  {
    HOME_VISITS: { en: 'Regular home visits', zh: '定期家访' },
    REMEDIAL_LESSONS: { en: 'Remedial lessons', zh: '学业辅导' },
    COUNSELLING: { en: 'Counselling', zh: '心理辅导' },
    TEACHER_PAIRING: { en: 'Pairing with a teacher', zh: '教师结对' },
    AID_APPLICATION: { en: 'Application for aid', zh: '资助申请' },
    PLACEMENT: { en: 'Suitable placement', zh: '教育安置' },
    HOME_TEACHING: { en: 'Home teaching', zh: '送教上门' },
    SEARCH: { en: 'Search for the child', zh: '查找下落' },
    RETURN_FROM_WORK: { en: 'Return from work', zh: '离岗返校' },
    LEGAL_EDUCATION: { en: 'Legal education of the guardians', zh: '监护人法治教育' },
    VOCATIONAL_COURSES: { en: 'Vocational courses', zh: '职业技能课程' },
  },
);
export type PlanMeasureKind = EnumValue<typeof PlanMeasureEnum>;
