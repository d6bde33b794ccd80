import type { LEDGER_KINDS, LEDGER_SCOPES } from '../../../policies/policy-vocabulary.js';
import { labelledEnum, type EnumValue, type Term } from '../../_kit/schema/label.js';

export const LedgerScopeEnum = labelledEnum('LedgerScope', { en: 'Whose book a ledger is', zh: '台账层级' }, {
  COUNTY: { en: 'County', zh: '县' },
  TOWNSHIP: { en: 'Township', zh: '乡镇(街道)' },
  VILLAGE: { en: 'Village', zh: '村(社区)' },
  SCHOOL: { en: 'School', zh: '学校' },
  CLASS: { en: 'Class', zh: '班级' },
} satisfies Record<(typeof LEDGER_SCOPES)[number], Term>);
export type LedgerScope = EnumValue<typeof LedgerScopeEnum>;

/** The household education register (文化户口) is kept household by household, by education, which visits them. */
type MadeKind = Exclude<(typeof LEDGER_KINDS)[number], 'HOUSEHOLD_EDUCATION'>;

export const LedgerKindEnum = labelledEnum('LedgerKind', { en: 'Kind of ledger', zh: '台账类别' }, {
  SCHOOL_AGE_CHILDREN: {
    en: 'School-age children',
    zh: '适龄儿童台账',
    detail: 'every child that any register puts in the county',
  },
  SUSPECTED_DROPOUTS: { en: 'Suspected dropouts', zh: '疑似辍学学生台账' },
  DROPOUTS: { en: 'Dropouts', zh: '辍学学生台账', detail: 'children who are out of school' },
  POOR_FAMILY_PUPILS: { en: 'Pupils of poor families', zh: '贫困家庭学生台账' },
  LEFT_BEHIND_CHILDREN: {
    en: 'Left-behind children',
    zh: '农村留守儿童台账',
    detail: 'by the definition of civil affairs or of the schools',
  },
  JUNIOR_LEAVERS: {
    en: 'Leavers of junior secondary school',
    zh: '初中毕业生去向台账',
    detail: 'children who have finished grade 9; no register says where they went on to',
  },
} satisfies Record<MadeKind, Term>);
export type LedgerKind = EnumValue<typeof LedgerKindEnum>;

export const ResidencePlaceEnum = labelledEnum(
  'ResidencePlace',
  { en: 'Where the children of a total live', zh: '居住地分布' },
  {
    DIVISION: { en: 'In a division of the county', zh: '县内' },
    OUTSIDE_COUNTY: { en: 'Outside the county', zh: '县外' },
    UNKNOWN: { en: 'Not known', zh: '居住地不详' },
  },
);
export type ResidencePlace = EnumValue<typeof ResidencePlaceEnum>;

export const StudyPlaceEnum = labelledEnum(
  'StudyPlace',
  { en: 'Where the children of a total study', zh: '就学去向' },
  {
    SCHOOL: {
      en: 'At a school of the county',
      zh: '县内学校',
      detail: 'suspected, suspended and unverified pupils are with the school that answers for them',
    },
    ELSEWHERE: { en: 'Elsewhere', zh: '县外或其他就读' },
    NOT_STUDYING: { en: 'Not studying', zh: '未就学' },
    NOT_VERIFIED: { en: 'Not verified', zh: '待核实', detail: 'nothing known says whether they study' },
    EXCLUDED: {
      en: 'Excluded',
      zh: '不在统计范围',
      detail: 'not yet due, over age, abroad, deceased, or grade 9 finished',
    },
  },
);
export type StudyPlace = EnumValue<typeof StudyPlaceEnum>;
