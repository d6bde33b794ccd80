import { labelledEnum, type EnumValue } from '../schema/label.js';

export const VerificationOutcomeEnum = labelledEnum(
  'VerificationOutcome',
  { en: 'What a verification found', zh: '核查结果' },
  {
    HOLDS: { en: 'The record holds', zh: '情况属实' },
    CHANGED: {
      en: 'The record is to be corrected',
      zh: '情况有变',
      detail: 'the register is put right by an import',
    },
    HOLDS_NO_MORE: {
      en: 'The child is no more of the group',
      zh: '不再符合',
      detail: 'the register ends the record by an import',
    },
  },
);
export type VerificationOutcome = EnumValue<typeof VerificationOutcomeEnum>;

/** Why an agency did not record a verification. @param name of the enum in the agency's schema */
export function verifyErrorEnum<Name extends string>(name: Name) {
  return labelledEnum(
    name,
    { en: 'Why a verification was not recorded', zh: '核查未登记的原因' },
    {
      RECORD_NOT_FOUND: {
        en: 'No record of this group holds today for such a child within reach',
        zh: '该儿童没有该类别的有效记录',
      },
      DATE_INVALID: {
        en: 'The day lies in the future, or before the record or its last verification',
        zh: '日期晚于今天或早于登记、上次核查',
      },
      ALREADY_RECORDED: { en: 'This verification stands on record', zh: '该次核查已登记' },
    },
  );
}
export type VerifyErrorEnum = ReturnType<typeof verifyErrorEnum>;
export type VerifyCode = EnumValue<VerifyErrorEnum>;
