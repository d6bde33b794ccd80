import { labelledEnum } from '../_kit/schema/label.js';

export const RecommendedPlacementEnum = labelledEnum(
  'RecommendedPlacement',
  {
    en: 'Recommended placement',
    zh: '入学安置建议方式',
    detail: 'what the federation advises; where the child is taught is with education',
  },
  {
    SPECIAL_SCHOOL: { en: 'Special school', zh: '特殊教育学校就读' },
    REGULAR_CLASS: { en: 'Regular class', zh: '随班就读' },
    HOME_TEACHING: { en: 'Home teaching', zh: '送教上门' },
    NOT_ABLE_TO_STUDY: {
      en: 'Not able to study',
      zh: '不具备学习能力',
      detail: 'an opinion; absence from school needs a decision of its own',
    },
  },
);

export const RehabilitationKindEnum = labelledEnum(
  'RehabilitationKind',
  { en: 'Kind of rehabilitation', zh: '康复服务类别' },
  {
    TRAINING: { en: 'Training', zh: '康复训练' },
    SURGERY: { en: 'Surgery', zh: '手术' },
    HEARING_AID_FITTING: { en: 'Hearing aid fitting', zh: '助听器适配' },
    THERAPY: { en: 'Therapy', zh: '康复治疗' },
  },
);

export const AssistiveDeviceKindEnum = labelledEnum(
  'AssistiveDeviceKind',
  { en: 'Kind of assistive device', zh: '辅助器具类别' },
  {
    WHEELCHAIR: { en: 'Wheelchair', zh: '轮椅' },
    HEARING_AID: { en: 'Hearing aid', zh: '助听器' },
    WHITE_CANE: { en: 'White cane', zh: '盲杖' },
    CRUTCHES: { en: 'Crutches', zh: '拐杖' },
    VISUAL_AID: { en: 'Visual aid', zh: '助视器' },
  },
);
