import { labelledEnum } from './label.js';

/** GB/T 2261.1; several agencies record it, so the enum is the kit's. */
export const SexEnum = labelledEnum(
  'Sex',
  { en: 'Sex', zh: '性别' },
  {
    MALE: { en: 'Male', zh: '男', code: '1' },
    FEMALE: { en: 'Female', zh: '女', code: '2' },
  },
);
