import { labelledEnum } from '../_kit/schema/label.js';

export const WorkerRelationEnum = labelledEnum(
  'WorkerRelation',
  { en: 'Guardian who works away', zh: '外出务工监护人' },
  {
    FATHER: { en: 'Father', zh: '父亲' },
    MOTHER: { en: 'Mother', zh: '母亲' },
    OTHER_KIN: { en: 'Other kin', zh: '其他亲属' },
  },
);

export const MigrantWorkIndustryEnum = labelledEnum(
  'MigrantWorkIndustry',
  { en: 'Industry of work away from home', zh: '外出务工行业' },
  {
    MANUFACTURING: { en: 'Manufacturing', zh: '制造业' },
    CONSTRUCTION: { en: 'Construction', zh: '建筑业' },
    SERVICES: { en: 'Services', zh: '服务业' },
    AGRICULTURE: { en: 'Agriculture', zh: '农业' },
    TRANSPORT: { en: 'Transport', zh: '交通运输业' },
  },
);
