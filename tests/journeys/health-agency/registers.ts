import type { RegisterDefinition } from '../../../subgraphs/_kit/define-subgraph.js';

/** What health imports. */
export const HEALTH_REGISTERS = [
  {
    code: 'VACCINATIONS',
    title: { en: 'Vaccinations', zh: '预防接种' },
    source: { en: 'Immunisation register', zh: '预防接种信息系统' },
    covers: ['RESIDENCE'],
  },
] as const satisfies readonly RegisterDefinition[];

export type HealthRegister = (typeof HEALTH_REGISTERS)[number]['code'];
