import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const CaseStateEnum = labelledEnum(
  'CaseState',
  { en: 'State of a dropout case', zh: '个案状态' },
  {
    SUSPECTED: { en: 'Suspected', zh: '疑似' },
    VERIFYING: { en: 'Being verified', zh: '核查中' },
    CONFIRMED: { en: 'Confirmed', zh: '已确认' },
    PERSUADING: { en: 'Persuasion under way', zh: '劝返中' },
    RETURNED: { en: 'Returned to school', zh: '已复学' },
    FOLLOWED: { en: 'Followed up after return', zh: '复学跟踪' },
    CLOSED: { en: 'Closed out', zh: '销号' },
  },
);
export type CaseState = EnumValue<typeof CaseStateEnum>;

export const DropoutReasonEnum = labelledEnum(
  'DropoutReason',
  { en: 'Reason for dropping out', zh: '辍学原因' },
  {
    AVERSION_TO_STUDY: { en: 'Aversion to study', zh: '厌学' },
    LEARNING_DIFFICULTY: { en: 'Learning difficulty', zh: '学习困难' },
    WORKING_AWAY: { en: 'Working away', zh: '外出务工' },
    CHILD_LABOUR: { en: 'Found at work', zh: '使用童工' },
    ILLNESS: { en: 'Illness', zh: '因病' },
    DISABILITY: { en: 'Disability', zh: '因残' },
    MISSING: { en: 'Missing, no contact', zh: '失踪失联' },
    POVERTY: { en: 'Poverty', zh: '因贫' },
    OTHER: { en: 'Other', zh: '其他', detail: 'also stands for reasons that only their own agency may tell' },
  },
);
export type DropoutReason = EnumValue<typeof DropoutReasonEnum>;

export const CaseBasisEnum = labelledEnum(
  'CaseBasis',
  { en: 'What opened a case', zh: '立案依据' },
  {
    ABSENT: { en: 'Absent without excuse', zh: '无故缺勤' },
    LEFT_SCHOOL: { en: 'Left a school', zh: '离校' },
    NEVER_ENROLLED: { en: 'Never enrolled', zh: '未入学' },
    FOUND_BY_SCREENING: { en: 'Found by door-to-door screening', zh: '摸排发现' },
    TOLD_BY_AGENCY: {
      en: 'Told by another agency',
      zh: '部门通报',
      detail: 'police, labour, civil affairs and others',
    },
  },
);
export type CaseBasis = EnumValue<typeof CaseBasisEnum>;

export const CaseStepEnum = labelledEnum(
  'CaseStep',
  { en: 'What comes next in a case', zh: '个案下一步' },
  {
    VERIFY: { en: 'Go and see whether it is true', zh: '核查' },
    VISIT: { en: 'Visit to persuade', zh: '劝返' },
    FOLLOW_UP: { en: 'Follow up the return', zh: '复学跟踪' },
  },
);
export type CaseStep = EnumValue<typeof CaseStepEnum>;

export const CaseEndEnum = labelledEnum(
  'CaseEnd',
  { en: 'What closed a case', zh: '销号依据' },
  {
    RETURN: { en: 'A return that lasted', zh: '复学稳定' },
    DISPOSITION: { en: 'A decision that ends the duty to be in school', zh: '核查结论' },
    NEXT_CASE: {
      en: 'A later case of the child',
      zh: '并入后案',
      detail: 'opened after this one was closed, before something came late that would have opened it again.',
    },
  },
);
export type CaseEnd = EnumValue<typeof CaseEndEnum>;
