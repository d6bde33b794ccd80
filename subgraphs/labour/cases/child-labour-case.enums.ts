import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const ChildHandedToEnum = labelledEnum(
  'ChildHandedTo',
  { en: 'To whom a child found at work was handed', zh: '送交对象' },
  {
    PARENTS: { en: 'Parents', zh: '父母' },
    GRANDPARENTS: { en: 'Grandparents', zh: '祖父母或外祖父母' },
    TOWNSHIP: { en: 'Township', zh: '乡镇人民政府' },
  },
);

export const AgeEvidenceEnum = labelledEnum(
  'AgeEvidence',
  { en: "What proves a child's age", zh: '年龄证据' },
  {
    HOUSEHOLD_REGISTER: { en: 'Household register', zh: '户口簿' },
    RESIDENT_ID: { en: 'Resident ID card', zh: '居民身份证' },
    STUDENT_STATUS: { en: 'Student status', zh: '学籍信息' },
    BONE_AGE: { en: 'Bone age', zh: '骨龄鉴定' },
  },
);

export const ReturnCostBearerEnum = labelledEnum(
  'ReturnCostBearer',
  { en: 'Who pays the way home of a child found at work', zh: '送返费用承担' },
  {
    EMPLOYER: { en: 'Employer', zh: '用人单位', detail: '国务院令第364号 第六条' },
    COUNTY: { en: 'County', zh: '县级财政垫付' },
  },
);

export const CaseTransferEnum = labelledEnum(
  'CaseTransfer',
  { en: 'To whom a labour case was handed over', zh: '移送单位' },
  {
    MARKET_SUPERVISION: { en: 'Market supervision', zh: '市场监管局' },
    POLICE: { en: 'Police', zh: '公安局' },
  },
);

export const ChildLabourStateEnum = labelledEnum(
  'ChildLabourState',
  { en: 'State of a child-labour case', zh: '童工案件状态' },
  {
    FOUND: { en: 'Found at work, not ordered back', zh: '已发现未责令' },
    ORDERED: { en: 'Ordered back', zh: '已责令限期送回' },
    RETURN_OVERDUE: { en: 'Not returned in time', zh: '逾期未送回' },
    RETURNED: { en: 'Returned, school not contacted', zh: '已送回未联系学校' },
    SCHOOL_CONTACTED: { en: 'Returned and school contacted', zh: '已联系学校' },
    ENROLLED: { en: 'Enrolled', zh: '已入学' },
  },
);
export type ChildLabourState = EnumValue<typeof ChildLabourStateEnum>;
