import { labelledEnum } from '../_kit/schema/label.js';

export const CancelReasonEnum = labelledEnum(
  'RegistrationCancelReason',
  { en: 'Why a registration was cancelled', zh: '户口注销原因' },
  {
    DEATH: { en: 'Death', zh: '死亡' },
    MOVED_OUT: { en: 'Moved out', zh: '迁出' },
    DUPLICATE: { en: 'Duplicate registration', zh: '重复户口' },
    EMIGRATED: { en: 'Settled abroad', zh: '出国(境)定居' },
  },
);

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

export const HouseholdKindEnum = labelledEnum(
  'HouseholdKind',
  { en: 'Kind of household', zh: '户别' },
  {
    FAMILY: { en: 'Family household', zh: '家庭户' },
    COLLECTIVE: { en: 'Collective household', zh: '集体户' },
  },
);
