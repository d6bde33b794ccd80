import { labelledEnum } from '../_kit/schema/label.js';

export const OrphanGroundEnum = labelledEnum(
  'OrphanGround',
  { en: 'Why a child is an orphan', zh: '孤儿认定情形' },
  {
    BOTH_DEAD: { en: 'Both parents dead', zh: '父母双亡' },
    ONE_DEAD_ONE_MISSING: { en: 'One parent dead, the other declared missing', zh: '一方死亡一方失踪' },
    BOTH_MISSING: { en: 'Both parents declared missing', zh: '父母双方失踪' },
  },
);

export const OrphanCareEnum = labelledEnum(
  'OrphanCare',
  { en: 'Who raises an orphan', zh: '孤儿安置方式' },
  {
    KIN: { en: 'Kin', zh: '亲属抚养' },
    INSTITUTION: { en: 'Child-welfare institution', zh: '机构养育' },
    FOSTER: { en: 'Foster family', zh: '家庭寄养' },
  },
);

/** 民发〔2019〕62号 一; custody and no contact count from six months on. */
export const ParentCircumstanceEnum = labelledEnum(
  'ParentCircumstance',
  { en: 'Why a parent cannot raise the child', zh: '父母情形' },
  {
    DEAD: { en: 'Dead', zh: '死亡' },
    MISSING: { en: 'Declared missing', zh: '失踪' },
    SEVERELY_DISABLED: { en: 'Severely disabled', zh: '重残' },
    SEVERELY_ILL: { en: 'Severely ill', zh: '重病' },
    IN_PRISON: { en: 'In prison or detained', zh: '服刑在押' },
    COMPULSORY_REHABILITATION: { en: 'In compulsory drug rehabilitation', zh: '强制隔离戒毒' },
    NO_CONTACT: { en: 'No contact', zh: '失联', detail: 'counted from the report to police' },
  },
);

export const LeftBehindGroundEnum = labelledEnum(
  'LeftBehindGround',
  { en: 'Why a child counts as left behind', zh: '留守情形' },
  {
    BOTH_AWAY: { en: 'Both parents work away', zh: '父母双方外出务工' },
    ONE_AWAY_OTHER_UNABLE: {
      en: 'One parent away, the other unable to care',
      zh: '一方外出务工另一方无监护能力',
    },
  },
);

export const LeftBehindCarerEnum = labelledEnum(
  'LeftBehindCarer',
  { en: 'Who looks after a left-behind child', zh: '受委托照护人' },
  {
    GRANDPARENTS: { en: 'Grandparents', zh: '祖父母或外祖父母' },
    OTHER_KIN: { en: 'Other kin', zh: '其他亲属' },
    ALONE: { en: 'Nobody', zh: '无人照护', detail: 'to be entrusted to an adult at once' },
  },
);

export const DifficultyCategoryEnum = labelledEnum(
  'DifficultyCategory',
  { en: 'Category of a child in difficulty', zh: '困境儿童类别' },
  {
    FAMILY_POVERTY: { en: 'Poor family', zh: '家庭贫困' },
    OWN_DISABILITY: { en: 'Own disability or illness', zh: '自身残疾' },
    UNATTENDED: { en: 'De facto unattended', zh: '事实无人抚养' },
    ORPHAN: { en: 'Orphan', zh: '孤儿', detail: 'listed apart in the statistics' },
    MISSING_GUARDIANSHIP: { en: 'Missing guardianship', zh: '监护缺失或监护不当' },
  },
);

export const ScreeningBodyEnum = labelledEnum(
  'ScreeningBody',
  { en: 'Who screened', zh: '排查单位' },
  {
    CIVIL_AFFAIRS: { en: 'Civil affairs', zh: '民政部门' },
    WOMENS_FEDERATION: { en: "Women's federation", zh: '妇联' },
    YOUTH_LEAGUE: { en: 'Youth league', zh: '共青团' },
  },
);

export const EarlyMarriageResultEnum = labelledEnum(
  'EarlyMarriageResult',
  { en: 'Result of an early-marriage screening', zh: '早婚早育排查结果' },
  {
    NONE: { en: 'None found', zh: '未发现' },
    SUSPECTED: { en: 'Suspected', zh: '疑似' },
    CONFIRMED: { en: 'Confirmed', zh: '属实' },
  },
);

export const EarlyMarriageFollowUpEnum = labelledEnum(
  'EarlyMarriageFollowUp',
  { en: 'What followed an early-marriage screening', zh: '排查后续处置' },
  {
    NONE: { en: 'Nothing to follow', zh: '无需跟进' },
    VISITS: { en: 'Regular visits', zh: '定期走访' },
    LEGAL_EDUCATION: { en: 'Legal education of the family', zh: '法治教育' },
    REPORTED_TO_POLICE: { en: 'Reported to the police', zh: '移交公安' },
  },
);

export const CustodyParentEnum = labelledEnum(
  'CustodyParent',
  { en: 'Which parent is in custody', zh: '服刑在押的父或母' },
  {
    FATHER: { en: 'Father', zh: '父亲' },
    MOTHER: { en: 'Mother', zh: '母亲' },
  },
);
