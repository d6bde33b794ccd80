import { labelledEnum } from '../../_kit/schema/label.js';

export const ContactChannelEnum = labelledEnum(
  'ContactChannel',
  { en: 'How a guardian was contacted', zh: '联系方式' },
  {
    PHONE: { en: 'Telephone', zh: '电话' },
    MESSAGE: { en: 'Message', zh: '短信或微信' },
    VISIT: { en: 'Visit', zh: '上门' },
  },
);

export const ContactOutcomeEnum = labelledEnum(
  'ContactOutcome',
  { en: 'What a contact with the guardian brought', zh: '联系结果' },
  {
    WILL_ATTEND: { en: 'The child will come back', zh: '承诺返校' },
    EXPLAINED: { en: 'The absence was explained', zh: '已说明原因' },
    REFUSED: { en: 'Refused', zh: '拒绝返校' },
    NOT_REACHED: { en: 'Nobody was reached', zh: '未联系上' },
  },
);
