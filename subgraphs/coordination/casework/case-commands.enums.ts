import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

/** Why nothing was recorded about a case: each mutation gives those that can happen to it. */
export const CaseErrorEnum = labelledEnum(
  'CaseErrorCode',
  { en: 'Why nothing was recorded about a case', zh: '个案未登记的原因' },
  {
    CHILD_NOT_FOUND: { en: 'There is no such child within reach', zh: '没有该学生' },
    NOT_FOUND: { en: 'There is no such case within reach', zh: '没有该个案' },
    STALE_VERSION: {
      en: 'Somebody or a comparison has changed it since; look at it again',
      zh: '个案已有更新，请重新查看',
    },
    OTHER_TOWNSHIP: {
      en: 'The case belongs to another township: where the child lives',
      zh: '个案由学生居住地乡镇(街道)办理',
    },
    OPEN_ALREADY: { en: 'The child has an open case', zh: '该学生已有在办个案' },
    PLACE_UNKNOWN: {
      en: 'No register says in which township the child belongs; the county has to settle that first',
      zh: '无法确定所属乡镇(街道)，请先由县级核定',
    },
    CLOSED: {
      en: 'The case is closed; only what happened while it was open can still be recorded',
      zh: '个案已销号，仅可补录销号前的情况',
    },
    DATE_INVALID: {
      en: 'The day lies in the future, before the case was opened or before an earlier one was closed',
      zh: '日期晚于今天，或早于立案、上一个案销号日期',
    },
    NEXT_DATE_INVALID: {
      en: 'What is agreed for later lies after the day of the visit',
      zh: '约定日期应晚于走访日期',
    },
    COMMITMENT_NOT_MADE: {
      en: 'Only who promised a return has a day for it',
      zh: '未承诺复学不填写承诺日期',
    },
    NOBODY_TOOK_PART: { en: 'Name one post at least', zh: '至少填写一个参加岗位' },
    MET_INVALID: {
      en: 'Whom the visit met does not go with its result',
      zh: '见到的人与劝返结果不符',
    },
    PLACE_INVALID: {
      en: 'A placement in the county names its school; one elsewhere names none',
      zh: '县内安置须填写学校，县外安置不填写',
    },
    SCHOOL_NOT_FOUND: { en: 'No school of the county has this code', zh: '本县没有该学校标识码的学校' },
    SCHOOLS_UNKNOWN: {
      en: 'The list of schools comes with the first comparison; until then no place in the county can be recorded',
      zh: '尚未完成首次比对，学校名单未知，暂不能登记县内安置',
    },
    CLASS_INVALID: {
      en: 'The code of a class is that of its school and up to four digits or letters',
      zh: '班级标识码应为学校标识码加不超过四位数字或字母',
    },
    NOT_RETURNED: { en: 'The child has not returned', zh: '该学生尚未复学' },
    ATTENDANCE_KNOWN: {
      en: 'The sheets of the school show whether the child comes; nobody else says so',
      zh: '考勤已可核实，无需另行登记',
    },
  },
);
export type CaseErrorCode = EnumValue<typeof CaseErrorEnum>;

export const PlanErrorEnum = labelledEnum(
  'PlanErrorCode',
  { en: 'Why a measure was not recorded', zh: '帮扶措施未登记的原因' },
  {
    CHILD_NOT_FOUND: { en: 'There is no such child within reach', zh: '没有该学生' },
    OTHER_TOWNSHIP: {
      en: 'The child has a case, which belongs to another township: where the child lives',
      zh: '个案由学生居住地乡镇(街道)办理',
    },
    NOT_FOUND: { en: 'There is no such measure within reach', zh: '没有该帮扶措施' },
    STALE_VERSION: { en: 'Somebody has changed it since; look at it again', zh: '措施已有更新，请重新查看' },
    DUE_DATE_INVALID: { en: 'A measure is due today or later', zh: '完成时限不得早于今天' },
    REVIEW_DATE_INVALID: { en: 'A review is today or later', zh: '复核日期不得早于今天' },
    ALREADY_PLANNED: { en: 'The plan has this measure, and it is not done', zh: '方案中已有该未完成的措施' },
    DONE_ALREADY: { en: 'It is done', zh: '该措施已完成' },
    DATE_INVALID: { en: 'The day lies in the future, or before the plan', zh: '日期晚于今天或早于方案' },
    DONE_DATE_INVALID: {
      en: 'The day lies in the future, or more than a year back',
      zh: '完成日期晚于今天或早于一年前',
    },
    EVIDENCE_INVALID: {
      en: 'A paper has a number of up to 64 characters, and never that of a person',
      zh: '佐证材料编号应为1至64字，且不得填写身份证号',
    },
  },
);
export type PlanErrorCode = EnumValue<typeof PlanErrorEnum>;
