import type { Label } from './policy-label.js';
import type { SETTINGS, SectionName } from './policy-settings.js';

/** Headings of the sections of a policy. */
export const SECTION_LABELS: Readonly<Record<SectionName, Label>> = {
  clocks: { en: 'Clocks', zh: '时限' },
  dropoutReporting: { en: 'Report of dropouts', zh: '辍学报告' },
  absenceRoutes: { en: 'Agencies told of an absence', zh: '缺勤线索移送部门' },
  studentStatus: { en: 'Student status', zh: '学籍管理' },
  ages: { en: 'Ages', zh: '年龄' },
  stages: { en: 'Stages', zh: '学段' },
  disability: { en: 'Disability', zh: '残疾口径' },
  standingBases: { en: 'Bases of a standing', zh: '就学状况依据' },
  residenceSources: { en: 'Sources of a residence', zh: '居住地依据' },
  riskFactors: { en: 'Risk factors', zh: '风险因素' },
  progress: { en: 'Progress', zh: '学业进度' },
  schools: { en: 'Schools', zh: '学校' },
  checks: { en: 'Checks', zh: '核查' },
  comparisons: { en: 'Comparisons', zh: '比对' },
  ledgerKinds: { en: 'Kinds of ledger', zh: '台账类别' },
  ledgerScopes: { en: 'Scopes of ledgers', zh: '台账层级' },
  leadingGroups: { en: 'Leading groups', zh: '领导小组' },
  mechanisms: { en: 'Mechanisms', zh: '机制、制度' },
  controlApproaches: { en: 'Approaches', zh: '控辍方式' },
  duties: { en: 'Duties', zh: '工作任务' },
  dutyDeadlines: { en: 'Deadlines of duties', zh: '工作任务时限' },
  pledges: { en: 'Pledges', zh: '目标责任书' },
  responsibilitySchemes: { en: 'Responsibility', zh: '包保责任' },
  responsibleRoles: { en: 'Responsible persons', zh: '责任人' },
  responsibilityAreas: { en: 'Areas of responsibility', zh: '责任区' },
  accountability: { en: 'Accountability', zh: '责任追究' },
  escalation: { en: 'Order ladder', zh: '依法控辍程序' },
  orderLimits: { en: 'Time limits of orders', zh: '文书期限' },
  administrativeHolds: { en: 'Four holds (advisory)', zh: '四不办理（仅供查询）' },
  targets: { en: 'Targets', zh: '目标' },
  focusGroups: { en: 'Focus groups', zh: '重点群体' },
  priorityStages: { en: 'Priority stages', zh: '重点学段' },
  priorityAreas: { en: 'Priority areas', zh: '重点地区' },
  aid: { en: 'Aid', zh: '资助' },
  aidPriority: { en: 'Priority', zh: '优先资助、优先保障' },
  care: { en: 'Special groups and relocated children', zh: '特殊群体与搬迁户子女' },
  placementModes: { en: 'Placements of disabled children', zh: '残疾儿童安置' },
  supportPlans: { en: 'Support plans', zh: '帮扶方案' },
  childLabour: { en: 'Child labour', zh: '童工' },
  classSizes: { en: 'Class sizes', zh: '班额' },
  freshnessDays: { en: 'Days until a register is stale', zh: '名册有效天数' },
  accessDisclosure: { en: 'Disclosure of access', zh: '查询告知' },
  imports: { en: 'Imports', zh: '导入' },
  verification: { en: 'Verification of differences', zh: '疑点核查' },
  referrals: { en: 'Referrals between bodies', zh: '部门转办' },
  privacy: { en: 'Privacy', zh: '隐私保护' },
  terms: { en: 'Terms', zh: '学期' },
  statutoryHolidays: { en: 'Statutory holidays', zh: '法定节假日' },
  localDays: { en: 'Local school days', zh: '地方校历' },
};

type FixedSettings = {
  [
    Name in SectionName as (typeof SETTINGS)[Name] extends { readonly kind: 'FIXED' } ? Name : never
  ]: (typeof SETTINGS)[Name] extends { readonly settings: infer Fields }
    ? Readonly<Record<keyof Fields, Label>>
    : never;
};

