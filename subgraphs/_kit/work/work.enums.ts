import { labelledEnum, type EnumValue } from '../schema/label.js';

export const WorkKindEnum = labelledEnum(
  'WorkKind',
  { en: 'Kind of work that is to be done', zh: '待办类别' },
  {
    CONTACT_GUARDIAN: { en: 'Contact the guardian of an absent pupil', zh: '联系缺勤学生监护人' },
    CALL_INSPECTOR: { en: 'Call the responsible inspector', zh: '报告责任督学' },
    MARK_STATUS: { en: 'Mark the student status', zh: '学籍系统标注' },
    REPORT_DROPOUT: { en: 'Report in writing that a pupil has left', zh: '书面报告疑似辍学' },
    RECEIVE_REPORT: { en: 'Sign for a written report', zh: '签收书面报告' },
    CALL_ROLL: { en: 'Call the roll of a class', zh: '进班点名' },
    COMPLETE_TRANSFER: { en: 'Complete a transfer of the student status', zh: '办结学籍转接' },
    VISIT_HOUSEHOLDS: { en: 'Visit the households of a campaign', zh: '入户普查' },
    VERIFY_DISCREPANCY: { en: 'Go and see what the registers disagree on', zh: '核查疑点' },
    DECIDE_MATCH: { en: 'Decide whether two records are one child', zh: '确认是否同一人' },
    REPAIR_REGISTER: { en: 'Repair a record of the own register', zh: '更正本部门名册' },
    NEXT_CASE_STEP: { en: 'Take the next step of a case', zh: '办理个案下一步' },
    ISSUE_ORDER: { en: 'Issue the next order of the ladder', zh: '下达控辍文书' },
    HAND_IN: { en: 'Hand in what the calendar asks for', zh: '按期报送' },
    SIGN_OFF: { en: 'Sign off what was handed in', zh: '审签报送' },
    FOLLOW_UP_DECISION: { en: 'Follow up a decision or a finding', zh: '督办落实' },
    CHASE_OVERDUE: { en: 'See that others do what is past its day', zh: '督办逾期事项' },
    CHASE_DUTY: { en: 'See that others hand in what is past its day', zh: '催报逾期事项' },
    REFER_ABSENCE: {
      en: 'Tell another body of an absence by a referral',
      zh: '移送缺勤线索',
    },
    ANSWER_REFERRAL: { en: 'Answer what another body has referred', zh: '反馈转办事项' },
    CHASE_REFERRAL: { en: 'Chase a referral that nobody answers in time', zh: '催办逾期转办' },
    GRANT_AID: { en: 'Grant aid to a child who is eligible', zh: '落实应助尽助' },
    RETURN_CHILD_AT_WORK: { en: 'See a working child back to school', zh: '童工送返入学' },
    ISSUE_CHILD_LABOUR_ORDER: { en: 'Order a child found at work to be returned', zh: '责令限期送回童工' },
    DETERMINE_MISSING: { en: 'Determine whether a child is missing', zh: '失联认定' },
    TEACH_AT_HOME: { en: 'Teach a child at home', zh: '送教上门' },
    VISIT_SEVERELY_DISABLED: { en: 'See that a severely disabled child is visited', zh: '安排送医上门' },
    VERIFY_LEFT_BEHIND: { en: 'Verify the record of a left-behind child', zh: '核查农村留守儿童' },
    VERIFY_ORPHAN: { en: 'Verify the record of an orphan', zh: '核查孤儿' },
    VERIFY_UNATTENDED: { en: 'Verify the record of a de facto unattended child', zh: '核查事实无人抚养儿童' },
    VERIFY_IN_DIFFICULTY: { en: 'Verify the record of a child in difficulty', zh: '核查困境儿童' },
    VERIFY_DISABLED_CHILD: { en: 'Verify the record of a disabled child', zh: '核查持证残疾儿童' },
    VERIFY_CHILD_OF_DISABLED: { en: 'Verify the record of a disabled person’s child', zh: '核查残疾人子女' },
    VERIFY_POVERTY_CHILD: {
      en: 'Verify the record of a registered household’s child',
      zh: '核查建档立卡家庭子女',
    },
    ENTRUST_GUARDIAN: {
      en: 'Find a substitute guardian for a left-behind child',
      zh: '落实留守儿童代理监护人',
    },
    FOLLOW_RELOCATED_CHILD: { en: 'See where a relocated child goes to school', zh: '跟踪搬迁户子女入学' },
    RECOMMEND_PLACEMENT: { en: 'Recommend where a disabled child is taught', zh: '出具安置建议' },
  },
);
export type WorkKind = EnumValue<typeof WorkKindEnum>;

export const WorkUnknownEnum = labelledEnum(
  'WorkUnknown',
  { en: 'Why nobody can say what is to be done', zh: '待办未知的原因' },
  {
    NOT_LOADED: { en: 'A register that it follows from is not loaded', zh: '所依据的名册尚未导入' },
    OUTSIDE_PURPOSE: {
      en: 'The purpose of the request does not reach the records that it follows from',
      zh: '本次访问目的不能使用所依据的记录',
    },
  },
);
export type WorkUnknown = EnumValue<typeof WorkUnknownEnum>;
