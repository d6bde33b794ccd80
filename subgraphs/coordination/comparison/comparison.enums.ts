import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';
import type { DiscrepancyKind, EvidenceFact } from './discrepancies/discrepancy.js';
import type { MatchEvidence, MatchTier } from './matching/match-tiers.js';
import type { RunProblem, RunState } from './run/comparison-run.js';

export const ComparisonRunStateEnum = labelledEnum<RunState>(
  'ComparisonRunState',
  { en: 'How far a comparison run is', zh: '比对进度' },
  {
    PINNING: { en: "Holding the agencies' registers", zh: '锁定名册' },
    SCREENING: { en: 'Looking for children known to one side alone', zh: '初筛' },
    COMPARING: { en: 'Comparing', zh: '比对' },
    MATCHING: { en: 'Matching what was left over', zh: '匹配' },
    PUBLISHING: { en: 'Renewing the school-age register', zh: '更新台账' },
    COMPLETED: { en: 'Completed', zh: '完成' },
    REFUSED: { en: 'Refused: a source cannot be relied on', zh: '拒绝：数据来源不可用' },
    FAILED: { en: 'Broken off', zh: '中断' },
  },
);

export const ComparisonProblemEnum = labelledEnum<RunProblem['code']>(
  'ComparisonProblem',
  { en: 'Why a run compares nothing', zh: '比对未进行的原因' },
  {
    AGENCY_UNAVAILABLE: { en: 'The agency does not answer', zh: '部门系统无应答' },
    NOT_LOADED: { en: 'The register was never loaded', zh: '名册未导入' },
    STALE: { en: 'The register is older than the policy allows', zh: '名册已过期' },
    BROKEN_OFF: { en: 'A step failed again and again', zh: '多次失败' },
  },
);

export const DiscrepancyKindEnum = labelledEnum<DiscrepancyKind>(
  'DiscrepancyKind',
  { en: 'What the registers disagree on', zh: '疑点类别' },
  {
    DUPLICATE_ID: { en: 'Two persons on one number', zh: '重号' },
    DECEASED_IN_ONE_REGISTER: { en: 'Deceased in one register, alive in another', zh: '一方已注销死亡' },
    DUPLICATE_REGISTRATION: { en: 'Registered twice', zh: '双重户籍' },
    DUPLICATE_STATUS: { en: 'Two student statuses', zh: '双重学籍' },
    BIRTH_DATE_CONTRADICTS_NUMBER: { en: 'Birth date differs from the number', zh: '出生日期与证件号码不符' },
    AT_ANOTHER_SCHOOL: { en: 'Present at another school than the status says', zh: '人籍分离' },
    LIVES_ELSEWHERE: { en: 'Lives elsewhere than registered', zh: '人户分离' },
    TRANSFER_OVERDUE: { en: 'Transferred out and not in for too long', zh: '转学超期未转入' },
    TRANSFER_IN_TRANSIT: { en: 'Transfer on its way', zh: '转学途中' },
    STATUS_NOT_PRESENT: { en: 'Has a status and is not present', zh: '有籍无人' },
    RETURN_UNDER_FOLLOW_UP: { en: 'Returned, still followed', zh: '复学跟踪' },
    PRESENT_WITHOUT_STATUS: { en: 'Present without a status', zh: '有人无籍' },
    NEVER_ENROLLED: { en: 'Registered here, never enrolled', zh: '未入学' },
    TRANSITION_NOT_ARRIVED: { en: 'Left primary school, arrived at no junior school', zh: '小升初未到校' },
    OUT_OF_COUNTY_TO_REVERIFY: {
      en: 'Studies outside the county, to be verified again',
      zh: '县外就读待复核',
    },
    PERSON_WITHOUT_STATUS: { en: 'Registered, without a student status', zh: '有户籍无学籍' },
    STATUS_WITHOUT_PERSON: { en: 'Student status without a registered person', zh: '有学籍无户籍' },
    FORMER_NUMBER_IN_USE: { en: 'A register still has the former number', zh: '仍用原证件号码' },
    NUMBER_INVALID: { en: 'The status has a wrong number or none', zh: '学籍证件号码错误' },
    NAME_MISMATCH: { en: 'Names differ', zh: '姓名不一致' },
    POVERTY_WITHOUT_STATUS: { en: 'Of a poor household, without a student status', zh: '贫困家庭儿童无学籍' },
    DISABILITY_WITHOUT_STATUS: {
      en: 'With a disability certificate, without a student status',
      zh: '残疾儿童无学籍',
    },
    DROPOUT_OF_POOR_HOUSEHOLD: { en: 'Dropped out, of a poor household', zh: '贫困家庭辍学' },
    SUSPECTED_BY_PLATFORM: { en: 'Suspected by the national platform', zh: '国家平台下发疑似' },
  },
);

