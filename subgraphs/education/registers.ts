import type { RegisterDefinition } from '../_kit/define-subgraph.js';

const STATUS_SYSTEM = { en: 'National student-status system', zh: '全国中小学生学籍管理系统' };
const SCHOOL_LEDGERS = { en: "Schools' own ledgers", zh: '学校台账' };

/**
 * Who stands on a list that the schools of the county keep: their pupils, and of the children who live here also those
 * who go to none of them. Of a child known to study in another county it says nothing (see `school-kept.ts`).
 */
const SCHOOL_KEPT = ['SCHOOL', 'RESIDENCE'] as const;

/**
 * What education imports, each by itself and with its own date. A list that the bureau keeps knows the children of the
 * county wherever they study.
 */
export const EDUCATION_REGISTERS = [
  {
    code: 'SCHOOLS',
    title: { en: 'Schools, classes and catchment areas', zh: '学校、班级与施教范围' },
    source: { en: "Education bureau's school ledger", zh: '教育局学校台账' },
    // It says nothing of any child.
    covers: [],
  },
  {
    code: 'STUDENT_STATUS',
    title: { en: 'Student status', zh: '学籍' },
    source: STATUS_SYSTEM,
    covers: ['SCHOOL', 'REGISTERED', 'RESIDENCE'],
  },
  {
    code: 'ATTENDANCE',
    title: { en: 'Attendance', zh: '考勤' },
    source: { en: "Schools' attendance sheets", zh: '学校考勤表' },
    covers: SCHOOL_KEPT,
  },
  {
    code: 'DROPOUT_REPORTING',
    title: { en: 'Marks and written reports about absences', zh: '疑似辍学、辍学标注与书面报告' },
    source: SCHOOL_LEDGERS,
    covers: SCHOOL_KEPT,
  },
  {
    code: 'ROLL_CALL',
    title: { en: 'Roll-call by class roster', zh: '进班点名' },
    source: SCHOOL_LEDGERS,
    covers: SCHOOL_KEPT,
  },
  {
    code: 'AID_AWARDS',
    title: { en: 'Student aid', zh: '学生资助' },
    source: { en: 'National student-aid system', zh: '全国学生资助管理信息系统' },
    covers: SCHOOL_KEPT,
  },
  {
    code: 'SPECIAL_EDUCATION',
    title: { en: 'Special education', zh: '特殊教育' },
    source: { en: "Education bureau's special-education ledger", zh: '教育局特殊教育台账' },
    covers: ['REGISTERED', 'RESIDENCE', 'SCHOOL'],
  },
  {
    code: 'HOME_VISITS',
    title: { en: 'Home visits', zh: '家访' },
    source: SCHOOL_LEDGERS,
    covers: SCHOOL_KEPT,
  },
  {
    code: 'PAIRINGS',
    title: { en: 'Pairing support', zh: '结对帮扶' },
    source: SCHOOL_LEDGERS,
    covers: SCHOOL_KEPT,
  },
  {
    code: 'APPROVED_ABSENCES',
    title: { en: 'Deferred entry, suspension, medical inability', zh: '延缓入学、休学及不能就学审批' },
    source: { en: "Education bureau's approvals", zh: '教育局审批台账' },
    covers: ['REGISTERED', 'RESIDENCE', 'SCHOOL'],
  },
  {
    code: 'STUDY_ELSEWHERE',
    title: { en: 'Studying outside the county', zh: '县外就读核查' },
    source: STATUS_SYSTEM,
    covers: ['REGISTERED', 'RESIDENCE'],
  },
  {
    code: 'FIELD_SCREENING',
    title: { en: 'School-household census and household education register', zh: '学户普查与文化户口' },
    source: { en: 'Visits to households by villages and schools', zh: '村(社区)及学校入户普查' },
    // A door at which nobody has been says nothing of who lives behind it, so silence is never "none".
    covers: [],
  },
  {
    code: 'SCHOOL_STATISTICS',
    title: { en: 'Annual statistics of schools: cohorts, pupils who came and went', zh: '学校统计报表' },
    source: { en: 'Annual education statistics', zh: '教育事业统计报表' },
    // It says nothing of any one child.
    covers: [],
  },
] as const satisfies readonly RegisterDefinition[];

export type EducationRegister = (typeof EDUCATION_REGISTERS)[number]['code'];
