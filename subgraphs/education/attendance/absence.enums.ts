import { labelledEnum } from '../../_kit/schema/label.js';

export const AbsenceSessionEnum = labelledEnum(
  'AbsenceSession',
  { en: 'Session missed', zh: '缺勤时段' },
  {
    WHOLE_DAY: { en: 'Whole day', zh: '全天' },
    MORNING: { en: 'Morning', zh: '上午' },
    AFTERNOON: { en: 'Afternoon', zh: '下午' },
  },
);

export const AbsenceStateEnum = labelledEnum(
  'AbsenceState',
  { en: 'Whether the absence is excused', zh: '缺勤性质' },
  {
    EXCUSED: { en: 'Excused', zh: '请假', detail: 'the guardian has asked for leave' },
    UNEXCUSED: { en: 'Unexcused', zh: '无故缺勤', detail: 'starts the attendance clock' },
  },
);

export const AbsenceReasonEnum = labelledEnum(
  'AbsenceReason',
  { en: 'Reason of an absence', zh: '缺勤原因' },
  {
    ILLNESS: { en: 'Illness', zh: '病假' },
    FAMILY: { en: 'Family matters', zh: '事假' },
    UNREACHABLE: { en: 'Guardian cannot be reached', zh: '联系不上监护人' },
    REFUSED: { en: 'Child or guardian refuses', zh: '拒绝到校' },
    WORKING: { en: 'Child works', zh: '外出务工' },
    UNKNOWN: { en: 'Not known', zh: '原因不明' },
  },
);

export const AbsenceSpellKindEnum = labelledEnum(
  'AbsenceSpellKind',
  {
    en: 'What a spell of unexcused absence amounts to',
    zh: '无故缺勤性质认定',
    detail: 'by the clocks of the policy in force at the school.',
  },
  {
    SHORT: { en: 'Below the first clock', zh: '短期缺勤', detail: 'the class teacher contacts the guardian' },
    SUSPECTED_DROPOUT: {
      en: 'Suspected dropout',
      zh: '疑似辍学',
      detail: 'three school days; to be marked in the status system',
    },
    DROPOUT_TO_REPORT: {
      en: 'Dropout, to be reported in writing',
      zh: '辍学(应书面报告)',
      detail: 'more than a week; reported to the township and the education bureau',
    },
  },
);
