import type { RegisterDefinition } from '../_kit/define-subgraph.js';

const ENFORCEMENT_SYSTEM = { en: 'Labour inspection records', zh: '劳动保障监察系统' };

/** What labour imports, each by itself and with its own date. */
export const LABOUR_REGISTERS = [
  {
    code: 'CHILD_LABOUR_CASES',
    title: { en: 'Child-labour cases', zh: '童工案件' },
    source: ENFORCEMENT_SYSTEM,
    covers: ['RESIDENCE'],
  },
  {
    code: 'INSPECTIONS',
    title: { en: 'Employers, inspections and sanctions', zh: '劳动监察' },
    source: ENFORCEMENT_SYSTEM,
    // It holds employers, so it says nothing of any child.
    covers: [],
  },
  {
    code: 'GUARDIAN_WORK',
    title: { en: 'Guardians who work away', zh: '监护人外出务工' },
    source: { en: 'Register of rural workers', zh: '农村劳动力外出务工登记' },
    covers: ['REGISTERED'],
  },
] as const satisfies readonly RegisterDefinition[];

export type LabourRegister = (typeof LABOUR_REGISTERS)[number]['code'];
