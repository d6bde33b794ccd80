import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const FieldPostEnum = labelledEnum(
  'FieldPost',
  { en: 'Post of somebody who visits', zh: '走访人员' },
  {
    VILLAGE_CADRE: { en: 'Village cadre', zh: '村干部' },
    TOWNSHIP_OFFICER: { en: 'Township officer', zh: '乡镇干部' },
    CLASS_TEACHER: { en: 'Class teacher', zh: '班主任' },
    POLICE_OFFICER: { en: 'Police officer', zh: '民警' },
  },
);
export type FieldPost = EnumValue<typeof FieldPostEnum>;

export const MetPersonEnum = labelledEnum(
  'MetPerson',
  { en: 'Whom a visit met', zh: '见到的人' },
  {
    CHILD: { en: 'The child', zh: '学生本人' },
    FATHER: { en: 'Father', zh: '父亲' },
    MOTHER: { en: 'Mother', zh: '母亲' },
    GRANDPARENT: { en: 'Grandparent', zh: '祖辈' },
    OTHER_GUARDIAN: { en: 'Other guardian', zh: '其他监护人' },
    NOBODY: { en: 'Nobody', zh: '无人' },
  },
);
export type MetPerson = EnumValue<typeof MetPersonEnum>;

export const PersuasionResultEnum = labelledEnum(
  'PersuasionResult',
  { en: 'Result of a persuasion visit', zh: '劝返结果' },
  {
    COMMITTED: { en: 'Return promised', zh: '承诺复学' },
    REFUSED: { en: 'Refused', zh: '拒绝复学' },
    NOT_MET: { en: 'Nobody met', zh: '未见到人' },
    RETURNED: { en: 'Returned', zh: '已复学' },
  },
);
export type PersuasionResult = EnumValue<typeof PersuasionResultEnum>;

export const VisitPlaceEnum = labelledEnum(
  'VisitPlace',
  { en: 'Place of a visit', zh: '走访地点' },
  {
    HOME: { en: 'Home', zh: '家中' },
    SCHOOL: { en: 'School', zh: '学校' },
    VILLAGE_OFFICE: { en: 'Village office', zh: '村委会' },
  },
);
export type VisitPlace = EnumValue<typeof VisitPlaceEnum>;
