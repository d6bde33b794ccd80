import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';
import { verifyErrorEnum } from '../../_kit/verification/verification.enums.js';

export const VerifyRecordErrorEnum = verifyErrorEnum('VerifySpecialGroupRecordErrorCode');

export const EntrustGuardianErrorEnum = labelledEnum(
  'EntrustGuardianErrorCode',
  { en: 'Why a substitute guardian was not recorded', zh: '代理监护人未登记的原因' },
  {
    CHILD_NOT_FOUND: {
      en: 'No left-behind child with a file within reach',
      zh: '没有该留守儿童或尚未建档',
    },
    DATE_INVALID: {
      en: 'A day lies in the future, or the commitment before the entrusting',
      zh: '日期晚于今天或承诺早于委托',
    },
    NAME_INVALID: { en: 'The name has 2 to 50 characters and no number', zh: '姓名应为2至50字，不得含数字' },
    PHONE_INVALID: { en: 'The telephone has 7 to 15 digits', zh: '电话应为7至15位数字' },
    RELATION_INVALID: { en: 'A parent is no substitute guardian', zh: '父母不是代理监护人' },
    ALREADY_RECORDED: { en: 'This guardian stands on the file', zh: '该监护人已登记' },
  },
);
export type EntrustGuardianCode = EnumValue<typeof EntrustGuardianErrorEnum>;
