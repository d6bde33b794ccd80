import type { RegisterDefinition } from '../_kit/define-subgraph.js';

const FEDERATION_SYSTEM = {
  en: 'Population system of the disabled persons’ federation',
  zh: '全国残疾人人口基础信息系统',
};
const SERVICE_LEDGER = { en: 'Service ledger of the county federation', zh: '县残联服务台账' };

/**
 * What the federation imports, each by itself and with its own date. Certificates are issued where the household
 * is registered, services are given where the child lives.
 */
export const DISABILITY_REGISTERS = [
  {
    code: 'CERTIFICATES',
    title: { en: 'Disability certificates', zh: '残疾人证' },
    source: FEDERATION_SYSTEM,
    covers: ['REGISTERED'],
  },
  {
    code: 'PLACEMENT_RECOMMENDATIONS',
    title: { en: 'Placement recommendations', zh: '入学安置建议' },
    source: SERVICE_LEDGER,
    covers: ['REGISTERED', 'RESIDENCE'],
  },
  {
    code: 'REHABILITATION',
    title: { en: 'Rehabilitation services', zh: '康复服务' },
    source: SERVICE_LEDGER,
    covers: ['REGISTERED', 'RESIDENCE'],
  },
  {
    code: 'ASSISTIVE_DEVICES',
    title: { en: 'Assistive devices', zh: '辅助器具' },
    source: SERVICE_LEDGER,
    covers: ['REGISTERED', 'RESIDENCE'],
  },
  {
    code: 'HOME_MEDICAL_VISITS',
    title: { en: 'Home medical visits', zh: '送医上门' },
    source: { en: 'Visit records of the health bureau', zh: '卫健部门送医上门记录' },
    covers: ['REGISTERED', 'RESIDENCE'],
  },
] as const satisfies readonly RegisterDefinition[];

export type DisabilityRegister = (typeof DISABILITY_REGISTERS)[number]['code'];