export const DiscrepancyStateEnum = labelledEnum(
  'DiscrepancyState',
  { en: 'Whether a discrepancy stands', zh: '疑点状态' },
  {
    OPEN: { en: 'Found by the latest run', zh: '存疑' },
    AWAITING_REPAIR: {
      en: 'A register is to be put right',
      zh: '待更正',
      detail: 'off the list when a comparison has matched it again',
    },
    CLOSED_OUT: { en: 'Closed out by a decision that holds', zh: '销号' },
    GONE: { en: 'Not found any more', zh: '已消除' },
  },
);

export const EvidenceFactEnum = labelledEnum<EvidenceFact>(
  'EvidenceFact',
  { en: 'What a register says', zh: '名册所载' },
  {
    REGISTERED: { en: 'Registered', zh: '已登记户籍' },
    REGISTRATION_CANCELLED: { en: 'Registration cancelled', zh: '户籍已注销' },
    MOVED_OUT: { en: 'Moved out', zh: '已迁出' },
    NO_RECORD: { en: 'No record', zh: '无记录' },
    ON_THE_ROLL: { en: 'On the roll', zh: '在籍' },
    OFF_THE_ROLL: { en: 'Off the roll', zh: '学籍已终止' },
    TRANSFERRED_OUT: { en: 'Transferred out', zh: '已转出' },
    PRESENT: { en: 'Present at the roll-call', zh: '点名在校' },
    ABSENT: { en: 'Absent at the roll-call', zh: '点名未到' },
    PRESENT_ELSEWHERE: { en: 'Present at another school', zh: '在他校就读' },
    PRESENT_UNLISTED: { en: 'Present without being listed', zh: '在校无籍' },
    UNEXCUSED_ABSENCE: { en: 'Absent without leave', zh: '无故缺勤' },
    APPROVED: { en: 'Absence approved', zh: '已批准缓学或休学' },
    PLACED: { en: 'Placed in special education', zh: '特教安置' },
    STUDIES_ELSEWHERE: { en: 'Studies elsewhere', zh: '外地就读' },
    VERIFICATION_EXPIRED: { en: 'The verification has expired', zh: '核实已过期' },
    LEFT_THE_COUNTRY: { en: 'Left the country', zh: '出境' },
    WHEREABOUTS_ASKED: { en: 'Police asked for the whereabouts', zh: '已请公安查找' },
    IN_CUSTODY: { en: 'Known to police', zh: '公安掌握' },
    SUSPECTED: { en: 'Suspected to be out of school', zh: '疑似失学辍学' },
    VISITED: { en: 'Visited', zh: '已走访' },
    VISITED_WITHOUT_RESULT: { en: 'Visited without result', zh: '走访未果' },
    CASE_OPEN: { en: 'A case is open', zh: '个案办理中' },
    CASE_RETURNED: { en: 'Returned to school by a case', zh: '个案已复学' },
    NUMBER_MISSING: { en: 'No number', zh: '无证件号码' },
    NUMBER_NOT_VERIFIED: { en: 'The number failed the national check', zh: '证件号码未通过核验' },
    OTHER_NUMBER: { en: 'Another number', zh: '证件号码不同' },
    FORMER_NUMBER: { en: 'A former number', zh: '原证件号码' },
    OTHER_NAME: { en: 'Another name', zh: '姓名不同' },
    OTHER_BIRTH_DATE: { en: 'Another birth date', zh: '出生日期不同' },
    OTHER_PERSON_ON_NUMBER: { en: 'Another person on the number', zh: '同号不同人' },
    SUGGESTED_MATCH: { en: 'May be the same child as another record', zh: '疑似同一人' },
    POOR_HOUSEHOLD: { en: 'Of a registered poor household', zh: '建档立卡户' },
    DISABILITY_CERTIFICATE: { en: 'Holds a disability certificate', zh: '持残疾人证' },
  },
);

