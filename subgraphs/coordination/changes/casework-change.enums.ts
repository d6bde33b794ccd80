import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const CaseworkRecordEnum = labelledEnum(
  'CaseworkRecord',
  { en: 'Kind of record that changed', zh: '变更记录类别' },
  {
    CASE: { en: 'Dropout case', zh: '辍学个案', detail: 'listed by `cases`' },
    TASK: { en: 'Task on a difference', zh: '核查任务', detail: 'listed by `discrepancyTasks`' },
    REFERRAL: { en: 'Referral', zh: '转办', detail: 'listed by `referrals`' },
    ORDER: { en: 'Notice or order', zh: '控辍文书', detail: 'listed by `enforcementOrders`' },
  },
);
export type CaseworkRecord = EnumValue<typeof CaseworkRecordEnum>;

export const CaseworkChangeKindEnum = labelledEnum(
  'CaseworkChangeKind',
  { en: 'What became of a record', zh: '变更方式' },
  {
    ADDED: { en: 'Added', zh: '新增' },
    CHANGED: { en: 'Changed', zh: '变更' },
    REMOVED: { en: 'Removed', zh: '删除' },
  },
);
export type CaseworkChangeKind = EnumValue<typeof CaseworkChangeKindEnum>;
