import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const OpenScreeningCampaignErrorEnum = labelledEnum(
  'OpenScreeningCampaignErrorCode',
  { en: 'Why a campaign was not opened', zh: '未启动摸排活动的原因' },
  {
    AREA_NOT_FOUND: {
      en: 'The area is not yours, or has no village',
      zh: '区划不在管辖范围内或没有村(社区)',
    },
    DATES_INVALID: {
      en: 'The last day comes before the first, or has passed',
      zh: '截止日期早于开始日期或已过',
    },
    ALREADY_OPEN: { en: 'The campaign of this academic year exists', zh: '本学年该活动已启动' },
  },
);
export type OpenScreeningCampaignErrorCode = EnumValue<typeof OpenScreeningCampaignErrorEnum>;

export const AssignScreeningErrorEnum = labelledEnum(
  'AssignScreeningErrorCode',
  { en: 'Why an assignment was not changed', zh: '未变更普查任务的原因' },
  {
    NOT_FOUND: { en: 'There is no such assignment within reach', zh: '没有该普查任务' },
    CHANGED_MEANWHILE: { en: 'Somebody changed it meanwhile; read it again', zh: '他人已修改，请重新查看' },
    TEXT_INVALID: { en: 'The name has 1 to 50 characters', zh: '责任人姓名应为1至50字' },
    COUNT_INVALID: { en: 'Households: 0 to 100,000', zh: '户数应为0至100000' },
  },
);
export type AssignScreeningErrorCode = EnumValue<typeof AssignScreeningErrorEnum>;

export const RecordHouseholdErrorEnum = labelledEnum(
  'RecordHouseholdScreeningErrorCode',
  { en: 'Why a household was not recorded', zh: '未登记入户结果的原因' },
  {
    NOT_FOUND: { en: 'There is no such assignment within reach', zh: '没有该普查任务' },
    ALREADY_RECORDED: {
      en: 'The household is recorded; to correct it, give the version that you read',
      zh: '该户已登记，如需更正请填写所查看的版本',
    },
    CHANGED_MEANWHILE: { en: 'Somebody changed it meanwhile; read it again', zh: '他人已修改，请重新查看' },
    DAY_INVALID: {
      en: 'A visit or check lies before the campaign or in the future',
      zh: '入户或核查日期早于活动开始或晚于今天',
    },
    MEMBERS_MISSING: { en: 'A visited household has a member', zh: '已入户的家庭至少登记一名成员' },
    MEMBERS_TOO_MANY: { en: 'A household has 30 members at most', zh: '每户最多登记30名成员' },
    MEMBERS_UNEXPECTED: { en: 'A household that was not met has no members', zh: '未见到的家庭不登记成员' },
    BIRTH_DATE_INVALID: { en: 'A birth date lies in the future', zh: '出生日期晚于今天' },
    GRADE_INVALID: { en: 'Grades are 1 to 9, and 10 for a senior school', zh: '年级应为1至9，高中阶段填10' },
    SCHOOL_UNKNOWN: { en: 'The county has no such school', zh: '本县没有该学校' },
    CHECK_INCOMPLETE: {
      en: 'Schooling that was checked has who checked it and when',
      zh: '已核查的就学情况应填写核查人和核查日期',
    },
    CHILD_NOT_FOUND: { en: 'There is no such child within reach', zh: '没有该学生' },
    TEXT_INVALID: { en: 'A text is empty or too long', zh: '文字为空或过长' },
  },
);
export type RecordHouseholdErrorCode = EnumValue<typeof RecordHouseholdErrorEnum>;
