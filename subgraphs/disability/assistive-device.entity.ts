import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../_kit/student/student-record.js';

export const AssistiveDeviceEntity = defineEntity({
  name: 'AssistiveDeviceEntity',
  tableName: 'assistive_device',
  properties: {
    ...studentRecord,
    kind: p.text(),
    deliveredOn: p.date(),
  },
});

export type AssistiveDevice = InferEntity<typeof AssistiveDeviceEntity>;
