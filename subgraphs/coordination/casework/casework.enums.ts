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
  },
);
export type CaseEnd = EnumValue<typeof CaseEndEnum>;

export const ReturnModeEnum = labelledEnum(
  'ReturnMode',
  { en: 'How a returned child is placed', zh: '复学安置方式' },
  {
    OWN_CLASS: { en: 'Own class', zh: '回原班就读' },
    OTHER_CLASS: { en: 'Another class', zh: '编入其他班级' },
    VOCATIONAL: { en: 'Vocational courses', zh: '职业教育' },
    SPECIAL_SCHOOL: { en: 'Special school', zh: '特殊教育学校' },
    HOME_TEACHING: { en: 'Home teaching', zh: '送教上门' },
    OUT_OF_COUNTY: { en: 'School elsewhere', zh: '县外就读' },
  },
);
export type ReturnMode = EnumValue<typeof ReturnModeEnum>;

export const ReturnCheckEnum = labelledEnum(
  'ReturnCheckResult',
  { en: 'What a check of a return found', zh: '复学跟踪结果' },
  {
    IN_SCHOOL: { en: 'At school or taught at home', zh: '在学' },
    NOT_IN_SCHOOL: { en: 'Not at school', zh: '未在学' },
    NOT_MET: { en: 'Nobody met', zh: '未见到人' },
  },
);
export type ReturnCheckResult = EnumValue<typeof ReturnCheckEnum>;

export const MetPersonEnum = labelledEnum(
  'MetPerson',
  { en: 'Whom a visit met', zh: '见到的人' },
  {
    CHILD: { en: 'The child', zh: '学生本人' },
    FATHER: { en: 'Father', zh: '父亲' },
    MOTHER: { en: 'Mother', zh: '母亲' },
    GRANDPARENT: { en: 'Grandparent', zh: '祖辈' },
    OTHER_GUARDIAN: { en: 'Other guardian', zh: '其他监护人' },
    NOBODY: { en: 'Nobody', zh: '无人' },
  },
);
export type MetPerson = EnumValue<typeof MetPersonEnum>;

export const PlanScopeEnum = labelledEnum(
  'PlanScope',
  { en: 'Scope of a support plan', zh: '方案范围' },
  {
    PUPIL: { en: 'One pupil, one plan', zh: '一生一案' },
    HOUSEHOLD: { en: 'One household, one plan', zh: '一家一案' },
  },
);

/** The approaches that the source documents name; no document has all of them. */
export const ControlApproachEnum = labelledEnum(
  'ControlApproach',
  { en: 'Approach of a measure', zh: '控辍方式' },
  {
    BY_LAW: { en: 'By law', zh: '依法控辍' },
    ADMINISTRATIVE: { en: 'Administrative', zh: '行政控辍' },
    QUALITY: { en: 'By quality of teaching', zh: '质量控辍' },
    ANTI_POVERTY: { en: 'Against poverty', zh: '扶贫控辍' },
    GUARANTEE: { en: 'By guarantees', zh: '保障控辍' },
    AFFECTION: { en: 'By affection', zh: '情感控辍' },
    MANAGEMENT: { en: 'By management', zh: '管理控辍' },
    SAFETY: { en: 'By safety', zh: '安全控辍' },
    TEACHING: { en: 'By teaching', zh: '教学控辍' },
    SYSTEM: { en: 'By system', zh: '制度控辍' },
    RESPONSIBILITY: { en: 'By responsibility', zh: '责任控辍' },
  },
);
export type ControlApproach = EnumValue<typeof ControlApproachEnum>;

export const PlanMeasureEnum = labelledEnum(
  'PlanMeasureKind',
  { en: 'Measure of a support plan', zh: '帮扶措施' },
  {
    HOME_VISITS: { en: 'Regular home visits', zh: '定期家访' },
    REMEDIAL_LESSONS: { en: 'Remedial lessons', zh: '学业辅导' },
    COUNSELLING: { en: 'Counselling', zh: '心理辅导' },
    TEACHER_PAIRING: { en: 'Pairing with a teacher', zh: '教师结对' },
    AID_APPLICATION: { en: 'Application for aid', zh: '资助申请' },
    PLACEMENT: { en: 'Suitable placement', zh: '教育安置' },
    HOME_TEACHING: { en: 'Home teaching', zh: '送教上门' },
    SEARCH: { en: 'Search for the child', zh: '查找下落' },
    RETURN_FROM_WORK: { en: 'Return from work', zh: '离岗返校' },
    LEGAL_EDUCATION: { en: 'Legal education of the guardians', zh: '监护人法治教育' },
    VOCATIONAL_COURSES: { en: 'Vocational courses', zh: '职业技能课程' },
  },
);
export type PlanMeasureKind = EnumValue<typeof PlanMeasureEnum>;

