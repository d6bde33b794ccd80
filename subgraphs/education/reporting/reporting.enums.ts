import { labelledEnum } from '../../_kit/schema/label.js';

/** Marks of the national student-status system (标注), 青政办发〔2018〕49号 三（一）3. */
export const StatusMarkEnum = labelledEnum(
  'StatusMarkKind',
  { en: 'Mark in the student-status system', zh: '学籍标注' },
  {
    SUSPECTED_DROPOUT: { en: 'Suspected dropout', zh: '疑似辍学' },
    DROPPED_OUT: { en: 'Dropped out', zh: '辍学', detail: 'the student status is kept' },
    RETURNED: { en: 'Returned', zh: '复学' },
  },
);

export const ReportRecipientEnum = labelledEnum(
  'DropoutReportRecipient',
  { en: 'To whom a dropout is reported in writing', zh: '书面报告对象' },
  {
    TOWNSHIP: { en: 'Township of residence', zh: '居住地乡镇人民政府(街道办事处)' },
    EDUCATION_BUREAU: { en: 'Education bureau', zh: '教育局' },
  },
);

export const AttendanceDutyEnum = labelledEnum(
  'AttendanceDutyKind',
  { en: 'What a spell of unexcused absence asks of the school', zh: '缺勤后的应办事项' },
  {
    CONTACT_GUARDIAN: { en: 'Contact the guardian', zh: '联系监护人', detail: 'by the class teacher' },
    CALL_INSPECTOR: { en: 'Call in the responsible inspector', zh: '会同责任督学劝返' },
    MARK_SUSPECTED_DROPOUT: { en: 'Mark as suspected dropout', zh: '标注疑似辍学' },
    REPORT_TO_TOWNSHIP: { en: 'Report to the township in writing', zh: '书面报告乡镇(街道)' },
    REPORT_TO_EDUCATION_BUREAU: { en: 'Report to the education bureau in writing', zh: '书面报告教育局' },
    MARK_DROPPED_OUT: { en: 'Mark as dropped out', zh: '标注辍学' },
    MARK_RETURNED: { en: 'Mark as returned', zh: '标注复学' },
  },
);

export const MarkPlaceEnum = labelledEnum(
  'DropoutMarkPlace',
  { en: 'Where a mark is to stand', zh: '标注处' },
  {
    STUDENT_STATUS: { en: 'Student-status system', zh: '学籍系统' },
    SCHOOL_LEDGER: {
      en: "School's ledger of dropout prevention",
      zh: '学校控辍保学工作台账',
    },
  },
);

export const DutyStateEnum = labelledEnum(
  'AttendanceDutyState',
  { en: 'Whether a duty is fulfilled', zh: '办理状态' },
  {
    DUE: { en: 'To be done', zh: '待办' },
    OVERDUE: { en: 'Not done in time', zh: '逾期未办' },
    DONE: { en: 'Done in time', zh: '按时办结' },
    DONE_LATE: { en: 'Done late', zh: '逾期办结' },
    LAPSED: { en: 'Lapsed', zh: '无需办理', detail: 'the child came back before it was due' },
    UNKNOWN: {
      en: 'Not known',
      zh: '无法判定',
      detail: 'the records are not loaded or not current, or the holidays are not announced',
    },
  },
);

/** 瞒报、漏报、不作标注 (青政办发〔2018〕49号 三（一）3). */
export const ReportingViolationEnum = labelledEnum(
  'ReportingViolationKind',
  {
    en: 'How a school failed to report',
    zh: '瞒报漏报情形',
    detail: 'derived from attendance, marks and reports; nobody enters it.',
  },
  {
    CONCEALED: {
      en: 'Concealed',
      zh: '瞒报',
      detail: 'away for longer than a week, and neither marked nor reported to anybody',
    },
    OMITTED: {
      en: 'Omitted',
      zh: '漏报',
      detail: 'marked or reported to one office, and not reported to the other',
    },
    UNMARKED: { en: 'Not marked', zh: '不作标注' },
    LATE: { en: 'Late', zh: '迟报' },
  },
);

export const AccountablePostEnum = labelledEnum(
  'AccountablePost',
  { en: 'Who answers for a failure to report', zh: '追责对象' },
  {
    STATUS_CLERK: { en: 'Student-status clerk of the school', zh: '学籍管理人员(经办人)' },
    HEAD_OF_SCHOOL: { en: 'Head of the school', zh: '学校负责人' },
  },
);

export const AccountabilityConsequenceEnum = labelledEnum(
  'AccountabilityConsequence',
  { en: 'What follows for whoever answers for it', zh: '问责方式' },
  {
    TALK: { en: 'Talk', zh: '约谈' },
    LIABILITY: { en: 'Liability', zh: '追究责任' },
    FORBIDDEN: { en: 'Forbidden', zh: '禁止', detail: 'the document forbids it and names no consequence' },
  },
);

export const RecordContactErrorEnum = labelledEnum(
  'RecordGuardianContactErrorCode',
  { en: 'Why a contact was not recorded', zh: '联系记录未登记的原因' },
  {
    CHILD_NOT_FOUND: { en: 'There is no such pupil within reach', zh: '没有该学生' },
    DATE_INVALID: {
      en: 'The contact lies before the absence or in the future',
      zh: '联系日期早于缺勤日期或晚于今天',
    },
  },
);

export const RecordMarkErrorEnum = labelledEnum(
  'RecordStatusMarkErrorCode',
  { en: 'Why a mark was not recorded', zh: '标注未登记的原因' },
  {
    CHILD_NOT_FOUND: { en: 'There is no such pupil within reach', zh: '没有该学生' },
    DATE_INVALID: {
      en: 'The day lies in the future, or before the last mark',
      zh: '日期晚于今天或早于上次标注',
    },
    ALREADY_MARKED: { en: 'The record bears this mark', zh: '已作该标注' },
    NOT_MARKED: { en: 'Nothing is marked from which the pupil returns', zh: '没有疑似辍学或辍学标注' },
  },
);

export const SubmitReportErrorEnum = labelledEnum(
  'SubmitDropoutReportErrorCode',
  { en: 'Why a report was not submitted', zh: '书面报告未提交的原因' },
  {
    CHILD_NOT_FOUND: { en: 'There is no such pupil within reach', zh: '没有该学生' },
    DATE_INVALID: { en: 'The day of leaving lies in the future', zh: '离校日期晚于今天' },
    RECIPIENTS_MISSING: { en: 'A report goes to one office at least', zh: '至少报告一个单位' },
    ALREADY_REPORTED: { en: 'This absence was reported there', zh: '该次离校已向该单位报告' },
    TEXT_INVALID: {
      en: 'The recommendation has 4 to 500 characters and no number of a person',
      zh: '建议应为4至500字，不得含证件号码',
    },
  },
);

export const AcknowledgeReportErrorEnum = labelledEnum(
  'AcknowledgeDropoutReportErrorCode',
  { en: 'Why a receipt was not recorded', zh: '未签收的原因' },
  {
    NOT_FOUND: { en: 'There is no such report to your office', zh: '没有报送本单位的该报告' },
    ALREADY_RECEIVED: { en: 'It was received before', zh: '已签收' },
  },
);

export const RecordInspectorCallErrorEnum = labelledEnum(
  'RecordInspectorCallErrorCode',
  { en: 'Why a call of the inspector was not recorded', zh: '责任督学记录未登记的原因' },
  {
    CHILD_NOT_FOUND: { en: 'There is no such pupil within reach', zh: '没有该学生' },
    DATE_INVALID: { en: 'The day lies in the future', zh: '日期晚于今天' },
  },
);
