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

export const MissingPersonRequesterEnum = labelledEnum(
  'MissingPersonRequester',
  { en: 'Who asked the police to look for a child', zh: '提请界定单位' },
  {
    EDUCATION: { en: 'Education bureau', zh: '教育局' },
    TOWNSHIP: { en: 'Township or sub-district', zh: '乡镇(街道)' },
    SCHOOL: { en: 'School', zh: '学校' },
    FAMILY: { en: 'Family', zh: '家属' },
  },
);

export const PoliceActionKindEnum = labelledEnum(
  'PoliceActionKind',
  { en: 'Kind of police action about schooling', zh: '公安处置类别' },
  {
    GUARDIAN_PENALTY: { en: 'Penalty for failed guardianship', zh: '监护失职处罚' },
    SCHOOL_DISORDER: { en: 'Disorder at a school', zh: '扰乱学校秩序' },
    BULLYING: { en: 'Bullying', zh: '校园欺凌' },
    ASSAULT: { en: 'Assault on a pupil', zh: '殴打侮辱学生' },
  },
);

export const PoliceActionRoleEnum = labelledEnum(
  'PoliceActionRole',
  { en: 'Part of the child in a police action', zh: '涉案身份' },
  {
    VICTIM: { en: 'Victim', zh: '被侵害人' },
    OFFENDER: { en: 'Offender', zh: '行为人' },
    CHILD_OF_OFFENDER: { en: 'Child of the guardian who was penalised', zh: '被处罚监护人的子女' },
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
