import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const HouseholdRegisterScopeEnum = labelledEnum(
  'HouseholdEducationRegisterScope',
  { en: 'Whose book a household education register is', zh: '文化户口台账层级' },
  {
    COUNTY: { en: 'County', zh: '县' },
    TOWNSHIP: { en: 'Township', zh: '乡镇(街道)' },
    VILLAGE: { en: 'Village', zh: '村(社区)' },
    SCHOOL: { en: 'Catchment area that a school visits', zh: '学校施教范围' },
  },
);
export type HouseholdRegisterScope = EnumValue<typeof HouseholdRegisterScopeEnum>;
