import { labelledEnum, type EnumValue } from './label.js';

export const GuardianRelationEnum = labelledEnum(
  'GuardianRelation',
  { en: 'Relation of a guardian to the child', zh: '监护人与儿童关系' },
  {
    FATHER: { en: 'Father', zh: '父亲' },
    MOTHER: { en: 'Mother', zh: '母亲' },
    GRANDFATHER: { en: 'Grandfather', zh: '祖父或外祖父' },
    GRANDMOTHER: { en: 'Grandmother', zh: '祖母或外祖母' },
    OTHER_KIN: { en: 'Other kin', zh: '其他亲属' },
    NON_KIN: { en: 'Not kin', zh: '非亲属' },
  },
);

export const GuardianKindEnum = labelledEnum(
  'GuardianKind',
  { en: 'Kind of guardian', zh: '监护人类别' },
  {
    LEGAL: { en: 'Guardian by law', zh: '法定监护人' },
    SUBSTITUTE: {
      en: 'Substitute guardian',
      zh: '代理监护人',
      detail: 'kin who stand in for parents that are away',
    },
  },
);

export function guardianKindOf({
  isLegalGuardian,
}: {
  readonly isLegalGuardian: boolean;
}): EnumValue<typeof GuardianKindEnum> {
  return isLegalGuardian ? 'LEGAL' : 'SUBSTITUTE';
}
