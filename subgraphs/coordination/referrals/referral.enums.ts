import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const ReferralReasonEnum = labelledEnum(
  'ReferralReason',
  { en: 'Reason of a referral', zh: '转办事由' },
  {
    CHILD_AT_WORK: { en: 'Child at work', zh: '涉嫌使用童工' },
    DISABILITY_CONFIRMATION: { en: 'Confirmation of a disability and placement', zh: '残疾确认与安置' },
    WHEREABOUTS: { en: 'Whereabouts unknown', zh: '失踪失联界定' },
    AID: { en: 'Aid for a hard family', zh: '困难救助' },
    CARE: { en: 'Care for child and family', zh: '关爱帮扶' },
    MEDICAL_HELP: { en: 'Medical help at home', zh: '送医上门' },
    POVERTY_HELP: { en: 'Help for a registered-poverty household', zh: '建档立卡户帮扶' },
    RELOCATED_FAMILY: { en: 'Schooling after a relocation', zh: '搬迁户子女入学跟踪' },
    GUARDIANSHIP: { en: 'Guardians who fail in their duty', zh: '监护人失职' },
    LEGAL_AID: { en: 'Legal aid', zh: '法律援助' },
    PERSUASION: { en: 'Persuasion to return to school', zh: '劝返复学' },
    LEGAL_ACTION: { en: 'Return urged by legal means', zh: '依法督促复学' },
    PSYCHOLOGICAL_SUPPORT: { en: 'Psychological support', zh: '心理健康教育' },
    PLACEMENT: { en: 'Place in a school', zh: '落实入学安置' },
    ENROLMENT: { en: 'Child of the area who is not enrolled', zh: '未入学劝返' },
    HARDSHIP: { en: 'Hardship that the school cannot relieve', zh: '学校不能解决的困难' },
    FUNDS: { en: 'Funds for a pupil or its school', zh: '经费保障' },
    SCHOOL_SURROUNDINGS: {
      en: 'Surroundings of the school, venues that admit pupils',
      zh: '校园周边环境治理(含娱乐场所、网吧接纳未成年学生)',
    },
    CONCEALMENT: {
      en: 'Dropout that is concealed, not marked, or caused by the school',
      zh: '瞒报、漏报、不作标注或人为辍学核查',
    },
    JOINT_SOLUTION: { en: 'Matter that needs several bodies', zh: '需多部门协调解决' },
  },
);
export type ReferralReason = EnumValue<typeof ReferralReasonEnum>;

export const ReferralStateEnum = labelledEnum(
  'ReferralState',
  { en: 'State of a referral', zh: '转办状态' },
  {
    SENT: { en: 'Sent', zh: '已转出' },
    ACCEPTED: { en: 'Accepted', zh: '已受理' },
    REFUSED: { en: 'Sent back', zh: '已退回' },
    ANSWERED: { en: 'Answered', zh: '已反馈' },
    WITHDRAWN: { en: 'Withdrawn', zh: '已撤回' },
  },
);
export type ReferralState = EnumValue<typeof ReferralStateEnum>;

export const ReferralRefusalEnum = labelledEnum(
  'ReferralRefusal',
  { en: 'Why a referral was sent back', zh: '退回原因' },
  {
    NOT_COMPETENT: { en: "Not among the body's duties", zh: '不属本单位职责' },
    DUPLICATE: { en: 'Referred already', zh: '重复转办' },
    FACTS_MISSING: { en: 'Facts are missing', zh: '情况不清' },
    ANOTHER_AREA: { en: 'Belongs to another area', zh: '不属本辖区' },
  },
);
export type ReferralRefusal = EnumValue<typeof ReferralRefusalEnum>;

export const ReferralOutcomeEnum = labelledEnum(
  'ReferralOutcome',
  { en: 'What came of a referral', zh: '办理结果' },
  {
    TRUE_DEALT_WITH: { en: 'True and dealt with', zh: '属实并已办理' },
    TRUE_BEING_DEALT_WITH: { en: 'True and still being dealt with', zh: '属实正在办理' },
    NOT_TRUE: { en: 'Not true', zh: '情况不属实' },
    CHILD_NOT_FOUND: { en: 'Child not found', zh: '查无此人' },
  },
);
export type ReferralOutcome = EnumValue<typeof ReferralOutcomeEnum>;

/** Why nothing was recorded about a referral: each mutation gives those that can happen to it. */
export const ReferralErrorEnum = labelledEnum(
  'ReferralErrorCode',
  { en: 'Why nothing was recorded about a referral', zh: '转办未登记的原因' },
  {
    CHILD_NOT_FOUND: { en: 'There is no such child within reach', zh: '没有该学生' },
    NOT_FOUND: { en: 'There is no such referral within reach', zh: '没有该转办' },
    NO_BODY: { en: 'Your office sends no referrals', zh: '您所在的单位不办理转办' },
    TO_ITSELF: { en: 'Nobody refers to the own office', zh: '不能转办给本单位' },
    RECEIVER_INVALID: {
      en: 'This body does not see to this reason',
      zh: '该事由不由接收单位办理',
    },
    PLACE_UNKNOWN: {
      en: 'No register says which township, village or school of the county it is',
      zh: '无法确定学生所属乡镇(街道)、村(社区)或学校',
    },
    CASE_NOT_FOUND: { en: 'The child has no such open case', zh: '该学生没有该在办个案' },
    OTHER_TOWNSHIP: {
      en: 'The case belongs to another township: where the child lives',
      zh: '个案由学生居住地乡镇(街道)办理',
    },
    OPEN_ALREADY: {
      en: 'The same was referred to this body and is not ended',
      zh: '同一事由已转办该单位，尚未办结',
    },
    NOT_RECEIVER: { en: 'It was referred to another body', zh: '该转办不是转给您所在单位的' },
    NOT_SENDER: { en: 'Another body has sent it', zh: '该转办不是您所在单位转出的' },
    STALE_VERSION: { en: 'Somebody has changed it since; look at it again', zh: '转办已有更新，请重新查看' },
    ACCEPTED_ALREADY: { en: 'It is accepted; only an answer ends it', zh: '已受理，请反馈办理结果' },
    ENDED: { en: 'It is answered, sent back or withdrawn', zh: '该转办已反馈、退回或撤回' },
  },
);
export type ReferralErrorCode = EnumValue<typeof ReferralErrorEnum>;
