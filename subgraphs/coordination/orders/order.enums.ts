import { labelledEnum, type EnumValue, type Term } from '../../_kit/schema/label.js';
import { TEXT_INVALID } from '../access/access.enums.js';

export const NextOrderStateEnum = labelledEnum(
  'NextOrderState',
  { en: 'Whether a step of the ladder is due', zh: '下一步程序状态' },
  {
    DUE: { en: 'Due', zh: '应当办理' },
    WAITING: { en: 'Not yet due', zh: '尚未到期' },
    NOTHING_DUE: { en: 'Nothing is due', zh: '无需办理' },
    UNKNOWN: { en: 'Not known', zh: '无法判定' },
  },
);
export type NextOrderState = EnumValue<typeof NextOrderStateEnum>;

export const NextOrderReasonEnum = labelledEnum(
  'NextOrderReason',
  { en: 'Why a step is due or not', zh: '下一步程序的依据' },
  {
    NOT_ENROLLED: { en: 'Not enrolled, and the day of the notice has come', zh: '未入学且已到发放通知时间' },
    OUT_OF_SCHOOL: { en: 'Out of school, and no order was issued', zh: '失学且尚未发放文书' },
    REFUSED: { en: 'The guardians refused', zh: '监护人拒不送子女入学' },
    PRECEDING_NOT_OBEYED: {
      en: 'The order before was served and not obeyed in time',
      zh: '前一文书送达后逾期未履行',
    },
    NOT_SERVED: { en: 'The order before is not served', zh: '前一文书尚未送达' },
    SERVED_TOO_LATE: {
      en: 'The order before was served after its day; withdraw it and issue it anew',
      zh: '前一文书逾期送达，应撤回重发',
    },
    TIME_RUNNING: { en: 'The time limit is running', zh: '履行期限未满' },
    NOT_REFUSED: { en: 'The guardians have not refused', zh: '监护人未拒绝' },
    BEFORE_NOTICE_DAY: { en: 'The day of the notice has not come', zh: '未到发放通知时间' },
    NOT_CONFIRMED: { en: 'The case is not confirmed', zh: '个案尚未确认' },
    RETURNED: { en: 'The child is in school', zh: '学生已在校' },
    COMPLIED: { en: 'The order was obeyed', zh: '文书已履行' },
    CASE_CLOSED: { en: 'The case is closed', zh: '个案已销号' },
    APPROVED_ABSENCE: { en: 'The absence is approved', zh: '经批准缓学、休学' },
    JUSTIFIED_REASON: { en: 'There is a justified reason', zh: '有正当理由' },
    NOT_COMPULSORY: { en: 'The child need not be in school', zh: '不在义务教育范围' },
    LADDER_EXHAUSTED: { en: 'No step is left', zh: '程序已全部办理' },
    NOT_VERIFIED: { en: 'Nobody knows where the child is', zh: '就学状况待核实' },
    REGISTER_NOT_KNOWN: { en: 'The school-age register is not known', zh: '适龄儿童台账未掌握' },
    TERM_NOT_ANNOUNCED: { en: 'The dates of the term are not announced', zh: '学期日期未公布' },
  },
);
export type NextOrderReason = EnumValue<typeof NextOrderReasonEnum>;

/** As civil procedure has them (民事诉讼法 送达). */
export const ServiceMethodEnum = labelledEnum(
  'ServiceMethod',
  { en: 'How a document is served', zh: '送达方式' },
  {
    DIRECT: { en: 'Handed over', zh: '直接送达' },
    LEFT: { en: 'Left at the home before witnesses', zh: '留置送达', detail: 'nobody took it' },
    MAIL: { en: 'By post', zh: '邮寄送达' },
    ENTRUSTED: { en: 'Through another body', zh: '委托送达' },
    PUBLIC_NOTICE: { en: 'By public notice', zh: '公告送达', detail: 'nobody took it' },
  },
);
export type ServiceMethod = EnumValue<typeof ServiceMethodEnum>;

export const JustifiedReasonEnum = labelledEnum(
  'JustifiedReasonKind',
  { en: 'Justified reason for not being in school', zh: '正当理由' },
  {
    ILLNESS: { en: 'Illness', zh: '因病' },
    DISABILITY: { en: 'Disability without a suitable placement', zh: '因残暂无适合安置' },
    DISASTER: { en: 'Disaster or closed road', zh: '灾害、道路中断' },
    NO_PLACE: { en: 'No school has given a place', zh: '学位尚未落实' },
    OTHER: { en: 'Another', zh: '其他', detail: 'the basis says which' },
  },
);

