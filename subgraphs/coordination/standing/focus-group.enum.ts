import type { FocusGroup as PolicyGroup } from '../../../policies/policy-vocabulary.js';
import { labelledEnum, type EnumValue, type Term } from '../../_kit/schema/label.js';

/** The policies' groups but those that only their own agency may tell, and the stages that documents put under watch. */
type WatchedGroup = Exclude<PolicyGroup, 'PARENT_IN_CUSTODY'> | 'TRANSITION_6_TO_7' | 'GRADE_8';

const NOTED_BY_SCHOOL = "as the class teacher notes it in the class's ledger";

/** Groups that the source documents put under watch (教基厅函〔2024〕15号; 印府办发〔2020〕19号 三（二）). */
export const FocusGroupEnum = labelledEnum('FocusGroup', { en: 'Focus group', zh: '重点关注群体' }, {
  FINANCIAL_HARDSHIP: { en: 'Financially hard family', zh: '家庭经济困难学生' },
  REGISTERED_POVERTY: { en: 'Registered (ex-)poverty household', zh: '建档立卡(脱贫)户子女' },
  MONITORED: { en: 'Household monitored against poverty', zh: '防返贫监测户子女' },
  SUBSISTENCE_ALLOWANCE: { en: 'Household with subsistence allowance', zh: '低保家庭子女' },
  EXTREME_POVERTY: { en: 'Extreme-poverty support', zh: '特困救助供养儿童' },
  HARDSHIP_DISABLED: {
    en: 'Disabled child in hardship without a poverty registration',
    zh: '非建档立卡的家庭经济困难残疾学生',
  },
  DISABLED: { en: 'Disabled child', zh: '残疾儿童' },
  THREE_CATEGORY_DISABLED: {
    en: 'Three-category disabled child',
    zh: '三类残疾儿童',
    detail: 'the categories that the policy names, also as part of a multiple disability',
  },
  SEVERELY_DISABLED: { en: 'Severely disabled child', zh: '重度残疾儿童' },
  CHILD_OF_DISABLED_PERSON: { en: 'Child of a disabled person', zh: '残疾人子女' },
  LEFT_BEHIND: { en: 'Left-behind child', zh: '留守儿童', detail: 'by the definition of civil affairs' },
  SCHOOL_LEFT_BEHIND: { en: 'Left behind, as schools count it', zh: '留守儿童(学籍口径)' },
  CHILD_IN_DIFFICULTY: { en: 'Child in difficulty', zh: '困境儿童' },
  ORPHAN: { en: 'Orphan', zh: '孤儿' },
  DE_FACTO_UNATTENDED: { en: 'De facto unattended child', zh: '事实无人抚养儿童' },
  ACCOMPANYING_MIGRANT: { en: "Migrant worker's accompanying child", zh: '进城务工人员随迁子女' },
  RELOCATED: { en: 'Relocated household', zh: '易地扶贫搬迁户子女' },
  SINGLE_PARENT: { en: 'Single-parent family', zh: '单亲家庭学生', detail: NOTED_BY_SCHOOL },
  SPECIAL_FAMILY: { en: 'Family in a special situation', zh: '特殊家庭学生', detail: NOTED_BY_SCHOOL },
  SICK: { en: 'Sick child', zh: '患病儿童', detail: NOTED_BY_SCHOOL },
  LEARNING_DIFFICULTY: { en: 'Struggling pupil', zh: '学习困难学生', detail: NOTED_BY_SCHOOL },
  TRANSITION_6_TO_7: { en: 'Primary-to-junior transition', zh: '小升初' },
  GRADE_8: { en: 'Grade 8', zh: '八年级' },
  RETURNED: { en: 'Returned pupil', zh: '辍学返校学生' },
  SUPPORT_NEED: {
    en: 'Need for support',
    zh: '需要关爱帮扶',
    detail: 'stands for facts that only their own agency may tell',
  },
} satisfies Record<WatchedGroup, Term>);
export type FocusGroup = EnumValue<typeof FocusGroupEnum>;
