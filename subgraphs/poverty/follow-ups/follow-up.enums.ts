import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const RelocatedSchoolPlaceEnum = labelledEnum(
  'RelocatedSchoolPlace',
  { en: 'Where a relocated child goes to school, as far as the office has seen', zh: '搬迁户子女就学情况' },
  {
    AT_SITE: { en: 'In a school of the resettlement site', zh: '安置点学校就读' },
    ELSEWHERE: { en: 'In another school', zh: '其他学校就读' },
    NONE: { en: 'In no school', zh: '未就学' },
  },
);
export type RelocatedSchoolPlace = EnumValue<typeof RelocatedSchoolPlaceEnum>;

export const RecordRelocationFollowUpErrorEnum = labelledEnum(
  'RecordRelocationFollowUpErrorCode',
  { en: 'Why a follow-up was not recorded', zh: '跟踪情况未登记的原因' },
  {
    CHILD_NOT_FOUND: { en: 'There is no such relocated child within reach', zh: '没有该搬迁户子女' },
    DATE_INVALID: {
      en: 'The day lies in the future, or before the move or the last follow-up',
      zh: '日期晚于今天或早于搬迁、上次跟踪',
    },
    SCHOOL_INVALID: {
      en: 'A school is named by its code of 10 digits, and where the child goes to one',
      zh: '就读学校应填10位学校标识码，未就学不填',
    },
    ALREADY_RECORDED: { en: 'This follow-up stands on record', zh: '该次跟踪已登记' },
  },
);
export type RecordRelocationFollowUpCode = EnumValue<typeof RecordRelocationFollowUpErrorEnum>;
