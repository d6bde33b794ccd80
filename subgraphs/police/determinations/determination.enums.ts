import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const RecordDeterminationErrorEnum = labelledEnum(
  'RecordMissingPersonDeterminationErrorCode',
  { en: 'Why a missing-person determination was not recorded', zh: '失踪失联界定未登记的原因' },
  {
    CHILD_NOT_FOUND: { en: 'There is no such child within reach', zh: '没有该儿童' },
    DATE_IN_FUTURE: { en: 'The day is later than today', zh: '日期不得晚于今天' },
    DATE_OUT_OF_ORDER: { en: 'It is determined after it was requested', zh: '界定日期不得早于提请日期' },
    ALREADY_DETERMINED: {
      en: 'The request of this day is determined; a later finding has a request of its own',
      zh: '该日提请已界定，后续情况请按新的提请登记',
    },
    OTHER_REQUEST_OPEN: {
      en: 'The child has an open request of another day; determine that one',
      zh: '该儿童有其他日期的待界定提请，请先对该提请作出界定',
    },
    NAME_NEEDED: {
      en: 'No police register names the child; give the name that the request has',
      zh: '公安名册中没有该儿童姓名，请填写提请中的姓名',
    },
    NAME_INVALID: {
      en: 'A name has 1 to 50 characters and no digits',
      zh: '姓名应为1至50字，且不得含数字',
    },
    PLACE_UNKNOWN: {
      en: 'No register says where the child lives or is registered',
      zh: '无法确定儿童的居住地或户籍地',
    },
  },
);
export type RecordDeterminationCode = EnumValue<typeof RecordDeterminationErrorEnum>;
