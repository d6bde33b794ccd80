import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const ScreeningCampaignKindEnum = labelledEnum(
  'ScreeningCampaignKind',
  { en: 'Kind of screening campaign', zh: '摸排活动类别' },
  {
    SCHOOL_HOUSEHOLD_CENSUS: {
      en: 'School-household census',
      zh: '学户普查',
      detail: 'every year; the villages visit',
    },
    HOUSEHOLD_EDUCATION_REGISTER: {
      en: 'Household education register',
      zh: '文化户口',
      detail: 'schools visit their catchment areas, villages what lies in none',
    },
  },
);
export type ScreeningCampaignKind = EnumValue<typeof ScreeningCampaignKindEnum>;

export const ScreeningAnswererEnum = labelledEnum(
  'ScreeningAnswerer',
  { en: 'Who answers for a return', zh: '摸排责任方' },
  {
    VILLAGE: { en: 'Village or community', zh: '村(社区)' },
    SCHOOL: { en: 'School of the catchment area', zh: '施教范围学校' },
  },
);

export const ScreeningStateEnum = labelledEnum(
  'ScreeningState',
  { en: 'How far a return is', zh: '摸排进度', detail: 'derived from the visits and the day' },
  {
    NOT_BEGUN: { en: 'No household visited', zh: '未开始' },
    UNDER_WAY: { en: 'Under way', zh: '进行中' },
    COMPLETE: { en: 'Every listed household visited, every member checked', zh: '已完成' },
    OVERDUE: { en: 'Due and not complete', zh: '逾期未完成' },
    UNKNOWN: {
      en: 'Due; how many households there are is not known',
      zh: '户数底数不明',
      detail: 'nobody has said how many there are, so nobody can say whether all were visited',
    },
  },
);
export type ScreeningState = EnumValue<typeof ScreeningStateEnum>;

export const HouseholdVisitResultEnum = labelledEnum(
  'HouseholdVisitResult',
  { en: 'How a visit to a household ended', zh: '入户结果' },
  {
    VISITED: { en: 'Visited', zh: '已入户' },
    NOBODY_AT_HOME: { en: 'Nobody at home', zh: '家中无人', detail: 'to be visited again' },
    MOVED_AWAY: { en: 'Moved away', zh: '已搬离' },
    NO_SUCH_HOUSEHOLD: { en: 'No such household', zh: '查无此户' },
  },
);

export const ScreeningPostEnum = labelledEnum(
  'ScreeningPost',
  { en: 'Post of who screens', zh: '摸排人员身份' },
  {
    VILLAGE_CADRE: { en: 'Village cadre', zh: '村(社区)干部' },
    TOWNSHIP_OFFICER: { en: 'Township officer', zh: '乡镇(街道)干部' },
    CLASS_TEACHER: { en: 'Class teacher', zh: '班主任' },
    SCHOOL_LEADER: { en: 'School leader', zh: '学校领导' },
    SUBJECT_TEACHER: { en: 'Subject teacher', zh: '科任教师' },
  },
);

/** GB/T 4761 by its first digits: who visits asks no more than that. */
export const ScreenedRelationEnum = labelledEnum(
  'ScreenedRelation',
  { en: 'Relation to the householder, as a visit writes it', zh: '与户主关系(摸排)' },
  {
    HOUSEHOLDER: { en: 'Householder', zh: '户主' },
    SPOUSE: { en: 'Spouse', zh: '配偶' },
    SON: { en: 'Son', zh: '子' },
    DAUGHTER: { en: 'Daughter', zh: '女' },
    GRANDCHILD: { en: 'Grandchild', zh: '孙子女或外孙子女' },
    PARENT: { en: 'Parent', zh: '父母' },
    GRANDPARENT: { en: 'Grandparent', zh: '祖父母或外祖父母' },
    SIBLING: { en: 'Sibling', zh: '兄弟姐妹' },
    OTHER_KIN: { en: 'Other kin', zh: '其他亲属' },
    NOT_KIN: { en: 'Not kin', zh: '非亲属' },
  },
);

export const ScreenedEducationLevelEnum = labelledEnum(
  'ScreenedEducationLevel',
  {
    en: 'Level of education, as a visit writes it',
    zh: '文化程度(摸排)',
    detail: 'the highest finished, or under way',
  },
  {
    NONE: { en: 'None', zh: '未上过学' },
    PRESCHOOL: { en: 'Preschool', zh: '学前教育' },
    PRIMARY: { en: 'Primary', zh: '小学' },
    JUNIOR_SECONDARY: { en: 'Junior secondary', zh: '初中' },
    SENIOR_SECONDARY: { en: 'Senior secondary', zh: '高中阶段' },
    TERTIARY: { en: 'Tertiary', zh: '大专及以上' },
  },
);