export const BodyEnum = labelledEnum(
  'Body',
  { en: 'Body that has a duty', zh: '责任单位' },
  {
    COORDINATION: { en: "Leading group's office", zh: '领导小组办公室' },
    TOWNSHIP: { en: 'Township or sub-district', zh: '乡镇(街道)' },
    VILLAGE: { en: 'Village or community', zh: '村(社区)' },
    SCHOOL: { en: 'School', zh: '学校' },
    EDUCATION: { en: 'Education bureau', zh: '教育局' },
    POLICE: { en: 'Police', zh: '公安局' },
    CIVIL_AFFAIRS: { en: 'Civil affairs', zh: '民政局' },
    DISABILITY: { en: "Disabled persons' federation", zh: '残联' },
    LABOUR: { en: 'Human resources and social security', zh: '人社局' },
    POVERTY: { en: 'Poverty-alleviation office', zh: '扶贫办' },
    JUSTICE: { en: 'Justice bureau', zh: '司法局' },
    PROCURATORATE: { en: 'Procuratorate', zh: '检察院' },
    COURT: { en: 'Court', zh: '法院' },
  },
);
export type Body = EnumValue<typeof BodyEnum>;

export const FieldPostEnum = labelledEnum(
  'FieldPost',
  { en: 'Post of somebody who visits', zh: '走访人员' },
  {
    VILLAGE_CADRE: { en: 'Village cadre', zh: '村干部' },
    TOWNSHIP_OFFICER: { en: 'Township officer', zh: '乡镇干部' },
    CLASS_TEACHER: { en: 'Class teacher', zh: '班主任' },
    POLICE_OFFICER: { en: 'Police officer', zh: '民警' },
  },
);
export type FieldPost = EnumValue<typeof FieldPostEnum>;

export const PersuasionResultEnum = labelledEnum(
  'PersuasionResult',
  { en: 'Result of a persuasion visit', zh: '劝返结果' },
  {
    COMMITTED: { en: 'Return promised', zh: '承诺复学' },
    REFUSED: { en: 'Refused', zh: '拒绝复学' },
    NOT_MET: { en: 'Nobody met', zh: '未见到人' },
    RETURNED: { en: 'Returned', zh: '已复学' },
  },
);
export type PersuasionResult = EnumValue<typeof PersuasionResultEnum>;

export const VisitPlaceEnum = labelledEnum(
  'VisitPlace',
  { en: 'Place of a visit', zh: '走访地点' },
  {
    HOME: { en: 'Home', zh: '家中' },
    SCHOOL: { en: 'School', zh: '学校' },
    VILLAGE_OFFICE: { en: 'Village office', zh: '村委会' },
  },
);
export type VisitPlace = EnumValue<typeof VisitPlaceEnum>;

/** The ladder, in order (青政办发〔2018〕49号 三（一）; 故陵府发 same steps). */
export const EnforcementStepEnum = labelledEnum(
  'EnforcementStep',
  { en: 'Step of enforcement', zh: '依法控辍程序' },
  {
    ENROLMENT_NOTICE: { en: 'Enrolment notice', zh: '义务教育入学通知书' },
    RETURN_ORDER: { en: 'Time-limited enrolment or return order', zh: '限期入学、复学通知书' },
    CRITICISM_EDUCATION: { en: 'Criticism and education', zh: '批评教育' },
    RECTIFICATION_ORDER: { en: 'Rectification order', zh: '责令限期改正' },
    JUDICIAL_DOCUMENT: { en: 'Judicial document', zh: '司法文书' },
    LEGAL_LIABILITY: { en: 'Legal liability', zh: '追究法律责任' },
  },
);
export type EnforcementStep = EnumValue<typeof EnforcementStepEnum>;

export const OrderKindEnum = labelledEnum(
  'OrderKind',
  { en: 'What an order asks for', zh: '责令事项' },
  { ENROL: { en: 'To enrol', zh: '入学' }, RETURN: { en: 'To return', zh: '复学' } },
);

export const ReferralReasonEnum = labelledEnum(
  'ReferralReason',
  { en: 'Reason of a referral', zh: '转办事由' },
  {
    CHILD_AT_WORK: { en: 'Child at work', zh: '涉嫌使用童工' },
    DISABILITY_CONFIRMATION: { en: 'Confirmation of a disability and placement', zh: '残疾确认与安置' },
    WHEREABOUTS: { en: 'Whereabouts unknown', zh: '失踪失联界定' },
    AID: { en: 'Aid for a hard family', zh: '困难救助' },
  },
);

export const ReferralStateEnum = labelledEnum(
  'ReferralState',
  { en: 'State of a referral', zh: '转办状态' },
  {
    SENT: { en: 'Sent', zh: '已转出' },
    ANSWERED: { en: 'Answered', zh: '已反馈' },
  },
);
