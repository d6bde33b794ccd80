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
    MOVED_AWAY: { en: 'Moved away with the family', zh: '随家庭外迁' },
    PROTECTED: {
      en: 'Reason that is not written down here',
      zh: '涉隐私事由',
      detail: 'early marriage and the like: civil affairs is told and finds out',
    },
    UNKNOWN: { en: 'Not known', zh: '原因不明' },
  },
);

/** The hub's agencies that a policy can name (`absenceRoutes`). */
export const AbsenceRouteEnum = labelledEnum(
  'AbsenceRoute',
  { en: 'Agency that is to be told of an absence', zh: '缺勤线索移送部门' },
  {
    EDUCATION: { en: 'Education bureau', zh: '教育局' },
    POLICE: { en: 'Police', zh: '公安局' },
    CIVIL_AFFAIRS: { en: 'Civil affairs', zh: '民政局' },
    DISABILITY: { en: "Disabled persons' federation", zh: '残联' },
    LABOUR: { en: 'Human resources and social security', zh: '人社局' },
    POVERTY: { en: 'Poverty-alleviation office', zh: '扶贫办' },
    COORDINATION: { en: "Leading group's office", zh: '领导小组办公室' },
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
