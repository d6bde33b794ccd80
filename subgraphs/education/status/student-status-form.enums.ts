import { labelledEnum } from '../../_kit/schema/label.js';

/** Items of the student-status form (学籍基础信息采集表), with its codes. */
export const IdentityDocumentEnum = labelledEnum(
  'IdentityDocument',
  { en: 'Kind of identity document', zh: '身份证件类型' },
  {
    RESIDENT_ID: { en: 'Resident ID number', zh: '居民身份证', code: '1' },
    HONG_KONG: { en: 'Hong Kong passport or identity card', zh: '香港特区护照或身份证明', code: '6' },
    MACAU: { en: 'Macau passport or identity card', zh: '澳门特区护照或身份证明', code: '7' },
    TAIWAN_PERMIT: { en: 'Travel permit of Taiwan residents', zh: '台湾居民来往大陆通行证', code: '8' },
    PERMANENT_RESIDENCE: { en: 'Permanent residence permit', zh: '境外永久居住证', code: '9' },
    PASSPORT: { en: 'Passport', zh: '护照', code: 'A' },
    OTHER: { en: 'Other', zh: '其他', code: 'Z' },
  },
);

export const RecordedDisabilityEnum = labelledEnum(
  'RecordedDisability',
  { en: 'Disability as the school wrote it', zh: '残疾类型(学籍口径)', detail: 'not a certificate' },
  {
    NONE: { en: 'None', zh: '无残疾' },
    VISUAL: { en: 'Visual', zh: '视力残疾' },
    HEARING: { en: 'Hearing', zh: '听力残疾' },
    SPEECH: { en: 'Speech', zh: '言语残疾' },
    PHYSICAL: { en: 'Physical', zh: '肢体残疾' },
    INTELLECTUAL: { en: 'Intellectual', zh: '智力残疾' },
    MENTAL: { en: 'Mental', zh: '精神残疾' },
    MULTIPLE: { en: 'Multiple', zh: '多重残疾' },
    OTHER: { en: 'Other', zh: '其他残疾' },
  },
);

export const RegularClassCategoryEnum = labelledEnum(
  'RegularClassCategory',
  { en: 'Learning in a regular class', zh: '随班就读类别' },
  {
    NONE: { en: 'Not a pupil of a regular class with a disability', zh: '非随班就读' },
    VISUAL: { en: 'Visual disability', zh: '视力残疾随班就读' },
    HEARING: { en: 'Hearing disability', zh: '听力残疾随班就读' },
    INTELLECTUAL: { en: 'Intellectual disability', zh: '智力残疾随班就读' },
    OTHER: { en: 'Other disability', zh: '其他残疾随班就读' },
  },
);

export const SchoolTravelModeEnum = labelledEnum(
  'SchoolTravelMode',
  { en: 'How a pupil travels to school', zh: '上下学交通方式' },
  {
    WALK: { en: 'On foot', zh: '步行' },
    CYCLE: { en: 'By bicycle', zh: '自行车' },
    PUBLIC: { en: 'Public transport', zh: '公共交通工具' },
    PARENTS: { en: 'With the parents', zh: '家长自行接送' },
    SCHOOL_BUS: { en: 'School bus', zh: '校车' },
    OTHER: { en: 'Other', zh: '其他' },
  },
);
