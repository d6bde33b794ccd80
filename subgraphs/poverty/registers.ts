import type { RegisterDefinition } from '../_kit/define-subgraph.js';

const POVERTY_SYSTEM = { en: 'National poverty-prevention system', zh: '全国防返贫监测信息系统' };

/** What the poverty office imports, each by itself and with its own date. */
export const POVERTY_REGISTERS = [
  {
    code: 'HOUSEHOLDS',
    title: { en: 'Registered poverty and monitored households', zh: '建档立卡户与监测对象' },
    source: POVERTY_SYSTEM,
    covers: ['REGISTERED'],
  },
  {
    code: 'MEASURES',
    title: { en: 'Poverty measures', zh: '帮扶措施' },
    source: POVERTY_SYSTEM,
    covers: ['REGISTERED'],
  },
  {
    code: 'RELOCATION',
    title: { en: 'Relocated households', zh: '易地扶贫搬迁户' },
    source: { en: 'Relocation records', zh: '易地扶贫搬迁台账' },
    covers: ['REGISTERED'],
  },
] as const satisfies readonly RegisterDefinition[];

export type PovertyRegister = (typeof POVERTY_REGISTERS)[number]['code'];
