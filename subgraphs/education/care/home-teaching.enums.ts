import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const RecordHomeTeachingErrorEnum = labelledEnum(
  'RecordHomeTeachingVisitErrorCode',
  { en: 'Why a home-teaching visit was not recorded', zh: '送教记录未登记的原因' },
  {
    CHILD_NOT_FOUND: { en: 'There is no such pupil within reach', zh: '没有该学生' },
    NOT_TAUGHT_AT_HOME: {
      en: 'The pupil was not placed in home teaching on that day',
      zh: '该日学生未安置为送教上门',
    },
    DATE_INVALID: { en: 'The day lies in the future', zh: '日期晚于今天' },
    HOURS_INVALID: { en: 'Lessons last more than 0 and at most 8 hours', zh: '课时应大于0且不超过8小时' },
    ALREADY_RECORDED: { en: 'This visit stands on the list', zh: '该次送教已登记' },
  },
);
export type RecordHomeTeachingCode = EnumValue<typeof RecordHomeTeachingErrorEnum>;
