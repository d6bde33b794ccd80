import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const ReturnModeEnum = labelledEnum(
  'ReturnMode',
  { en: 'How a returned child is placed', zh: '复学安置方式' },
  {
    OWN_CLASS: { en: 'Own class', zh: '回原班就读' },
    OTHER_CLASS: { en: 'Another class', zh: '编入其他班级' },
    VOCATIONAL: { en: 'Vocational courses', zh: '职业教育' },
    SPECIAL_SCHOOL: { en: 'Special school', zh: '特殊教育学校' },
    HOME_TEACHING: { en: 'Home teaching', zh: '送教上门' },
    OUT_OF_COUNTY: { en: 'School elsewhere', zh: '县外就读' },
  },
);
export type ReturnMode = EnumValue<typeof ReturnModeEnum>;

export const ReturnCheckEnum = labelledEnum(
  'ReturnCheckResult',
  { en: 'What a check of a return found', zh: '复学跟踪结果' },
  {
    IN_SCHOOL: { en: 'At school or taught at home', zh: '在学' },
    NOT_IN_SCHOOL: { en: 'Not at school', zh: '未在学' },
    NOT_MET: { en: 'Nobody met', zh: '未见到人' },
  },
);
export type ReturnCheckResult = EnumValue<typeof ReturnCheckEnum>;
