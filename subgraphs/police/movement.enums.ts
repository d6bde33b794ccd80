import { labelledEnum } from '../_kit/schema/label.js';

export const ResidencePermitGroundEnum = labelledEnum(
  'ResidencePermitGround',
  { en: 'Ground of a residence permit', zh: '居住证申领事由' },
  {
    WORK: { en: 'Work', zh: '合法稳定就业' },
    HOME: { en: 'Home', zh: '合法稳定住所' },
    STUDY: { en: 'Study', zh: '连续就读' },
  },
);

export const FloatingDirectionEnum = labelledEnum(
  'FloatingDirection',
  { en: 'Direction of a move', zh: '流动方向' },
  {
    IN: { en: 'Came in', zh: '流入', detail: 'lives here, registered elsewhere' },
    OUT: { en: 'Went out', zh: '流出', detail: 'registered here, lives elsewhere' },
  },
);

export const FloatingReasonEnum = labelledEnum(
  'FloatingReason',
  { en: 'Reason of a move', zh: '流动原因' },
  {
    PARENTS_WORK: { en: 'Work of the parents', zh: '随父母务工' },
    STUDY: { en: 'Study', zh: '就学' },
    OTHER: { en: 'Other', zh: '其他' },
  },
);