/** 是否在校、是否流转、是否辍学 (印府办发〔2020〕19号). */
export const ScreenedSchoolingEnum = labelledEnum(
  'ScreenedSchooling',
  { en: 'Where a visit found that somebody studies', zh: '摸排就学情况' },
  {
    STUDIES_IN_COUNTY: { en: 'Studies in the county', zh: '县内就读' },
    STUDIES_OUT_OF_COUNTY: { en: 'Studies in another county of the province', zh: '省内县外就读' },
    STUDIES_OUT_OF_PROVINCE: { en: 'Studies outside the province', zh: '省外就读' },
    STUDIES_ABROAD: { en: 'Studies abroad', zh: '境外就读' },
    NEVER_ENROLLED: { en: 'Never enrolled', zh: '未入学' },
    DROPPED_OUT: { en: 'Dropped out', zh: '辍学' },
    FINISHED: { en: 'Finished compulsory education', zh: '已完成义务教育' },
    NOT_YET_DUE: { en: 'Too young', zh: '未到入学年龄' },
  },
);
export type ScreenedSchooling = EnumValue<typeof ScreenedSchoolingEnum>;

/** 不重、不漏、不错 (昌市政办发〔2020〕16号). */
export const ScreeningCheckEnum = labelledEnum(
  'ScreeningCheck',
  { en: 'Check of a return', zh: '摸排质量核查' },
  {
    NO_DUPLICATE: { en: 'Nobody twice', zh: '不重' },
    NO_GAP: { en: 'Nobody left out', zh: '不漏' },
    NO_ERROR: { en: 'Nothing wrong', zh: '不错' },
  },
);
export type ScreeningCheck = EnumValue<typeof ScreeningCheckEnum>;

export const ScreeningProblemKindEnum = labelledEnum(
  'ScreeningProblemKind',
  { en: 'What a check of a return found', zh: '摸排问题类别' },
  {
    CHILD_IN_TWO_HOUSEHOLDS: { en: 'Child in two households of the campaign', zh: '一人多户' },
    HOUSEHOLD_IN_TWO_RETURNS: { en: 'Household in two returns of the campaign', zh: '一户多报' },
    HOUSEHOLDS_NOT_VISITED: { en: 'Listed households not visited', zh: '有户未访' },
    HOUSEHOLD_COUNT_UNKNOWN: {
      en: 'Number of households not known',
      zh: '底册户数不明',
      detail: 'nobody can say whether one was left out',
    },
    HOUSEHOLD_TO_VISIT_AGAIN: { en: 'Nobody was at home, to be visited again', zh: '家中无人待复访' },
    LISTED_CHILD_NOT_SEEN: {
      en: 'Child whom education knows to live here, in no household',
      zh: '在册儿童未摸排到',
      detail:
        'children whom only police know are found by the comparison of registers, since education does not know them',
    },
    MEMBER_NOT_CHECKED: { en: "Member's schooling not checked", zh: '家庭成员就学情况未核' },
    BIRTH_DATE_CONTRADICTS_NUMBER: { en: 'Birth date differs from the number', zh: '出生日期与证件号码不符' },
    NUMBER_INVALID: { en: 'Number missing or wrong', zh: '证件号码缺失或有误' },
    SCHOOL_MISSING: { en: 'Studies in the county, school not named', zh: '县内就读未填学校' },
    GRADE_CONTRADICTS_AGE: { en: 'Grade does not fit the age', zh: '年级与年龄不符' },
    BIRTH_DATE_CONTRADICTS_STATUS: {
      en: 'Birth date differs from the student status',
      zh: '出生日期与学籍不符',
    },
    SCHOOL_CONTRADICTS_STATUS: { en: 'School differs from the student status', zh: '就读学校与学籍不符' },
    NOT_STUDYING_CONTRADICTS_STATUS: { en: 'On a roll, found not to study', zh: '有学籍摸排未就读' },
    STUDIES_WITHOUT_STATUS: { en: 'Studies in the county without a status', zh: '县内就读无学籍' },
  },
);
export type ScreeningProblemKind = EnumValue<typeof ScreeningProblemKindEnum>;
