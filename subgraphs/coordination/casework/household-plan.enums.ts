import { labelledEnum, type EnumValue } from '../../_kit/schema/label.js';

export const HouseholdBasisEnum = labelledEnum(
  'HouseholdBasis',
  { en: 'What says that a child is of the household', zh: '同户依据' },
  {
    HOUSEHOLD_REGISTER: { en: 'One page of the household register', zh: '户口簿同户' },
    POVERTY_REGISTER: { en: 'One household of the poverty office', zh: '脱贫户(监测户)档案同户' },
    SAME_GUARDIAN: { en: 'The same guardian', zh: '同一监护人' },
    HOUSEHOLD_VISIT: { en: 'A visit to the household', zh: '入户核实' },
  },
);
export type HouseholdBasis = EnumValue<typeof HouseholdBasisEnum>;

export const HouseholdPlanErrorEnum = labelledEnum(
  'HouseholdPlanErrorCode',
  { en: 'Why the children of a household plan were not changed', zh: '一家一案人员未变更的原因' },
  {
    PLAN_NOT_FOUND: { en: 'There is no such household plan within reach', zh: '没有该一家一案' },
    CHILD_NOT_FOUND: { en: 'There is no such child within reach', zh: '没有该学生' },
    OTHER_TOWNSHIP: {
      en: 'The child has a case, which belongs to another township: where the child lives',
      zh: '个案由学生居住地乡镇(街道)办理',
    },
    ALREADY_ON_PLAN: { en: 'The plan is for this child already', zh: '该学生已在方案内' },
    NOT_ON_PLAN: { en: 'The child has not joined the plan', zh: '该学生未纳入方案' },
    DRAWN_UP_FOR: { en: 'The plan was drawn up for this child', zh: '方案为该学生制定，不能移出' },
  },
);
export type HouseholdPlanErrorCode = EnumValue<typeof HouseholdPlanErrorEnum>;
