import { labelledEnum } from '../_kit/schema/label.js';

export const MissingPersonResultEnum = labelledEnum(
  'MissingPersonResult',
  { en: 'Finding on a child nobody can reach', zh: '疑似失踪失联界定结果' },
  {
    MISSING: { en: 'Missing', zh: '失踪' },
    CONTACT_FOUND: { en: 'Contact found', zh: '已取得联系' },
    NO_SUCH_PERSON: { en: 'No such person', zh: '查无此人' },
  },
);

export const LegalCustodyKindEnum = labelledEnum(
  'LegalCustodyKind',
  { en: 'Kind of legal custody', zh: '专门教育或羁押类别' },
  {
    SPECIALISED_SCHOOL: { en: 'Specialised school', zh: '专门学校' },
    CUSTODY: { en: 'Custody', zh: '羁押' },
  },
);
