import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { datedRecord } from './dated-record.js';

export const DeFactoUnattendedChildEntity = defineEntity({
  name: 'DeFactoUnattendedChildEntity',
  tableName: 'de_facto_unattended_child',
  properties: {
    ...datedRecord,
    fatherCircumstance: p.text(),
    motherCircumstance: p.text(),
    monthlyAmountYuan: p.double(),
  },
  indexes: [{ properties: ['startedOn', 'id'] }],
});

export type DeFactoUnattendedChild = InferEntity<typeof DeFactoUnattendedChildEntity>;
