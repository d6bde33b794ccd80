import { labelledEnum } from '../../_kit/schema/label.js';

/** JY/T 1001 学生当前状态, by the codes that the status system exports. */
export const StudentStatusEnum = labelledEnum(
  'StudentStatus',
  { en: 'Student status', zh: '学籍状态' },
  {
    ENROLLED: { en: 'Enrolled', zh: '在读', code: '01' },
    SUSPENDED: { en: 'Suspended', zh: '休学', code: '02' },
    WITHDRAWN: {
      en: 'Withdrawn',
      zh: '退学',
      code: '03',
      detail: 'not allowed in compulsory education; kept as the feed has it',
    },
    STOPPED: { en: 'Stopped', zh: '停学', code: '04' },
    RETURNED: { en: 'Returned', zh: '复学', code: '05' },
    DROPPED_OUT: { en: 'Dropped out', zh: '辍学', code: '06', detail: 'the status system writes 流失' },
    GRADUATED: { en: 'Graduated', zh: '毕业', code: '07' },
    COMPLETED_WITHOUT_DIPLOMA: { en: 'Completed without diploma', zh: '结业', code: '08' },
    LEFT_EARLY: { en: 'Left before completion', zh: '肄业', code: '09' },
    TRANSFERRED_OUT: { en: 'Transferred out', zh: '转学(转出)', code: '10' },
    DECEASED: { en: 'Deceased', zh: '死亡', code: '11' },
    PLACE_RESERVED: { en: 'Place reserved', zh: '保留入学资格', code: '12' },
    SENT_ABROAD: { en: 'Sent abroad', zh: '公派出国', code: '13' },
    EXPELLED: {
      en: 'Expelled',
      zh: '开除',
      code: '14',
      detail: 'not allowed in compulsory education; kept as the feed has it',
    },
    MISSING: { en: 'Missing', zh: '下落不明', code: '15' },
    OTHER: { en: 'Other', zh: '其他', code: '99' },
  },
);

export const AdmissionModeEnum = labelledEnum(
  'AdmissionMode',
  { en: 'Admission mode', zh: '入学方式' },
  {
    NEAREST_SCHOOL: { en: 'Nearest school', zh: '就近入学', code: '11' },
    OTHER: { en: 'Other', zh: '其他', code: '12' },
  },
);

export const AttendanceModeEnum = labelledEnum(
  'AttendanceMode',
  { en: 'Attendance mode', zh: '就读方式' },
  {
    DAY: { en: 'Day pupil', zh: '走读', code: '1' },
    BOARDING: { en: 'Boarding', zh: '住校', code: '2' },
  },
);

export const SchoolLeftBehindTypeEnum = labelledEnum(
  'SchoolLeftBehindType',
  {
    en: 'Left behind, as schools count it',
    zh: '是否留守儿童(学籍口径)',
    detail: 'parents away for work for three months or more; not the definition of civil affairs',
  },
  {
    NONE: { en: 'Not left behind', zh: '非留守儿童', code: '0' },
    ONE_PARENT_AWAY: { en: 'One parent away', zh: '单亲留守', code: '1' },
    BOTH_PARENTS_AWAY: { en: 'Both parents away', zh: '双亲留守', code: '2' },
  },
);

export const IdVerificationEnum = labelledEnum(
  'IdVerification',
  { en: 'National verification of the resident ID number', zh: '身份信息校验' },
  {
    VERIFIED: { en: 'Verified', zh: '已通过' },
    FAILED: { en: 'Failed', zh: '未通过' },
    NOT_DONE: { en: 'Not done', zh: '未校验' },
  },
);

/** School-practice list of status changes, which mirrors the yearly statistics form. */
/** Rules of a transfer that can be broken (教基〔2025〕1号 转学). */
export const TransferFaultEnum = labelledEnum(
  'TransferFault',
  { en: 'Rule that a transfer breaks', zh: '转学不合规情形' },
  {
    LATE_IN_TERM: { en: 'Made too late in the term', zh: '超过学期内转学时限' },
    WHILE_SUSPENDED: { en: 'Made while the pupil is suspended', zh: '休学期间转学' },
  },
);

export const StatusChangeKindEnum = labelledEnum(
  'StatusChangeKind',
  { en: 'Kind of status change', zh: '学籍异动类别' },
  {
    ADMITTED: { en: 'Admitted', zh: '招生', code: '11' },
    RETURNED: { en: 'Returned', zh: '复学', code: '12' },
    TRANSFERRED_IN: { en: 'Transferred in', zh: '转入', code: '13' },
    GRADUATED: { en: 'Graduated', zh: '毕业', code: '21' },
    COMPLETED_WITHOUT_DIPLOMA: { en: 'Completed without diploma', zh: '结业', code: '22' },
    SUSPENDED: { en: 'Suspended', zh: '休学', code: '23' },
    WITHDRAWN: { en: 'Withdrawn', zh: '退学', code: '24' },
    EXPELLED: { en: 'Expelled', zh: '开除', code: '25' },
    DECEASED: { en: 'Deceased', zh: '死亡', code: '26' },
    TRANSFERRED_OUT: { en: 'Transferred out', zh: '转出', code: '27' },
    DROPPED_OUT: { en: 'Dropped out', zh: '辍学', code: '28' },
    PROMOTED: { en: 'Promoted', zh: '升级', code: '31' },
    CLASS_CHANGED: { en: 'Class changed', zh: '调班', code: '32' },
    REPEATED: { en: 'Repeated the grade', zh: '留级', code: '33' },
  },
);
