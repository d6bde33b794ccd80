import type { RESPONSIBILITY_LEVELS, RESPONSIBILITY_PLACES } from '../../../policies/policy-vocabulary.js';
import { labelledEnum, type EnumValue, type Term } from '../../_kit/schema/label.js';

export const ResponsibilityLineEnum = labelledEnum(
  'ResponsibilityLine',
  { en: 'Line of responsibility', zh: '双线控辍' },
  {
    GOVERNMENT: { en: 'Government line', zh: '政府线' },
    EDUCATION: { en: 'Education line', zh: '教育线' },
  },
);
export type ResponsibilityLine = EnumValue<typeof ResponsibilityLineEnum>;

export const ResponsibilitySchemeEnum = labelledEnum(
  'ResponsibilityScheme',
  { en: 'Scheme of assigned responsibility', zh: '包保责任制' },
  {
    GOVERNMENT_CHAIN: { en: 'Government chain', zh: '县领导包乡镇、乡镇干部包村、村干部包组、组包户' },
    EDUCATION_CHAIN: { en: 'Education chain', zh: '局领导包学校、学校领导包年级、班主任包班、科任教师包人' },
    SEVEN_LEADERS: { en: 'Seven leaders', zh: '七长负责制' },
    FIVE_LEVEL_CONTACT: { en: 'Five-level contact', zh: '五级包联' },
    THREE_CONTRACTS: { en: 'Three contracts, three guarantees', zh: '三包三保' },
    TOWN_CHAIN: { en: 'Town chain', zh: '领导干部包片、驻村干部包村' },
    SCHOOL_CHAIN: { en: 'School chain', zh: '校长负总责、中层包年级、教师包班级' },
  },
);
export type ResponsibilityScheme = EnumValue<typeof ResponsibilitySchemeEnum>;

/** Within each line from the top down. */
export const ResponsibilityLevelEnum = labelledEnum(
  'ResponsibilityLevel',
  { en: 'Level of responsibility', zh: '责任层级' },
  {
    COUNTY: { en: 'County', zh: '县级' },
    TOWNSHIP: { en: 'Township', zh: '乡镇(街道)' },
    VILLAGE_RESIDENT: { en: 'Cadre resident in the village', zh: '驻村干部' },
    VILLAGE: { en: 'Village', zh: '村(社区)' },
    VILLAGE_GROUP: { en: "Villagers' group", zh: '村民小组' },
    PARTY_MEMBER: { en: 'Party member of the village', zh: '党员干部' },
    BUREAU: { en: 'Education bureau', zh: '教育局' },
    SCHOOL: { en: 'School', zh: '学校' },
    SCHOOL_DEPUTY: { en: 'Deputy head of the school', zh: '校级干部' },
    GRADE: { en: 'Middle manager or head of a grade', zh: '学校中层、年级组长' },
    CLASS: { en: 'Class', zh: '班级' },
    SUBJECT: { en: 'Subject teacher', zh: '科任教师' },
    GUARDIAN: { en: 'Guardian', zh: '家长' },
  } satisfies Record<(typeof RESPONSIBILITY_LEVELS)[number], Term>,
);
export type ResponsibilityLevel = EnumValue<typeof ResponsibilityLevelEnum>;

export const ResponsibilityPlaceEnum = labelledEnum(
  'ResponsibilityPlace',
  { en: 'What somebody answers for', zh: '包保对象' },
  {
    COUNTY: { en: 'County', zh: '全县' },
    TOWNSHIP: { en: 'Township', zh: '乡镇(街道)' },
    AREA: { en: 'Area of a township', zh: '片区' },
    VILLAGE: { en: 'Village', zh: '村(社区)' },
    VILLAGE_GROUP: { en: "Villagers' group", zh: '村民小组' },
    HOUSEHOLD: { en: 'Household', zh: '户' },
    SCHOOL: { en: 'School', zh: '学校' },
    GRADE: { en: 'Grade', zh: '年级' },
    CLASS: { en: 'Class', zh: '班级' },
    PUPIL: { en: 'Pupil', zh: '学生个人' },
  } satisfies Record<(typeof RESPONSIBILITY_PLACES)[number], Term>,
);
export type ResponsibilityPlace = EnumValue<typeof ResponsibilityPlaceEnum>;

export const ResponsibleRoleEnum = labelledEnum(
  'ResponsibleRole',
  { en: 'Role in the responsibility for keeping children in school', zh: '控辍保学责任人' },
  {
    FIRST: { en: 'First responsible', zh: '第一责任人' },
    DIRECT: { en: 'Directly responsible', zh: '直接责任人' },
    SUPERVISOR: { en: 'Supervisor', zh: '监督人' },
  },
);
export type ResponsibleRole = EnumValue<typeof ResponsibleRoleEnum>;

/** What the hub may not know of a child on another day than today. */
export const ResponsibilityPlaceKindEnum = labelledEnum(
  'ResponsibilityPlaceKind',
  { en: 'Kind of place to which a child belongs', zh: '学生归属类别' },
  {
    DIVISION: { en: 'Division', zh: '区划' },
    SCHOOL: { en: 'School', zh: '学校' },
    CLASS: { en: 'Class', zh: '班级' },
  },
);
export type ResponsibilityPlaceKind = EnumValue<typeof ResponsibilityPlaceKindEnum>;
