import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

export const PovertyMeasureEntity = defineEntity({
  name: 'PovertyMeasureEntity',
  tableName: 'poverty_measure',
  properties: {
    ...studentRecord,
    sourceKey: p.text().unique(),
    kind: p.text(),
    startedOn: p.date(),
    endedOn: p.date().nullable(),
    amountYuan: p.double().nullable(),
    divisionCode: p.text(),
  },
  indexes: [{ properties: ['startedOn', 'id'] }],
});

export type PovertyMeasure = InferEntity<typeof PovertyMeasureEntity>;
