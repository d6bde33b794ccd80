import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

/** Why nothing was recorded about a case: each mutation gives those that can happen to it. */
export const ChildLabourCaseErrorEnum = labelledEnum(
  'ChildLabourCaseErrorCode',
  { en: 'Why nothing was recorded about a child-labour case', zh: '童工案件未登记的原因' },
  {
    CHILD_NOT_FOUND: { en: 'There is no such child within reach', zh: '没有该儿童' },
    INSPECTION_NOT_FOUND: { en: 'There is no such inspection within reach', zh: '没有该次检查' },
    NOT_FOUND: { en: 'There is no such case within reach', zh: '没有该案件' },
    STALE_VERSION: {
      en: 'Somebody or an import has changed it since; look at it again',
      zh: '案件已有更新，请重新查看',
    },
    OPEN_ALREADY: {
      en: 'The child has an open case at this employer',
      zh: '该儿童在该用人单位已有未结案件',
    },
    PLACE_UNKNOWN: {
      en: 'No register says where the child lives or is registered',
      zh: '无法确定儿童的居住地或户籍地',
    },
    OF_WORKING_AGE: {
      en: 'On the day on which it was found the child had reached 16, the least age for work',
      zh: '发现之日已满16周岁，不属于童工',
    },
    NAME_INVALID: {
      en: 'A name has 1 to 50 characters and no digits',
      zh: '姓名应为1至50字，且不得含数字',
    },
    DATE_IN_FUTURE: { en: 'The day is later than today', zh: '日期不得晚于今天' },
    DATE_OUT_OF_ORDER: {
      en: 'The day does not go with those that are recorded of the case or its inspection',
      zh: '日期与案件或检查已登记的日期先后不符',
    },
    RETURN_DUE_INVALID: {
      en: 'The child is to be returned on the day of the order or later',
      zh: '限期送回截止日期不得早于责令日期',
    },
    ALREADY_RECORDED: { en: 'This is recorded of the case', zh: '该事项已登记' },
    NOT_RETURNED: { en: 'The child has not been returned', zh: '该儿童尚未送回' },
  },
);
export type ChildLabourCaseErrorCode = EnumValue<typeof ChildLabourCaseErrorEnum>;
