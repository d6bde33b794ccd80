import { labelledEnum } from '../_kit/schema/label.js';

export const AllowanceAreaEnum = labelledEnum(
  'AllowanceArea',
  { en: 'Urban or rural allowance', zh: '城乡低保类别' },
  {
    RURAL: { en: 'Rural', zh: '农村低保' },
    URBAN: { en: 'Urban', zh: '城市低保' },
  },
);

export const AllowanceCategoryEnum = labelledEnum(
  'AllowanceCategory',
  { en: 'Category of an allowance', zh: '低保分类', detail: 'by how far the household can help itself' },
  {
    A: { en: 'Category A', zh: 'A类', detail: 'no ability to work, no income; full amount' },
    B: { en: 'Category B', zh: 'B类' },
    C: { en: 'Category C', zh: 'C类' },
  },
);

export const ExtremePovertyModeEnum = labelledEnum(
  'ExtremePovertyMode',
  { en: 'Where a person in extreme poverty is supported', zh: '供养方式' },
  {
    SCATTERED: { en: 'At home', zh: '分散供养' },
    INSTITUTION: { en: 'In an institution', zh: '集中供养' },
  },
);

export const ReliefPaymentKindEnum = labelledEnum(
  'ReliefPaymentKind',
  { en: 'Kind of relief payment', zh: '救助资金类别' },
  {
    SUBSISTENCE_ALLOWANCE: {
      en: 'Subsistence allowance',
      zh: '低保金',
      detail: 'paid to the household; entered for one of its children',
    },
    EXTREME_POVERTY: { en: 'Extreme-poverty support', zh: '特困供养金' },
    ORPHAN: { en: 'Basic living allowance of an orphan', zh: '孤儿基本生活费' },
    DE_FACTO_UNATTENDED: {
      en: 'Basic living subsidy of a de facto unattended child',
      zh: '事实无人抚养儿童基本生活补贴',
    },
    TEMPORARY_RELIEF: { en: 'Temporary relief', zh: '临时救助' },
  },
);
