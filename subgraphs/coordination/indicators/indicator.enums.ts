import { labelledEnum } from '../../_kit/schema/label.js';

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
    OPEN_DROPOUTS: { en: 'Children out of school', zh: '在册失学人数' },
    RETENTION_RATE: {
      en: 'Retention rate',
      zh: '巩固率',
      detail: 'not computed: it needs the entrants of earlier years',
    },
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

export const IndicatorVerdictEnum = labelledEnum(
  'IndicatorVerdict',
  { en: 'Verdict against the target', zh: '达标情况' },
  {
    MET: { en: 'Met', zh: '达标' },
    NOT_MET: { en: 'Not met', zh: '未达标' },
    NOT_ASSESSED: { en: 'Not assessed', zh: '未评估', detail: 'nobody to count, or not computed' },
  },
);
