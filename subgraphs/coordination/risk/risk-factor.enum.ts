import type { RISK_FACTORS } from '../../../policies/policy-vocabulary.js';
import { labelledEnum, type EnumValue, type Term } from '../../_kit/schema/label.js';

export const RiskFactorEnum = labelledEnum(
  'RiskFactorKind',
  { en: 'Risk factor of dropping out', zh: '辍学风险因素' },
  {
    UNEXCUSED_ABSENCE: { en: 'Open spell of unexcused absence', zh: '持续无故缺勤' },
    OVER_AGE_FOR_GRADE: {
      en: 'Behind the cohort',
      zh: '大龄滞后',
      detail: 'by as many grades as the policy says',
    },
    CHILD_LABOUR: { en: 'Found at work', zh: '童工案件' },
    RETURNED: { en: 'Returned after dropping out', zh: '辍学返校' },
    TRANSITION_6_TO_7: { en: 'Primary-to-junior transition', zh: '小升初' },
    GRADE_8: { en: 'Grade 8', zh: '八年级' },
    LEFT_BEHIND: { en: 'Left-behind child', zh: '留守儿童' },
    GUARDIANS_WORK_AWAY: { en: 'All recorded parents work away', zh: '父母均外出务工' },
    DE_FACTO_UNATTENDED: { en: 'Orphan or de facto unattended', zh: '孤儿或事实无人抚养' },
    HARDSHIP: { en: 'Financially hard family', zh: '家庭经济困难' },
    DISABLED_WITHOUT_PLACEMENT: { en: 'Disabled without a placement', zh: '残疾未安置' },
    MISSING: { en: 'Whereabouts being determined', zh: '失踪失联界定' },
    SUPPORT_NEED: {
      en: 'Need for support',
      zh: '需要关爱帮扶',
      detail: 'stands for facts that only their own agency may tell',
    },
  } satisfies Record<(typeof RISK_FACTORS)[number], Term>,
);
export type RiskFactorKind = EnumValue<typeof RiskFactorEnum>;
