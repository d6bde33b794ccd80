import { labelledEnum } from '../_kit/schema/label.js';

export const ChildHandedToEnum = labelledEnum(
  'ChildHandedTo',
  { en: 'To whom a child found at work was handed', zh: '送交对象' },
  {
    PARENTS: { en: 'Parents', zh: '父母' },
    GRANDPARENTS: { en: 'Grandparents', zh: '祖父母或外祖父母' },
    TOWNSHIP: { en: 'Township', zh: '乡镇人民政府' },
  },
);
