import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

export const BorderExitEntity = defineEntity({
  name: 'BorderExitEntity',
  tableName: 'border_exit',
  properties: {
    ...studentRecord,
    leftOn: p.date(),
    destination: p.text(),
  },
});

export type BorderExit = InferEntity<typeof BorderExitEntity>;