const CASE_NOT_FOUND = {
  CASE_NOT_FOUND: { en: 'There is no such case within reach', zh: '管辖范围内没有该个案' },
} as const satisfies Record<string, Term>;
const NOT_ISSUER = {
  NOT_ISSUER: { en: 'Your office may not take this step', zh: '本单位不是该程序的办理单位' },
} as const satisfies Record<string, Term>;
const DATE_INVALID = {
  DATE_INVALID: { en: 'It can’t be on this day', zh: '日期不合理' },
} as const satisfies Record<string, Term>;
const OF_ORDER = {
  NOT_FOUND: { en: 'There is no such order within reach', zh: '管辖范围内没有该文书' },
  STALE_VERSION: { en: 'Somebody changed it meanwhile; read it again', zh: '已被他人更新，请重新读取' },
  WITHDRAWN: { en: 'The order was withdrawn', zh: '文书已撤回' },
  ...NOT_ISSUER,
} as const satisfies Record<string, Term>;

export const IssueOrderErrorEnum = labelledEnum(
  'IssueOrderErrorCode',
  { en: 'Why an order was not issued', zh: '未签发的原因' },
  {
    ...CASE_NOT_FOUND,
    NOT_NEXT_STEP: { en: 'This is not the step that is due', zh: '不是当前应办理的程序' },
    NOTHING_DUE: { en: 'Nothing is due on this case today', zh: '该个案目前无应办程序' },
    NOT_KNOWN: { en: 'It can’t be told whether a step is due', zh: '目前无法判定应办程序' },
    ...NOT_ISSUER,
    DUE_DATE_INVALID: { en: 'The time limit is too short or too long', zh: '期限过短或过长' },
    NUMBER_REQUIRED: {
      en: 'The document of a body outside the hub has its own number',
      zh: '外单位文书须填写其文号',
    },
    NUMBER_NOT_ALLOWED: { en: 'The hub gives the number', zh: '文号由系统编排，不得填写' },
    NUMBER_TAKEN: { en: 'This number stands on another document', zh: '该文号已被使用' },
    ...TEXT_INVALID,
  },
);
export type IssueOrderCode = EnumValue<typeof IssueOrderErrorEnum>;

export const RecordServiceErrorEnum = labelledEnum(
  'RecordServiceErrorCode',
  { en: 'Why service was not recorded', zh: '未登记送达的原因' },
  {
    ...OF_ORDER,
    ...DATE_INVALID,
    ALREADY_SERVED: { en: 'It was served before', zh: '此前已送达' },
    RECEIVER_REQUIRED: { en: 'Say who took it', zh: '须填写签收人与学生关系' },
    RECEIVER_NOT_ALLOWED: { en: 'Served this way, nobody takes it', zh: '该送达方式无签收人' },
  },
);
export type RecordServiceCode = EnumValue<typeof RecordServiceErrorEnum>;

export const RecordComplianceErrorEnum = labelledEnum(
  'RecordComplianceErrorCode',
  { en: 'Why obedience was not recorded', zh: '未登记履行的原因' },
  {
    ...OF_ORDER,
    ...DATE_INVALID,
    ALREADY_COMPLIED: { en: 'It was obeyed before', zh: '此前已履行' },
    SEEN_BY_REGISTERS: {
      en: 'The registers show the return; nobody enters it',
      zh: '复学已由名册反映，无需登记',
    },
    ...TEXT_INVALID,
  },
);
export type RecordComplianceCode = EnumValue<typeof RecordComplianceErrorEnum>;

export const WithdrawOrderErrorEnum = labelledEnum(
  'WithdrawOrderErrorCode',
  { en: 'Why an order was not withdrawn', zh: '未撤回的原因' },
  {
    ...OF_ORDER,
    LATER_ORDER_STANDS: { en: 'A later order rests on it', zh: '后续文书以其为依据' },
    ...TEXT_INVALID,
  },
);
export type WithdrawOrderCode = EnumValue<typeof WithdrawOrderErrorEnum>;

export const RecordJustifiedReasonErrorEnum = labelledEnum(
  'RecordJustifiedReasonErrorCode',
  { en: 'Why a justified reason was not recorded', zh: '未登记正当理由的原因' },
  {
    ...CASE_NOT_FOUND,
    ...DATE_INVALID,
    PERIOD_TOO_LONG: { en: 'It lasts longer than a year', zh: '期限超过一年' },
    ...TEXT_INVALID,
  },
);
export type RecordJustifiedReasonCode = EnumValue<typeof RecordJustifiedReasonErrorEnum>;
