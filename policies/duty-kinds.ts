import type { Label } from './policy-label.js';

/**
 * The closed list of what a body can be obliged to do and be recorded as having done (职责类别): the kinds of the duties in
 * policy files, and of the records of duties that the hub cannot derive from its own data.
 */
export const DUTY_KINDS = {
  REPORT: { en: 'Report', zh: '报告' },
  RECHECK: { en: 'Re-check', zh: '复核' },
  FIELD_VISIT: { en: 'Visits to schools and homes', zh: '进校入户调研' },
  GUIDANCE: { en: 'Guidance and survey', zh: '调研指导' },
  EVALUATION: { en: 'Evaluation', zh: '评估' },
  PUBLICITY: { en: 'Publicity', zh: '宣传' },
  ROLL_CALL: { en: 'Roll-call by class roster', zh: '进班点名' },
  MEETING: { en: 'Meeting, joint conference', zh: '会议、联席会议' },
  STATUS_REVIEW: { en: 'Review of status changes', zh: '学籍异动梳理' },
  CENSUS: { en: 'School-household census', zh: '学户普查' },
  BULLETIN: { en: 'Bulletin', zh: '通报' },
  INSPECTION: { en: 'Inspection', zh: '督导检查' },
  ASSESSMENT: { en: 'Assessment', zh: '考核' },
  LEADING_GROUP: { en: 'Setting up a leading group', zh: '成立领导小组' },
  POLICY_DOCUMENT: { en: 'Drawing up of a document or plan', zh: '制定文件、方案' },
  PLEDGE: { en: 'Signing of responsibility pledges', zh: '签订目标责任书' },
  CONTACT_PERSON: { en: 'Naming of a person in charge', zh: '明确具体工作人员' },
  GRID: { en: 'Grid management', zh: '网格化管控' },
  SCREENING: { en: 'Joint screening, house by house', zh: '联合排查、入户摸排' },
  VERIFICATION: { en: 'Verification of data one by one', zh: '逐一核查基本数据' },
  GUARDIAN_CONTACT: { en: 'Contact with the guardians', zh: '联系监护人' },
  PERSUASION: { en: 'Persuasion to return', zh: '劝返复学' },
  HOME_VISITS: { en: 'Home-visit campaign', zh: '家访活动' },
  HARDSHIP_REPORT: { en: 'Report of a hardship that the school cannot solve', zh: '困难上报' },
  RELIEF_REFERRAL: { en: 'Referral to social relief', zh: '纳入社会救助' },
  CARE: { en: 'Care for families and children', zh: '关心关爱' },
  PSYCHOLOGICAL_SUPPORT: { en: 'Psychological support', zh: '心理健康教育' },
  LEGAL_EDUCATION: { en: 'Legal education and legal aid', zh: '法治教育、法律援助' },
  LEGAL_ACTION: { en: 'Action by legal means', zh: '依法督促复学' },
  SURROUNDINGS_INSPECTION: { en: 'Inspection of the surroundings of schools', zh: '校园周边环境治理' },
  SCHOOL_PROVISION: { en: 'Places, layout and conditions of schools', zh: '学校布局、学位和办学条件' },
  FUNDING: { en: 'Guarantee of funds', zh: '经费保障' },
  RECTIFICATION: { en: 'Rectification within a time limit', zh: '限期整改' },
  ACCOUNTABILITY: { en: 'Holding to account, talks', zh: '问责、约谈' },
} as const satisfies Record<string, Label>;
export type DutyKind = keyof typeof DUTY_KINDS;

/** What makes a duty fall due that has no day of its own. */
export const DUTY_TRIGGERS = {
  UNEXCUSED_ABSENCE: { en: 'unexcused absence', zh: '无故未到校' },
  SIGN_OF_DROPOUT: { en: 'first sign of dropout', zh: '辍学苗头' },
  HIDDEN_RISK: { en: 'truancy, gap in guardianship, misconduct', zh: '逃学旷课、监护缺失、不良行为' },
  UNENROLLED_CHILD_FOUND: { en: 'school-age child found not enrolled', zh: '发现未入学适龄儿童少年' },
  DROPOUT_FOUND: { en: 'dropout found', zh: '发现失学辍学学生' },
  RETURN: { en: 'return to school', zh: '劝返复学' },
  HARDSHIP: { en: 'hardship that the school cannot solve', zh: '学校不能解决的困难' },
  CHILD_AT_WORK: { en: 'child found at work', zh: '发现童工' },
  INSPECTION_DONE: { en: 'inspection done', zh: '督查结束' },
  HIGH_DROPOUT_RATE: { en: 'high yearly dropout rate', zh: '年度辍学率高' },
  FINDING_OF_ASSESSMENT: { en: 'finding of an assessment', zh: '考核评估反馈问题' },
} as const satisfies Record<string, Label>;

/** Ways to reach families (宣传途径). */
export const PUBLICITY_CHANNELS = {
  NEWSPAPER: { en: 'newspapers', zh: '报刊' },
  RADIO: { en: 'radio', zh: '广播' },
  TELEVISION: { en: 'television', zh: '电视' },
  INTERNET: { en: 'internet', zh: '网络' },
  OFFICIAL_ACCOUNT: { en: 'official accounts', zh: '官方公众号' },
  WECHAT: { en: 'WeChat', zh: '微信' },
  WEIBO: { en: 'Weibo', zh: '微博' },
  QQ: { en: 'QQ', zh: 'QQ群' },
  LETTER_TO_PARENTS: { en: 'letter to parents', zh: '给家长的一封信' },
  BROCHURE: { en: 'brochures', zh: '宣传画册' },
  LEAFLET: { en: 'leaflets', zh: '宣传单' },
  BANNER: { en: 'banners', zh: '标语' },
  MARKET_DAY: { en: 'market days', zh: '赶场天' },
  MEETING: { en: 'meetings', zh: '有关会议' },
  PARENTS_MEETING: { en: "parents' meetings", zh: '家长会' },
  CLASS_MEETING: { en: 'class meetings', zh: '主题班会' },
  SCHOOL_CAMPAIGN: { en: 'school campaigns', zh: '主题宣传活动' },
} as const satisfies Record<string, Label>;
export type PublicityChannel = keyof typeof PUBLICITY_CHANNELS;
