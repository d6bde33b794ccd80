import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

/** Groups whose records are checked one by one (昌市政办发〔2020〕16号). Restricted ones are no group here. */
export const SpecialGroupEnum = labelledEnum(
  'SpecialGroup',
  { en: 'Group whose records are verified one by one', zh: '逐一核查的特殊群体' },
  {
    LEFT_BEHIND: { en: 'Left-behind children', zh: '农村留守儿童' },
    ORPHAN: { en: 'Orphans', zh: '孤儿' },
    DE_FACTO_UNATTENDED: { en: 'De facto unattended children', zh: '事实无人抚养儿童' },
    CHILD_IN_DIFFICULTY: { en: 'Children in difficulty', zh: '困境儿童' },
  },
);
export type SpecialGroup = EnumValue<typeof SpecialGroupEnum>;

export const LeftBehindFileGapEnum = labelledEnum(
  'LeftBehindFileGap',
  { en: 'What a left-behind child’s file lacks', zh: '留守儿童档案缺项' },
  {
    NO_FILE: { en: 'The file itself', zh: '未建档' },
    NO_SUBSTITUTE_GUARDIAN: { en: 'A substitute guardian', zh: '未落实代理监护人' },
    NO_CONTACT: { en: 'A telephone of the substitute guardian', zh: '无代理监护人联系方式' },
    NO_COMMITMENT: { en: 'A signed commitment of the substitute guardian', zh: '未签订委托监护承诺书' },
    NOT_VERIFIED_IN_TIME: { en: 'A verification in time', zh: '未按期核查' },
  },
);
export type LeftBehindFileGap = EnumValue<typeof LeftBehindFileGapEnum>;
