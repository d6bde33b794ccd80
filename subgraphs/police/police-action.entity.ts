import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

/** What police did for a child's right to schooling (青政办发〔2018〕49号); restricted, and never named to others. */
export const PoliceActionEntity = defineEntity({
  name: 'PoliceActionEntity',
  tableName: 'police_action',
  properties: {
    ...studentRecord,
    kind: p.text(),
    role: p.text(),
    decidedOn: p.date(),
    documentNumber: p.text(),
  },
});

export type PoliceAction = InferEntity<typeof PoliceActionEntity>;
