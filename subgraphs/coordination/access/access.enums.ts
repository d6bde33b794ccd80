import type { DataClass, PurposeCode } from '../../../policies/purposes.js';
import { labelledEnum, type EnumValue, type Term } from '../../_kit/schema/label.js';

export const ApprovalLevelEnum = labelledEnum(
  'ApprovalLevel',
  { en: 'Reach of an approval', zh: '审批层级' },
  {
    STANDING: { en: "A post's daily work", zh: '岗位常设授权' },
    CASE: { en: 'One child, named by the request', zh: '个案授权', detail: 'in the header `x-approval`' },
  },
);
export type ApprovalLevel = EnumValue<typeof ApprovalLevelEnum>;

export const ActorKindEnum = labelledEnum(
  'ActorKind',
  { en: 'Who is approved', zh: '被授权主体' },
  { ROLE: { en: 'Everybody in a role', zh: '角色' }, SUBJECT: { en: 'One officer', zh: '个人' } },
);
export type ActorKind = EnumValue<typeof ActorKindEnum>;

export const GranteeKindEnum = labelledEnum(
  'GranteeKind',
  { en: 'Area whose officers are let in', zh: '被授权区域' },
  {
    DIVISION: { en: 'Division, cut by level', zh: '行政区划' },
    SCHOOL: { en: 'School', zh: '学校' },
    CLASS: { en: 'Class', zh: '班级' },
  },
);
export type GranteeKind = EnumValue<typeof GranteeKindEnum>;

/** As in the catalogue of purposes, which a test holds this against. */
export const AccessPurposeEnum = labelledEnum<PurposeCode>(
  'AccessPurpose',
  { en: 'Purpose of access', zh: '处理目的' },
  {
    CASE_HANDLING: { en: 'Handling the case of one child', zh: '个案办理' },
    REGISTER_COMPARISON: { en: "Comparing the agencies' registers", zh: '比对核查' },
    AID_MATCHING: { en: 'Matching aid with those entitled to it', zh: '应助尽助比对' },
    SUPERVISION: { en: 'Inspecting how duties are performed', zh: '督导检查' },
    STATISTICS: { en: 'Figures without persons', zh: '统计分析' },
    DATA_EXCHANGE: { en: "Handing data to another agency's system", zh: '数据共享交换' },
    AUDIT: { en: 'Auditing who looked at whom', zh: '个人信息保护合规审计' },
  },
);

export const AccessDataClassEnum = labelledEnum<DataClass>(
  'AccessDataClass',
  { en: 'Kind of data', zh: '数据类别' },
  {
    IDENTITY: { en: 'Who a child is and where it belongs', zh: '身份信息' },
    RESIDENT_NUMBER: { en: 'Resident ID number in full', zh: '公民身份号码' },
    GUARDIANS: { en: 'Guardians', zh: '监护人' },
    SCHOOLING: { en: 'Schooling', zh: '就学信息' },
    HOUSEHOLD: { en: 'Household', zh: '户籍信息' },
    WELFARE: { en: 'Welfare', zh: '民政救助' },
    DISABILITY: { en: 'Disability', zh: '残疾信息' },
    LABOUR: { en: 'Labour', zh: '劳动监察' },
    POVERTY: { en: 'Poverty measures', zh: '帮扶信息' },
    CASEWORK: { en: 'Casework', zh: '控辍个案' },
    RESTRICTED: { en: 'Restricted facts', zh: '受限信息' },
    AGGREGATE: { en: 'Counts without persons', zh: '统计数据' },
    ACCESS_LOG: { en: 'Who looked at whom', zh: '访问记录' },
  },
);

export const PERIOD_TOO_LONG = {
  PERIOD_TOO_LONG: { en: 'It lasts longer than is allowed', zh: '期限过长' },
} as const satisfies Record<string, Term>;

const PERIOD = {
  PERIOD_INVALID: { en: 'It must begin now or later and end after it began', zh: '起止时间无效' },
  ...PERIOD_TOO_LONG,
} as const satisfies Record<string, Term>;

export const TEXT_INVALID = {
  TEXT_INVALID: {
    en: 'It takes 4 to 500 characters, without long numbers',
    zh: '须为4至500字，不得含证件号码、电话等长数字',
  },
} as const satisfies Record<string, Term>;

const CHILD_NOT_FOUND = {
  CHILD_NOT_FOUND: { en: 'There is no such child within reach', zh: '管辖范围内没有该学生' },
} as const satisfies Record<string, Term>;

const REVOCATION = {
  NOT_FOUND: { en: 'There is none of this id within reach', zh: '管辖范围内没有该记录' },
  ALREADY_REVOKED: { en: 'It was revoked before', zh: '此前已撤销' },
  ...TEXT_INVALID,
} as const satisfies Record<string, Term>;

export const ApproveAccessErrorEnum = labelledEnum(
  'ApproveAccessErrorCode',
  { en: 'Why access was not approved', zh: '未批准访问的原因' },
  {
    ACTOR_INVALID: { en: 'It is no role and no subject', zh: '角色或用户标识无效' },
    SELF_APPROVAL: { en: 'Nobody approves access for itself or its own role', zh: '不得为本人或本角色审批' },
    CLASS_OUTSIDE_PURPOSE: { en: 'The purpose does not have this kind of data', zh: '数据类别超出处理目的' },
    CHILD_REQUIRED: { en: 'An approval for a case names its child', zh: '个案授权须指明学生' },
    CHILD_NOT_ALLOWED: { en: 'A standing approval names no child', zh: '常设授权不得指明学生' },
    ...CHILD_NOT_FOUND,
    ...PERIOD,
    ...TEXT_INVALID,
  },
);
export type ApproveAccessErrorCode = EnumValue<typeof ApproveAccessErrorEnum>;

export const RevokeApprovalErrorEnum = labelledEnum(
  'RevokeApprovalErrorCode',
  { en: 'Why an approval was not revoked', zh: '未撤销授权的原因' },
  REVOCATION,
);

export const GrantAccessErrorEnum = labelledEnum(
  'GrantAccessErrorCode',
  { en: 'Why a child was not opened to another area', zh: '未跨区域授权的原因' },
  {
    AREA_INVALID: { en: 'It is no code of such an area', zh: '区域代码无效' },
    SELF_GRANT: { en: 'Nobody opens a child to its own area', zh: '不得向本区域授权' },
    ALREADY_GRANTED: {
      en: 'It is open to this area already; revoke that first',
      zh: '已有有效授权，请先撤销',
    },
    ...CHILD_NOT_FOUND,
    ...PERIOD,
    ...TEXT_INVALID,
  },
);
export type GrantAccessErrorCode = EnumValue<typeof GrantAccessErrorEnum>;

export const RevokeGrantErrorEnum = labelledEnum(
  'RevokeGrantErrorCode',
  { en: 'Why a grant was not revoked', zh: '未撤销跨区域授权的原因' },
  REVOCATION,
);
