import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';
import { verifyErrorEnum } from '../../_kit/verification/verification.enums.js';

/** 残疾儿童、残疾人子女 (昌市政办发〔2020〕16号 三（四）7): whose records are checked one by one. */
export const DisabilityGroupEnum = labelledEnum(
  'DisabilitySpecialGroup',
  { en: 'Group of the federation whose records are verified one by one', zh: '残联逐一核查的特殊群体' },
  {
    DISABLED_CHILD: { en: 'Children who hold a certificate', zh: '持证残疾儿童' },
    CHILD_OF_DISABLED: { en: 'Children of disabled parents', zh: '残疾人子女' },
  },
);
export type DisabilityGroup = EnumValue<typeof DisabilityGroupEnum>;

export const VerifyDisabilityRecordErrorEnum = verifyErrorEnum('VerifyDisabilityRecordErrorCode');
