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

export const MaritalStatusEnum = labelledEnum(
  'MaritalStatus',
  { en: 'Marital status', zh: '婚姻状况' },
  {
    UNMARRIED: { en: 'Unmarried', zh: '未婚', code: '10' },
    MARRIED: { en: 'Married', zh: '已婚', code: '20' },
    WIDOWED: { en: 'Widowed', zh: '丧偶', code: '30' },
    DIVORCED: { en: 'Divorced', zh: '离婚', code: '40' },
  },
);

export const EducationLevelEnum = labelledEnum(
  'EducationLevel',
  {
    en: 'Education as registered with police',
    zh: '文化程度',
    detail: 'written when last updated, often long ago',
  },
  {
    NONE: { en: 'None', zh: '未上过学' },
    PRIMARY: { en: 'Primary school', zh: '小学' },
    JUNIOR_SECONDARY: { en: 'Junior secondary school', zh: '初级中学' },
    SENIOR_SECONDARY: { en: 'Senior secondary school', zh: '高级中学' },
    HIGHER: { en: 'Higher education', zh: '大学及以上' },
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
