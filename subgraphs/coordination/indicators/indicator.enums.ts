import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const IndicatorKindEnum = labelledEnum(
  'IndicatorKind',
  { en: 'Indicator', zh: '指标' },
  {
    ENROLMENT_RATE: { en: 'Net enrolment rate', zh: '净入学率', detail: 'enrolled of the cohort per cohort' },
    GROSS_ENROLMENT_RATE: { en: 'Gross enrolment rate', zh: '毛入学率', detail: 'can exceed 100' },
    DROPOUT_RATE_CONFIRMED: {
      en: 'Confirmed dropout rate',
      zh: '辍学率(核实口径)',
      detail: 'out of school per cohort, by person',
    },
    DROPOUT_RATE_STATISTICAL: {
      en: 'Statistical dropout rate',
      zh: '辍学率(统计口径)',
      detail: 'who left less who came per pupils at the start of the last school year; can be below 0',
    },
    OPEN_DROPOUTS: { en: 'Children out of school', zh: '在册失学人数' },
    RETENTION_RATE: {
      en: 'Retention rate, with normal movers',
      zh: '巩固率(含正常流动)',
      detail: 'entrants who finish, here or elsewhere, per entrants who live',
    },
    AID_COVERAGE: {
      en: 'Aid coverage',
      zh: '应助尽助率',
      detail: 'who has all the aid it is known to be eligible for, per children known to be eligible for any',
    },
    VERIFICATION_RATE: {
      en: 'Suspected dropouts verified in time',
      zh: '疑似辍学按期核查率',
      detail: 'suspicions that somebody went to see in time, per those whose time is over or that were seen',
    },
    RETURN_RATE: {
      en: 'Confirmed dropouts brought back',
      zh: '劝返复学率',
      detail: 'who is back in school, per confirmed dropouts; by the latest case of each child',
    },
    RETENTION_RATE_UNADJUSTED: {
      en: 'Retention rate, unadjusted',
      zh: '巩固率(未调整)',
      detail: 'all who finish per entrants',
    },
  },
);

export const CaseOutcomeEnum = labelledEnum(
  'CaseOutcome',
  { en: 'What became of the latest case of a child', zh: '个案工作成效' },
  {
    VERIFIED_IN_TIME: { en: 'Verified in time', zh: '按期核查' },
    NOT_VERIFIED_IN_TIME: { en: 'Not verified in time', zh: '逾期未核查', detail: 'late, or not at all' },
    RETURNED: { en: 'Confirmed, and back in school', zh: '已劝返复学' },
    NOT_RETURNED: { en: 'Confirmed, and not back', zh: '未复学' },
  },
);

export const IndicatorStageEnum = labelledEnum(
  'IndicatorStage',
  { en: 'Stage of an indicator', zh: '指标学段' },
  {
    PRIMARY: { en: 'Primary', zh: '小学' },
    JUNIOR_SECONDARY: { en: 'Junior secondary', zh: '初中' },
    COMPULSORY: { en: 'Compulsory education', zh: '义务教育' },
  },
);

export const DisabilityScopeEnum = labelledEnum(
  'DisabilityScope',
  { en: 'Children an indicator is about', zh: '指标人群' },
  {
    EVERYONE: { en: 'All children', zh: '全体' },
    ALL_CATEGORIES: { en: 'Children with any disability', zh: '残疾儿童少年' },
    THREE_CATEGORIES: { en: 'Three-category disabled children', zh: '三类残疾儿童少年' },
  },
);

export const IndicatorReasonEnum = labelledEnum(
  'IndicatorReason',
  { en: 'Reason an indicator is limited to', zh: '指标限定原因' },
  { POVERTY: { en: 'Poverty', zh: '因贫' } },
);

export const TargetOperatorEnum = labelledEnum(
  'TargetOperator',
  { en: 'How a figure is held against its target', zh: '目标比较方式' },
  {
    GTE: { en: 'At least', zh: '不低于' },
    EQ: { en: 'Exactly', zh: '等于' },
    LTE: { en: 'At most', zh: '不高于' },
  },
);

export const IndicatorGapEnum = labelledEnum(
  'IndicatorGap',
  { en: 'Why an indicator has no figure', zh: '指标缺失原因' },
  {
    NOT_LOADED: { en: "Schools' statistics were not loaded", zh: '学校统计报表未导入' },
    NO_HISTORY: { en: 'Statistics do not reach back so far', zh: '无该届学生历史数据' },
    NOT_RUN_THROUGH: { en: 'The cohort has not reached the final grade', zh: '该届学生尚未到末年级' },
    INCOMPLETE: { en: 'A school has not stated its figures', zh: '有学校未填报' },
    CONTRADICTORY: { en: 'A school states more who left than there were', zh: '学校填报数据矛盾' },
  },
);

export const IndicatorMonthGapEnum = labelledEnum(
  'IndicatorMonthGap',
  { en: 'Why a month has no indicators', zh: '当月无指标原因' },
  {
    NO_RUN: { en: 'No comparison run ended in the month', zh: '当月未完成比对' },
    NOT_LISTED: { en: 'The place was not on the list then', zh: '当时名单中无此地区或学校' },
  },
);
export type IndicatorMonthGap = EnumValue<typeof IndicatorMonthGapEnum>;

export const IndicatorVerdictEnum = labelledEnum(
  'IndicatorVerdict',
  { en: 'Verdict against the target', zh: '达标情况' },
  {
    MET: { en: 'Met', zh: '达标' },
    NOT_MET: { en: 'Not met', zh: '未达标' },
    NOT_ASSESSED: { en: 'Not assessed', zh: '未评估', detail: 'nobody to count, or not computed' },
  },
);