export const MatchTierEnum = labelledEnum<MatchTier>(
  'MatchTier',
  { en: 'How two records came to be taken for one child', zh: '匹配层级' },
  {
    ALIAS: { en: 'Former number', zh: '曾用号码' },
    GUARDIAN: { en: 'Name, birth date, sex and a guardian', zh: '姓名出生日期性别及监护人一致' },
    HOUSEHOLD: { en: 'Name, birth date, sex and village', zh: '姓名出生日期性别及村居一致' },
    REPAIRED_ID: { en: 'Number with one slip', zh: '号码笔误' },
    FUZZY: { en: 'Similar name, birth date and township', zh: '姓名相近' },
  },
);

export const MatchEvidenceEnum = labelledEnum<MatchEvidence>(
  'MatchEvidence',
  { en: 'What a match rests on, or what speaks against it', zh: '匹配依据' },
  {
    POLICE_FORMER_NUMBER: { en: 'Police name the former number', zh: '公安登记曾用号码' },
    SHARED_GUARDIAN: { en: 'Same guardian', zh: '监护人相同' },
    REPAIRED_NUMBER: { en: 'The repaired number', zh: '更正后号码' },
    SAME_NAME: { en: 'Same name', zh: '姓名相同' },
    VARIANT_CHARACTER: { en: 'Variant character', zh: '异体字' },
    TRANSLITERATION: { en: 'Another transliteration', zh: '译名不同' },
    GIVEN_NAME_ONLY: { en: 'Given name alone', zh: '仅名相同' },
    SAME_BIRTH_DATE: { en: 'Same birth date', zh: '出生日期相同' },
    SAME_SEX: { en: 'Same sex', zh: '性别相同' },
    SAME_VILLAGE: { en: 'Same village', zh: '同村' },
    SAME_TOWNSHIP: { en: 'Same township', zh: '同乡镇' },
    OTHER_GUARDIANS: { en: 'Other guardians', zh: '监护人不同' },
    BOTH_REGISTERED: { en: 'Both are registered', zh: '均有户籍' },
    BOTH_ON_THE_ROLL: { en: 'Both are on a roll', zh: '均有学籍' },
    SEVERAL_CANDIDATES: { en: 'Several candidates', zh: '有多个候选' },
  },
);

export const MatchDecisionEnum = labelledEnum(
  'MatchDecision',
  { en: 'Whether two records are one child', zh: '匹配结论' },
  { ONE_CHILD: { en: 'One child', zh: '同一人' }, TWO_CHILDREN: { en: 'Two children', zh: '非同一人' } },
);
export type MatchDecision = EnumValue<typeof MatchDecisionEnum>;

export const DecideMatchErrorEnum = labelledEnum(
  'DecideMatchErrorCode',
  { en: 'Why a match was not decided', zh: '匹配未办理的原因' },
  {
    NOT_FOUND: { en: 'There is no such open suggestion within reach', zh: '没有该待定匹配' },
    TEXT_INVALID: { en: 'The reason has 5 to 200 characters', zh: '事由应为5至200字' },
  },
);

export const UndoLinkErrorEnum = labelledEnum(
  'UndoLinkErrorCode',
  { en: 'Why a link was not undone', zh: '未撤销关联的原因' },
  {
    NOT_FOUND: { en: 'There is no such link within reach', zh: '没有该关联' },
    TEXT_INVALID: { en: 'The reason has 5 to 200 characters', zh: '事由应为5至200字' },
  },
);

export const RecordSinceLinkEnum = labelledEnum(
  'RecordSinceLink',
  { en: 'Kind of record that was written about a linked child', zh: '关联期间的业务记录类别' },
  {
    CASE: { en: 'Dropout case', zh: '辍学个案' },
    PERSUASION_VISIT: { en: 'Persuasion visit', zh: '劝返记录' },
    REFERRAL: { en: 'Referral', zh: '转办' },
    ORDER: { en: 'Notice or order', zh: '控辍文书' },
    PLAN: { en: 'Support plan', zh: '帮扶方案' },
    DISPOSITION: { en: 'Disposition of a difference', zh: '核查结论' },
  },
);
export type RecordSinceLink = EnumValue<typeof RecordSinceLinkEnum>;
