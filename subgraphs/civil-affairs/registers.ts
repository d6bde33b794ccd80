import type { RegisterDefinition } from '../_kit/define-subgraph.js';

const RELIEF_SYSTEM = { en: 'National social-relief system', zh: '全国社会救助信息系统' };
const CHILD_SYSTEM = { en: 'National child-welfare system', zh: '全国儿童福利信息系统' };

/** What civil affairs imports, each by itself and with its own date. Relief is granted where a household is registered. */
export const CIVIL_AFFAIRS_REGISTERS = [
  {
    code: 'CHILD_FILES',
    title: { en: 'Children’s files with their guardians', zh: '儿童档案' },
    source: CHILD_SYSTEM,
    covers: ['REGISTERED', 'RESIDENCE'],
  },
  {
    code: 'SUBSISTENCE_ALLOWANCE',
    title: { en: 'Subsistence allowance', zh: '最低生活保障' },
    source: RELIEF_SYSTEM,
    covers: ['REGISTERED'],
  },
  {
    code: 'EXTREME_POVERTY_SUPPORT',
    title: { en: 'Extreme-poverty support', zh: '特困人员救助供养' },
    source: RELIEF_SYSTEM,
    covers: ['REGISTERED'],
  },
  {
    code: 'ORPHAN',
    title: { en: 'Orphans', zh: '孤儿' },
    source: CHILD_SYSTEM,
    covers: ['REGISTERED'],
  },
  {
    code: 'DE_FACTO_UNATTENDED',
    title: { en: 'De facto unattended children', zh: '事实无人抚养儿童' },
    source: CHILD_SYSTEM,
    covers: ['REGISTERED'],
  },
  {
    code: 'LEFT_BEHIND',
    title: { en: 'Left-behind children', zh: '农村留守儿童' },
    source: CHILD_SYSTEM,
    covers: ['RESIDENCE'],
  },
  {
    code: 'CHILD_IN_DIFFICULTY',
    title: { en: 'Children in difficulty', zh: '困境儿童' },
    source: CHILD_SYSTEM,
    covers: ['REGISTERED'],
  },
  {
    code: 'RELIEF_PAYMENTS',
    title: { en: 'Relief payments', zh: '救助资金发放' },
    source: RELIEF_SYSTEM,
    covers: ['REGISTERED'],
  },
  {
    code: 'EARLY_MARRIAGE_SCREENING',
    title: { en: 'Early-marriage screening', zh: '早婚早育排查' },
    source: { en: 'Screening records', zh: '排查台账' },
    covers: ['RESIDENCE'],
  },
  {
    code: 'PARENT_IN_CUSTODY',
    title: { en: 'Minor children of prisoners', zh: '服刑人员未成年子女' },
    source: CHILD_SYSTEM,
    covers: ['REGISTERED'],
  },
] as const satisfies readonly RegisterDefinition[];

export type CivilAffairsRegister = (typeof CIVIL_AFFAIRS_REGISTERS)[number]['code'];
