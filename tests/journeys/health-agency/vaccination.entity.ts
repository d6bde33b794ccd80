import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../../subgraphs/_kit/student/student-record.js';

/** One dose. */
export const VaccinationEntity = defineEntity({
  name: 'VaccinationEntity',
  tableName: 'vaccination',
  properties: {
    ...studentRecord,
    sourceKey: p.text(),
    vaccine: p.text(),
    givenOn: p.date(),
    divisionCode: p.text(),
  },
});

export type Vaccination = InferEntity<typeof VaccinationEntity>;
