import { labelledEnum } from '../_kit/schema/label.js';

export const ChildFileGuardianRelationEnum = labelledEnum(
  'ChildFileGuardianRelation',
  { en: 'Relation of a guardian to the child', zh: '与儿童关系' },
  {
    FATHER: { en: 'Father', zh: '父亲' },
    MOTHER: { en: 'Mother', zh: '母亲' },
    GRANDFATHER: { en: 'Grandfather', zh: '祖父或外祖父' },
    GRANDMOTHER: { en: 'Grandmother', zh: '祖母或外祖母' },
    OTHER_KIN: { en: 'Other kin', zh: '其他亲属' },
    NON_KIN: { en: 'Not kin', zh: '非亲属' },
  },
);