/** Names of the settings whose values carry no label of their own. */
export const SETTING_LABELS: FixedSettings = {
  verification: {
    townshipDays: { en: 'days of a township', zh: '乡镇核查期限（天）' },
    schoolDays: { en: 'days of a school', zh: '学校核查期限（天）' },
    countyDays: { en: 'days of the county office', zh: '县级核查期限（天）' },
    ageDays: { en: 'ages by which open tasks are counted, days', zh: '待办时长分档（天）' },
  },
  referrals: {
    answerDays: { en: 'days to answer', zh: '反馈期限（天）' },
    remindDaysBefore: { en: 'reminder before the last day, days', zh: '提前提醒（天）' },
    escalateEachDays: { en: 'days past due for each level', zh: '逾期逐级升级（天）' },
  },
  clocks: {
    suspectAfterSchoolDays: { en: 'suspected after school days', zh: '标注疑似辍学（上课日）' },
    reportAfterCalendarDays: { en: 'written report after more than days', zh: '书面报告（超过日历日）' },
    followUpAfterReturnDays: { en: 'follow-up after the return, days', zh: '复学跟踪（天）' },
  },
  dropoutReporting: {
    writtenReportTo: { en: 'written report to', zh: '书面报告对象' },
    markedIn: { en: 'dropout marked in', zh: '标注辍学处' },
    statusIsRetained: { en: 'student status is kept', zh: '保留学籍' },
    persuadedBy: { en: 'persuasion by', zh: '劝返责任' },
    inspectorCalledAtFirstSign: { en: 'inspector called at the first sign', zh: '第一时间会同责任督学' },
    contactGuardianSchoolDays: {
      en: 'guardian contacted within school days',
      zh: '联系监护人期限（上课日）',
    },
    callInspectorSchoolDays: { en: 'inspector called within school days', zh: '会同责任督学期限（上课日）' },
    markStatusSchoolDays: { en: 'marked within school days', zh: '学籍标注期限（上课日）' },
    reportInWritingSchoolDays: { en: 'reported in writing within school days', zh: '书面报告期限（上课日）' },
    liable: { en: 'liable for concealment', zh: '瞒报漏报责任人' },
  },
  studentStatus: {
    openWithinMonthsOfEnrolment: { en: 'opened within months', zh: '建立学籍（月）' },
    transferWorkingDaysPerSide: { en: 'transfer, working days of each side', zh: '转学办理（工作日）' },
    transferMonthsFromTermStart: { en: 'transfers within months of term', zh: '转学期限（开学后月）' },
    transferDuringSuspension: { en: 'transfer during suspension', zh: '休学期间转学' },
    suspensionMaxMonths: { en: 'suspension at most months', zh: '休学最长（月）' },
  },
  dutyDeadlines: {
    reportWorkingDays: { en: 'reported within working days of the period', zh: '期满报送（工作日）' },
    termStartWorkingDays: { en: 'done within working days of term start', zh: '开学初完成（工作日）' },
  },
  ages: {
    compulsoryEntryAge: { en: 'entry age', zh: '入学年龄' },
    entryCutoff: { en: 'reached by', zh: '入学年龄截止日' },
    compulsoryEndAge: { en: 'end of compulsory age', zh: '义务教育年龄上限' },
    householdRecords: { en: 'household records passed on', zh: '公安提供户籍信息年龄' },
  },
  disability: {
    threeCategories: { en: 'the three categories', zh: '三类残疾' },
    severeGrades: { en: 'severe grades', zh: '重度等级' },
    severeAtEveryGrade: { en: 'severe at every grade', zh: '各等级均为重度的类别' },
    homeTeachingEveryDays: { en: 'days between home-teaching visits', zh: '送教上门间隔（天）' },
    homeMedicalEveryDays: { en: 'days between home medical visits', zh: '送医上门间隔（天）' },
  },
  care: {
    verifyEveryDays: { en: 'days between checks of a record', zh: '特殊群体核查间隔（天）' },
    followRelocationEveryDays: {
      en: 'days between looks at a relocated child',
      zh: '搬迁户子女跟踪间隔（天）',
    },
  },
  progress: { gradesBehindCohort: { en: 'lagging from grades behind', zh: '落后年级数' } },
  schools: { smallScaleBelow: { en: 'small, funded as if it had', zh: '小规模学校按人数核定公用经费' } },
  responsibilityAreas: { number: { en: 'number of areas', zh: '责任区个数' } },
  orderLimits: {
    minimumDays: { en: 'days at least', zh: '最短期限（天）' },
    maximumDays: { en: 'days at most', zh: '最长期限（天）' },
    noticeDaysBeforeTerm: { en: 'enrolment notice, days before term', zh: '入学通知提前天数' },
  },
  administrativeHolds: {
    advisoryQuery: { en: 'may be asked about', zh: '可否查询' },
    items: { en: 'items', zh: '事项' },
  },
  aidPriority: {
    groups: { en: 'aided first', zh: '优先资助群体' },
    schoolingAndBoarding: { en: 'schooling and boarding first', zh: '优先就学、寄宿群体' },
  },
  childLabour: {
    minimumAge: { en: 'minimum age', zh: '最低用工年龄' },
    fineYuanPerMonth: { en: 'fine, yuan a month', zh: '罚款（元/月）' },
    fineYuanPerMonthAfterOrder: { en: 'fine after an unmet order, yuan a month', zh: '逾期罚款（元/月）' },
    introductionFineYuanPerChild: { en: 'fine for introducing a child, yuan', zh: '介绍童工罚款（元/人）' },
    recordsFineMaxYuan: { en: 'fine for missing records, at most yuan', zh: '登记材料罚款上限（元）' },
    unlicensedMultiplier: { en: 'multiplier for the unlicensed', zh: '无照单位倍数' },
    partMonth: { en: 'part of a month', zh: '不足一月' },
  },
  classSizes: {
    oversizedFrom: { en: 'oversized from', zh: '大班额' },
    severelyOversizedFrom: { en: 'severely oversized from', zh: '超大班额' },
  },
  accessDisclosure: {
    lateAgencies: { en: 'late agencies', zh: '延后告知部门' },
    lateDays: { en: 'days later', zh: '延后天数' },
  },
  imports: {
    confirmAbovePercent: { en: 'second person above per cent', zh: '复核比例（%）' },
    keepRejectsDays: { en: 'rejected rows are kept for days', zh: '退回行保存期限（天）' },
  },
  privacy: {
    suppressCountsBelow: { en: 'counts hidden below', zh: '小数隐藏下限' },
    suppressSensitiveCountsBelow: { en: 'sensitive counts hidden below', zh: '敏感小数隐藏下限' },
    sensitiveRegisters: { en: 'sensitive registers', zh: '敏感名册' },
  },
};
