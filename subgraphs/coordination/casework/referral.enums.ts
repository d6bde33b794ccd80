import { labelledEnum } from '../../_kit/schema/label.js';

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
