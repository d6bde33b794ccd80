import { namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { decimal, oneOf } from '../../_kit/import/plain-fields.js';
import { OrphanCareEnum, OrphanGroundEnum } from '../child-circumstance.enums.js';
import { OrphanRecordEntity } from '../orphan-record.entity.js';
import { DATED_KEY, datedFields, scopesOfDated } from './dated-fields.js';
import { FILES } from './references.js';

export const orphansList = defineChildList({
  list: 'orphans',
  title: { en: 'Orphans', zh: '孤儿' },
  register: 'ORPHAN',
  entity: OrphanRecordEntity,
  key: DATED_KEY,
  people: FILES,
  fields: {
    ...datedFields,
    ground: oneOf(OrphanGroundEnum),
    care: oneOf(OrphanCareEnum),
    monthlyAmountYuan: decimal,
  },
  childOf: namedChild,
  scopesOf: scopesOfDated,
  rowOf: (values) => values,
});
