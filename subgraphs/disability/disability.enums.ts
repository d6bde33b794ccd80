import { labelledEnum } from '../_kit/schema/label.js';

/** GB/T 26341-2010. Some published lists swap 1 and 2; the standard has visual first. */
export const DisabilityCategoryEnum = labelledEnum(
  'DisabilityCategory',
  { en: 'Category of disability', zh: '残疾类别' },
  {
    VISUAL: { en: 'Visual', zh: '视力残疾', code: '1' },
    HEARING: { en: 'Hearing', zh: '听力残疾', code: '2' },
    SPEECH: { en: 'Speech', zh: '言语残疾', code: '3' },
    PHYSICAL: { en: 'Physical', zh: '肢体残疾', code: '4' },
    INTELLECTUAL: { en: 'Intellectual', zh: '智力残疾', code: '5' },
    MENTAL: { en: 'Mental', zh: '精神残疾', code: '6' },
    MULTIPLE: { en: 'Multiple', zh: '多重残疾', code: '7' },
  },
);

export const DisabilityGradeEnum = labelledEnum(
  'DisabilityGrade',
  { en: 'Grade of disability', zh: '残疾等级' },
  {
    GRADE_1: { en: 'Grade 1', zh: '一级', code: '1', detail: 'the severest' },
    GRADE_2: { en: 'Grade 2', zh: '二级', code: '2' },
    GRADE_3: { en: 'Grade 3', zh: '三级', code: '3' },
    GRADE_4: { en: 'Grade 4', zh: '四级', code: '4' },
  },
);

export const ParentEnum = labelledEnum(
  'CertifiedParent',
  { en: 'Which parent holds a certificate', zh: '持证父母' },
  {
    FATHER: { en: 'Father', zh: '父亲' },
    MOTHER: { en: 'Mother', zh: '母亲' },
  },
);

export const CertificateStateEnum = labelledEnum(
  'CertificateState',
  { en: 'State of a disability certificate', zh: '残疾人证状态' },
  {
    VALID: { en: 'Valid', zh: '有效' },
    REASSESSMENT: { en: 'To be assessed again', zh: '待重新评定' },
    EXPIRED: { en: 'Expired', zh: '过期' },
    CANCELLED: { en: 'Cancelled', zh: '注销' },
  },
);
