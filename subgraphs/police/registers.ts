import type { RegisterDefinition } from '../_kit/define-subgraph.js';

const POPULATION_SYSTEM = { en: 'Police population system', zh: '公安人口信息系统' };
const CASE_SYSTEM = { en: 'Police case records', zh: '公安办案记录' };

/** What police imports, each by itself and with its own date. Guardians are items of the residents' form. */
export const POLICE_REGISTERS = [
  {
    code: 'RESIDENTS',
    title: { en: 'Resident population', zh: '常住人口' },
    source: POPULATION_SYSTEM,
    covers: ['REGISTERED'],
  },
  {
    code: 'HOUSEHOLDS',
    title: { en: 'Households', zh: '户' },
    source: POPULATION_SYSTEM,
    covers: ['REGISTERED'],
  },
  {
    code: 'RESIDENCE_PERMITS',
    title: { en: 'Residence permits', zh: '居住证' },
    source: POPULATION_SYSTEM,
    covers: ['RESIDENCE'],
  },
  {
    code: 'FLOATING_POPULATION',
    title: { en: 'Floating population', zh: '流动人口' },
    source: POPULATION_SYSTEM,
    covers: ['REGISTERED', 'RESIDENCE'],
  },
  {
    code: 'MISSING_PERSONS',
    title: { en: 'Missing-person determinations', zh: '疑似失踪失联界定' },
    source: CASE_SYSTEM,
    covers: ['REGISTERED', 'RESIDENCE'],
  },
  {
    code: 'LEGAL_CUSTODY',
    title: { en: 'Legal custody', zh: '专门教育与羁押' },
    source: CASE_SYSTEM,
    covers: ['REGISTERED', 'RESIDENCE'],
  },
  {
    code: 'POLICE_ACTIONS',
    title: { en: 'Police actions about schooling', zh: '公安处置' },
    source: CASE_SYSTEM,
    covers: ['REGISTERED', 'RESIDENCE'],
  },
  {
    code: 'BORDER_EXITS',
    title: { en: 'Border exits', zh: '出境记录' },
    source: { en: 'Exit and entry records', zh: '出入境管理信息' },
    covers: ['REGISTERED'],
  },
] as const satisfies readonly RegisterDefinition[];

export type PoliceRegister = (typeof POLICE_REGISTERS)[number]['code'];
